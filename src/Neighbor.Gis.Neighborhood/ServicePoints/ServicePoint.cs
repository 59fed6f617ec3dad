using Neighbor.Gis.Neighborhood.Codes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.ServicePoints;

/// <summary>服务点. Any place that offers functions to residents.</summary>
public sealed class ServicePoint
{
    /// <summary>The community's code, the letter P and three digits; imported ones carry their source's id.</summary>
    public required string Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>What stands there.</summary>
    public ServicePointKind Kind { get; init; }

    /// <summary>What it offers, without repeats, in the order of the catalogue.</summary>
    public required IReadOnlyList<ServiceFunction> Functions { get; init; }

    /// <summary>Planned, being built, open or closed.</summary>
    public ServicePointStatus Status { get; init; }

    /// <summary>When it serves, in the grammar of <c>OpeningHours</c>; null where that is not known.</summary>
    public string? Hours { get; init; }

    /// <summary>How many people it can serve at a time, or null.</summary>
    public int? Capacity { get; init; }

    /// <summary>The neighbour centre it is a site of, or null.</summary>
    public string? CenterCode { get; init; }

    /// <summary>Its part in that centre, or null where there is none.</summary>
    public CenterRole? CenterRole { get; init; }

    /// <summary>The community it stands in, or null where that is not known.</summary>
    public AreaCode? CommunityCode { get; init; }

    /// <summary>Where its door is.</summary>
    public required Point Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
