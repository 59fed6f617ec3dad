using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Snaps;

/// <summary>落点. Where a position meets the network: a link, how far along it, and how far off it.</summary>
/// <param name="Link">The link.</param>
/// <param name="OffsetMm">How far along the link, from its tail.</param>
/// <param name="AccessMm">How far from the position to the link; walked like the rest.</param>
/// <param name="Position">The place on the link.</param>
/// <param name="Zone">The zone the position belongs to, as far as the link shows it; <see cref="ZoneId.Outside"/> for the open street.</param>
public readonly record struct SnapPoint(LinkId Link, int OffsetMm, int AccessMm, Position Position, ZoneId Zone)
{
    /// <summary>Where the position itself is, off the network; null where that is not known or does not matter.</summary>
    public Position? Door { get; init; }
}
