using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Buildings;

/// <summary>单元、楼道. A door of a building; walks to and from the building end here.</summary>
public sealed class Entrance
{
    /// <summary>The building's code, the letter E and two digits; imported ones carry their source's id.</summary>
    public required string Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>The building it leads into.</summary>
    public required string BuildingCode { get; init; }

    /// <summary>Households behind this door, or null.</summary>
    public int? Households { get; init; }

    /// <summary>Where the door is.</summary>
    public required Point Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
