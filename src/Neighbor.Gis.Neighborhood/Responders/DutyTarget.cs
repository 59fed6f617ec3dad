namespace Neighbor.Gis.Neighborhood.Responders;

/// <summary>职责对象. What kind of thing a duty is over.</summary>
public enum DutyTarget
{
    /// <summary>A county, town or community.</summary>
    Area,

    /// <summary>A grid.</summary>
    Grid,

    /// <summary>A micro-grid.</summary>
    MicroGrid,

    /// <summary>A lane.</summary>
    Lane,

    /// <summary>A building.</summary>
    Building,

    /// <summary>A stairwell.</summary>
    Entrance,
}
