namespace Neighbor.Gis.Neighborhood.Compounds;

/// <summary>大门通行方向. Which ways a gate can be passed.</summary>
public enum GateFlow
{
    /// <summary>In and out.</summary>
    Both,

    /// <summary>Only in.</summary>
    InOnly,

    /// <summary>Only out.</summary>
    OutOnly,
}
