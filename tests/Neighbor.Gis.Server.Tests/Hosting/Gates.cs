using Neighbor.Gis.Neighborhood.Compounds;

namespace Neighbor.Gis.Server.Tests.Hosting;

/// <summary>Gates that stand otherwise.</summary>
internal static class Gates
{
    /// <summary>The same gate with another access and other hours.</summary>
    public static Gate With(Gate gate, GateAccess access, string? hours) =>
        new()
        {
            Code = gate.Code,
            Name = gate.Name,
            CompoundCode = gate.CompoundCode,
            Access = access,
            Flow = gate.Flow,
            Hours = hours,
            NodeId = gate.NodeId,
            Geom = gate.Geom,
            Source = gate.Source,
        };
}
