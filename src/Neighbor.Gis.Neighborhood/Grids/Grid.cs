using Neighbor.Gis.Neighborhood.Codes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Grids;

/// <summary>网格. The ground one grid worker answers for; it never crosses its community.</summary>
public sealed class Grid
{
    /// <summary>The fifteen-digit code.</summary>
    public required GridCode Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>Basic or dedicated.</summary>
    public GridKind Kind { get; init; }

    /// <summary>The households that live in it.</summary>
    public int Households { get; init; }

    /// <summary>The ground it covers.</summary>
    public required MultiPolygon Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
