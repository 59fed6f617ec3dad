using Neighbor.Gis.Neighborhood.Codes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Areas;

/// <summary>行政区划. A county, town or community; areas of one level tile the area above.</summary>
public sealed class Area
{
    /// <summary>The twelve-digit code.</summary>
    public required AreaCode Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>The level, as the code says it.</summary>
    public AreaLevel Level => Code.Level;

    /// <summary>The ground it covers.</summary>
    public required MultiPolygon Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
