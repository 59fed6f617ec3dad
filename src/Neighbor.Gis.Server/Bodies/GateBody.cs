using Neighbor.Gis.Neighborhood.Compounds;

namespace Neighbor.Gis.Server.Bodies;

/// <summary>A gate that stands otherwise in a what-if.</summary>
/// <param name="Code">The gate.</param>
/// <param name="Access">Who may pass it, at any hour.</param>
public sealed record GateBody(string Code, GateAccess Access);
