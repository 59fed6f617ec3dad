using System.Runtime.InteropServices;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;

namespace Neighbor.Gis.Walking.Snaps;

public sealed partial class Snapper
{
    private const double RoundingMetres = 0.01; // what the plane and whole millimetres may differ by in 300 m

    /// <summary>Places whichever of several positions is nearest to its way: the corner of a building at which its door may be.</summary>
    /// <remarks><para>As if each were placed by itself and the first with the shortest access kept; most of them are never looked at, because
    /// no way is as near to them.</para></remarks>
    /// <param name="positions">The positions; at least one.</param>
    /// <param name="zoneCode">The zone they belong to, where that is known better than by their places.</param>
    public Snapping SnapNearest(ReadOnlySpan<Position> positions, string? zoneCode = null)
    {
        if (positions.IsEmpty)
        {
            throw new ArgumentException("Got no position to place.", nameof(positions));
        }

        (double[] leastMetres, int[] order) = ByNearestWay(positions);
        Snapping? best = null;
        int bestPlace = -1;
        for (int i = 0; i < order.Length; i++)
        {
            if (best is Snapping.Snapped near && leastMetres[i] > MetresOf(near) + RoundingMetres)
            {
                break;
            }

            Snapping found = Snap(positions[order[i]], zoneCode);
            if (IsBetter(found, order[i], best, bestPlace))
            {
                (best, bestPlace) = (found, order[i]);
            }
        }

        return best!;
    }

    private static double MetresOf(Snapping.Snapped snapped) => snapped.First.AccessMm / MillimetresPerMetre;

    private static bool IsBetter(Snapping found, int place, Snapping? best, int bestPlace) =>
        (found, best) switch
        {
            (_, null) => true,
            (Snapping.Snapped one, Snapping.Snapped other) => one.First.AccessMm < other.First.AccessMm
                || (one.First.AccessMm == other.First.AccessMm && place < bestPlace),
            (Snapping.Snapped, _) => true,
            (Snapping.TooFar one, Snapping.TooFar other) => one.NearestMetres < other.NearestMetres,
            _ => false,
        };

    /// <summary>How near a way is to each position at least, walls or not, ascending; and which position that is.</summary>
    private (double[] Metres, int[] Order) ByNearestWay(ReadOnlySpan<Position> positions)
    {
        Box around = Box.Nothing;
        foreach (Position position in positions)
        {
            around = around.With(Box.Around(position, FirstLookMetres));
        }

        SnapScratch scratch = _scratches.TryTake(out SnapScratch? kept) ? kept : new SnapScratch();
        scratch.Clear();
        _columns.SegmentIndex.SearchInto(around, scratch.Segments);
        double[] metres = new double[positions.Length];
        int[] order = new int[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            order[i] = i;
            metres[i] = FirstLookMetres; // beyond the box there may be one this near
            LocalPlane plane = new(positions[i]);
            foreach (int segment in CollectionsMarshal.AsSpan(scratch.Segments))
            {
                int vertex = segment + _columns.SegmentLinks[segment];
                (double segmentMetres, _) = plane.ToSegment(
                    _columns.ShapePositions[vertex],
                    _columns.ShapePositions[vertex + 1]
                );
                metres[i] = Math.Min(metres[i], segmentMetres);
            }
        }

        _scratches.Add(scratch);
        Array.Sort(metres, order);
        return (metres, order);
    }
}
