using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Compounds;

/// <summary>大门. Where a compound's paths meet the street.</summary>
public sealed class Gate
{
    /// <summary>The compound's code, the letter G and two digits; imported ones carry their source's id.</summary>
    public required string Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>The compound it opens, or null for a gate on a path outside any compound.</summary>
    public string? CompoundCode { get; init; }

    /// <summary>Who may pass.</summary>
    public GateAccess Access { get; init; } = GateAccess.ResidentsOnly;

    /// <summary>Which ways it can be passed.</summary>
    public GateFlow Flow { get; init; }

    /// <summary>When it can be passed, in the grammar of <c>OpeningHours</c>; null means always.</summary>
    public string? Hours { get; init; }

    /// <summary>The day somebody last looked, or null if nobody has.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>The node of the walking network it stands on.</summary>
    public long NodeId { get; init; }

    /// <summary>Where it stands.</summary>
    public required Point Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
