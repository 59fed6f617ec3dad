namespace Neighbor.Gis.Neighborhood.Areas;

/// <summary>行政区划层级. How deep an area lies in the administrative tree; the segments of its code say the same.</summary>
public enum AreaLevel
{
    /// <summary>省.</summary>
    Province = 1,

    /// <summary>市 (prefecture).</summary>
    Prefecture = 2,

    /// <summary>县、区、县级市.</summary>
    County = 3,

    /// <summary>街道、镇、乡.</summary>
    Town = 4,

    /// <summary>社区、村.</summary>
    Community = 5,
}
