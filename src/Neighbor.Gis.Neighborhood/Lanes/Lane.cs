using Neighbor.Gis.Neighborhood.Codes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Lanes;

/// <summary>街巷. A street or lane that a lane head answers for.</summary>
public sealed class Lane
{
    /// <summary>The community's code, the letter L and three digits; imported ones carry their source's id.</summary>
    public required string Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>The community it belongs to, or null where that is not known.</summary>
    public AreaCode? CommunityCode { get; init; }

    /// <summary>Its course.</summary>
    public required MultiLineString Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
