using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Coverage.Demand;

/// <summary>需求点. A building that people live in, with its weight and the places its doors open onto the network.</summary>
public sealed record DemandPoint
{
    /// <summary>The building's code.</summary>
    public required string Code { get; init; }

    /// <summary>The building's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is drawn as a point: its first door.</summary>
    public required Position Position { get; init; }

    /// <summary>The community it stands in, or null.</summary>
    public string? CommunityCode { get; init; }

    /// <summary>The grid it belongs to, or null.</summary>
    public string? GridCode { get; init; }

    /// <summary>The compound it stands in, or null.</summary>
    public string? CompoundCode { get; init; }

    /// <summary>Households, or null where nobody has counted.</summary>
    public int? Households { get; init; }

    /// <summary>Residents, or null where nobody has counted.</summary>
    public int? Residents { get; init; }

    /// <summary>Its doors on the walking network; empty where no path is near enough.</summary>
    public required IReadOnlyList<SnapPoint> Doors { get; init; }
}
