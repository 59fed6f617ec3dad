using Neighbor.Gis.Neighborhood.Codes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Compounds;

/// <summary>小区. A residential estate, walled or open; phases of an estate nest inside it.</summary>
public sealed class Compound
{
    /// <summary>The community's code, the letter C and three digits; imported ones carry their source's id.</summary>
    public required string Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>Managed, mixed or open.</summary>
    public CompoundKind Kind { get; init; }

    /// <summary>Whether a wall or fence runs round it, so that it is entered through its gates only.</summary>
    public bool IsWalled { get; init; }

    /// <summary>Whether it has a party branch of its own.</summary>
    public bool HasPartyBranch { get; init; }

    /// <summary>The community it belongs to, or null where that is not known.</summary>
    public AreaCode? CommunityCode { get; init; }

    /// <summary>The compound that encloses it, or null.</summary>
    public string? ParentCode { get; init; }

    /// <summary>The ground inside its boundary.</summary>
    public required MultiPolygon Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
