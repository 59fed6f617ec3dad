namespace Neighbor.Gis.Walking.Networks;

/// <summary>上下坡方向. Whether a way climbs along its line, where somebody has said so.</summary>
public enum WayRise
{
    /// <summary>Nobody has said.</summary>
    Unknown,

    /// <summary>The last vertex lies higher than the first.</summary>
    Up,

    /// <summary>The last vertex lies lower than the first.</summary>
    Down,
}
