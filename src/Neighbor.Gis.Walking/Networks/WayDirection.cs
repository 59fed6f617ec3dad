namespace Neighbor.Gis.Walking.Networks;

/// <summary>步行方向. Nearly every way is walked both ways; escalators and one-way gates are not.</summary>
public enum WayDirection
{
    /// <summary>Both ways.</summary>
    Both,

    /// <summary>From the first vertex to the last only.</summary>
    Forward,

    /// <summary>From the last vertex to the first only.</summary>
    Backward,
}
