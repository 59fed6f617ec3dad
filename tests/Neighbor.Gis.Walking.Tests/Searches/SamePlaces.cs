using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>The places of one network in another of the same ways, whatever numbers the links have there.</summary>
/// <param name="original">Where places are known.</param>
/// <param name="other">Where they are looked for.</param>
/// <param name="isTurned">Whether all that is one way was turned round in between, and what climbs falls.</param>
internal sealed class SamePlaces(WalkingNetwork original, WalkingNetwork other, bool isTurned)
{
    public Snapping Of(Snapping place) =>
        place is Snapping.Snapped snapped
            ? new Snapping.Snapped(Of(snapped.First), snapped.Second is { } second ? Of(second) : null)
            : place;

    /// <summary>Whether it is there: a ring that meets nothing may be cut elsewhere.</summary>
    public bool Has(Snapping place) =>
        place is not Snapping.Snapped snapped
        || (Find(snapped.First) is not null && (snapped.Second is not { } second || Find(second) is not null));

    public SnapPoint Of(SnapPoint place) =>
        Find(place) ?? throw new InvalidOperationException($"{place.Link} is not in the other network.");

    private SnapPoint? Find(SnapPoint place)
    {
        for (int link = 0; link < other.LinkCount; link++)
        {
            LinkId id = new(link);
            bool isInZone = original.ZoneOf(place.Link) != ZoneId.Outside;
            if (isInZone != (other.ZoneOf(id) != ZoneId.Outside))
            {
                continue; // of two ways drawn alike the other one
            }

            if (IsSame(place.Link, id, isTurned))
            {
                return place with { Link = id, Zone = other.ZoneOf(id) };
            }

            if (IsSame(place.Link, id, !isTurned, isBackward: true))
            {
                int offsetMm = other.LengthMm(id) - place.OffsetMm;
                return place with { Link = id, OffsetMm = offsetMm, Zone = other.ZoneOf(id) };
            }
        }

        return null;
    }

    private bool IsSame(LinkId one, LinkId twin, bool isSeenTurned, bool isBackward = false)
    {
        (bool canForward, bool canBackward) = isSeenTurned
            ? (original.CanBackward(one), original.CanForward(one))
            : (original.CanForward(one), original.CanBackward(one));
        Terrain terrain = isSeenTurned ? original.TerrainOf(one).Turned() : original.TerrainOf(one);
        IEnumerable<Spatial.Position> course = CourseOf(original, one);
        return other.CanForward(twin) == canForward
            && other.CanBackward(twin) == canBackward
            && other.TerrainOf(twin) == terrain
            && CourseOf(other, twin).SequenceEqual(isBackward ? course.Reverse() : course);
    }

    private static Spatial.Position[] CourseOf(WalkingNetwork network, LinkId link) =>
        network.CourseOf(new Stretch(link, 0, network.LengthMm(link)));
}
