namespace Neighbor.Gis.Server.Walks;

/// <summary>The first thing in the way of a walk.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lon">Degrees east of where the walk comes to it.</param>
/// <param name="Lat">Degrees north of where the walk comes to it.</param>
public sealed record HindrancePart(HindranceKind Kind, double Lon, double Lat)
{
    /// <summary>The gate; null where it is none.</summary>
    public GatePart? Gate { get; init; }

    /// <summary>The closure; null where it is none.</summary>
    public ClosurePart? Closure { get; init; }

    /// <summary>West, south, east, north of an island in degrees; null where it is none.</summary>
    public double[]? Extent { get; init; }

    /// <summary>How many metres of paths an island has; null where it is none.</summary>
    public double? IslandMetres { get; init; }

    /// <summary>What one walks on where the pace ends; null where it does not.</summary>
    public string? Way { get; init; }

    /// <summary>Whether the trouble is where the walk begins, <c>from</c>, or where it ends, <c>to</c>; null where it is on the way.</summary>
    public string? End { get; init; }

    /// <summary>How far the nearest path is from that end; null where one is near.</summary>
    public double? NearestMetres { get; init; }

    /// <summary>The walk there would be without it; null where there is none.</summary>
    public WalkPart? Walk { get; init; }
}
