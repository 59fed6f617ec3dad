using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Responders;

/// <summary>响应人员. Somebody who responds: a head, a grid worker, a contact household or a volunteer.</summary>
public sealed class Responder
{
    /// <summary>The letter R and digits.</summary>
    public required string Code { get; init; }

    /// <summary>The name; personal data.</summary>
    public required string Name { get; init; }

    /// <summary>What this person can do, without repeats, in the order of the catalogue.</summary>
    public required IReadOnlyList<Skill> Skills { get; init; }

    /// <summary>When this person can be asked, in the grammar of <c>OpeningHours</c>; null means always.</summary>
    public string? Hours { get; init; }

    /// <summary>The building of the home, or null.</summary>
    public string? HomeBuildingCode { get; init; }

    /// <summary>Where the home's door or the post is; personal data.</summary>
    public required Point Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
