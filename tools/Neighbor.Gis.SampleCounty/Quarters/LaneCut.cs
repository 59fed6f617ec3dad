using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Quarters;

/// <summary>Finds where a lane cuts a piece of ground in two of wanted sizes, across its long side and a little askew.</summary>
internal static class LaneCut
{
    /// <summary>
    /// Puts two points into the ring, so that about <paramref name="share"/> of its ground lies to the right of the line
    /// from the first to the second.
    /// </summary>
    public static (PlanePoint Start, PlanePoint End) Across(
        IReadOnlyList<PlanePoint> ring,
        double share,
        SegmentSplits splits,
        Chance chance
    )
    {
        Vector across = LongAxis(ring).Left;
        Vector direction = (across + (across.Left * chance.Between(-0.22, 0.22))).Unit;
        Vector normal = direction.Left * -1;
        double[] reaches = [.. ring.Select(p => Vector.Dot(p.Metres, normal)).Order()];
        (double low, double high) = (reaches[0], reaches[^1]);
        double wanted = Rings.SignedArea(ring) * share;
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            if (AreaBeyond(ring, normal, middle) > wanted)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return Crossings(ring, normal, direction, low, splits);
    }

    /// <summary>The direction between the two corners farthest apart of those near a rectangle's long axis.</summary>
    private static Vector LongAxis(IReadOnlyList<PlanePoint> ring)
    {
        Vector centre = Rings.Centre(ring);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            Vector a = ring[i].Metres - centre;
            Vector b = ring[(i + 1) % ring.Count].Metres - centre;
            double weight = (b - a).Length;
            Vector middle = (a + b) / 2;
            xx += weight * middle.X * middle.X;
            xy += weight * middle.X * middle.Y;
            yy += weight * middle.Y * middle.Y;
        }

        double difference = xx - yy;
        double root = Math.Sqrt((difference * difference) + (4 * xy * xy));
        var axis = new Vector(2 * xy, root - difference);
        return axis.Length > 1e-6 * (xx + yy) ? axis.Unit
            : difference > 0 ? new Vector(1, 0)
            : new Vector(0, 1);
    }

    private static double AreaBeyond(IReadOnlyList<PlanePoint> ring, Vector normal, double level)
    {
        var kept = new List<Vector>();
        for (int i = 0; i < ring.Count; i++)
        {
            Vector a = ring[i].Metres;
            Vector b = ring[(i + 1) % ring.Count].Metres;
            double da = Vector.Dot(a, normal) - level;
            double db = Vector.Dot(b, normal) - level;
            if (da >= 0)
            {
                kept.Add(a);
            }

            if (da >= 0 != db >= 0)
            {
                kept.Add(Vector.Between(a, b, da / (da - db)));
            }
        }

        double twice = 0;
        for (int i = 0; i < kept.Count; i++)
        {
            twice += Vector.Cross(kept[i], kept[(i + 1) % kept.Count]);
        }

        return twice / 2;
    }

    private static (PlanePoint Start, PlanePoint End) Crossings(
        IReadOnlyList<PlanePoint> ring,
        Vector normal,
        Vector direction,
        double level,
        SegmentSplits splits
    )
    {
        var hits = new List<(double Along, PlanePoint A, PlanePoint B, double Share)>();
        for (int i = 0; i < ring.Count; i++)
        {
            PlanePoint a = ring[i];
            PlanePoint b = ring[(i + 1) % ring.Count];
            double da = Vector.Dot(a.Metres, normal) - level;
            double db = Vector.Dot(b.Metres, normal) - level;
            if (da >= 0 != db >= 0)
            {
                double share = da / (da - db);
                Vector at = Vector.Between(a.Metres, b.Metres, share);
                hits.Add((Vector.Dot(at, direction), a, b, share));
            }
        }

        hits.Sort((one, other) => one.Along.CompareTo(other.Along));
        double middle = Vector.Dot(Rings.Centre(ring), direction);
        int after = Math.Clamp(hits.FindIndex(h => h.Along > middle), 1, hits.Count - 1);
        return (Point(hits[after - 1]), Point(hits[after]));

        PlanePoint Point((double Along, PlanePoint A, PlanePoint B, double Share) hit) =>
            splits.Vertex([hit.A, hit.B], hit.Share, snapMetres: 5);
    }
}
