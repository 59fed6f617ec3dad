using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Snaps;

/// <summary>A place on a link somebody might walk to: the nearest of one segment of it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Vertex">The vertex before the place.</param>
/// <param name="Share">How far along the segment after it, 0 to 1.</param>
/// <param name="Metres">How far away, on the local plane.</param>
/// <param name="Seconds">What it costs to use it.</param>
internal readonly record struct SnapCandidate(int Link, int Vertex, double Share, double Metres, double Seconds)
{
    /// <summary>Whether it is a gate of the zone the position is in.</summary>
    public bool IsOwnGate { get; init; }

    /// <summary>The middle of its segment: at a corner it tells the ways apart.</summary>
    public required Position Middle { get; init; }

    /// <summary>
    /// Whether it is to be tried before another: it costs less; or as much, and the ground says so. Numbers come last: they change when
    /// something is surveyed far away.
    /// </summary>
    public bool IsBefore(in SnapCandidate other) =>
        Seconds != other.Seconds ? Seconds < other.Seconds
        : Middle.Longitude != other.Middle.Longitude ? Middle.Longitude < other.Middle.Longitude
        : Middle.Latitude != other.Middle.Latitude ? Middle.Latitude < other.Middle.Latitude
        : (Link, Vertex).CompareTo((other.Link, other.Vertex)) < 0;

    public int CompareWith(SnapCandidate other) =>
        IsBefore(other) ? -1
        : other.IsBefore(this) ? 1
        : 0;
}
