using Neighbor.Gis.Neighborhood.Codes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Buildings;

/// <summary>楼栋. A footprint with the people who live there; counts are null where nobody has counted.</summary>
public sealed class Building
{
    /// <summary>The community's code and five digits; imported ones carry their source's id.</summary>
    public required string Code { get; init; }

    /// <summary>The name or number as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is used for.</summary>
    public BuildingUse Use { get; init; }

    /// <summary>Storeys above ground, or null.</summary>
    public int? Floors { get; init; }

    /// <summary>Households.</summary>
    public int? Households { get; init; }

    /// <summary>Residents of every age.</summary>
    public int? Residents { get; init; }

    /// <summary>Residents of 60 and older, part of <see cref="Residents"/>.</summary>
    public int? Residents60Plus { get; init; }

    /// <summary>Children under 7, part of <see cref="Residents"/>.</summary>
    public int? ChildrenUnder7 { get; init; }

    /// <summary>The community it stands in, or null where that is not known.</summary>
    public AreaCode? CommunityCode { get; init; }

    /// <summary>The grid it belongs to.</summary>
    public GridCode? GridCode { get; init; }

    /// <summary>The micro-grid it belongs to.</summary>
    public string? MicroGridCode { get; init; }

    /// <summary>The compound it stands in.</summary>
    public string? CompoundCode { get; init; }

    /// <summary>The lane it is addressed on.</summary>
    public string? LaneCode { get; init; }

    /// <summary>Its outline on the ground.</summary>
    public required MultiPolygon Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
