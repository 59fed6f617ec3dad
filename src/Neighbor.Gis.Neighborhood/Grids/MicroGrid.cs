using Neighbor.Gis.Neighborhood.Codes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Grids;

/// <summary>网点、微网格. Thirty to fifty households inside one grid, with one contact household (党员中心户).</summary>
public sealed class MicroGrid
{
    /// <summary>The grid's code and three digits more.</summary>
    public required string Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>The grid it lies in.</summary>
    public required GridCode GridCode { get; init; }

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
