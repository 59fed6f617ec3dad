using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>The straight line from an origin to its place on the network, as far as a cutoff first allows.</summary>
/// <param name="Line">From the origin to the place.</param>
/// <param name="From">The share of it where the cutoff's own piece begins.</param>
/// <param name="To">The share of it where that ends.</param>
/// <param name="Rank">The cutoff.</param>
/// <param name="Owner">The origin.</param>
internal readonly record struct AccessLine(LatticeLine Line, double From, double To, int Rank, int Owner)
{
    /// <summary>What it covers, in cells.</summary>
    public Box Box
    {
        get
        {
            (double ax, double ay) = At(From);
            (double bx, double by) = At(To);
            return new Box(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));
        }
    }

    /// <summary>Adds the lines of an origin, and first the origin itself as a line without length.</summary>
    public static void AddTo(
        List<AccessLine> lines,
        LatticePlane plane,
        ServiceAreaOrigin origin,
        int owner,
        Pace pace,
        ReadOnlySpan<int> cutoffsMs,
        NetworkOverlay? overlay
    )
    {
        LatticeLine still = LatticeLine.Between(plane, origin.Position, origin.Position);
        lines.Add(new AccessLine(still, 0, 0, 0, owner));
        foreach (SnapPoint seed in origin.Seeds)
        {
            if (overlay is not null && overlay.Separates(origin.Position, seed.Position))
            {
                continue; // nobody walks across what is closed
            }

            // From the door to the way there is no way: a straight line is walked, as far as the cutoff allows.
            LatticeLine line = LatticeLine.Between(plane, origin.Position, seed.Position);
            double done = 0;
            for (int cutoff = 0; cutoff < cutoffsMs.Length && done < 1; cutoff++)
            {
                int reachMm = pace.AccessReachMm(cutoffsMs[cutoff]);
                double share = seed.AccessMm <= reachMm ? 1 : (double)reachMm / seed.AccessMm;
                if (share > done)
                {
                    lines.Add(new AccessLine(line, done, share, cutoff, owner));
                    done = share;
                }
            }
        }
    }

    /// <summary>Adds it to a scene.</summary>
    public void AddTo(ReachScene scene)
    {
        if (To == 0)
        {
            scene.AddOrigin(Line.Ax, Line.Ay, Owner);
        }
        else
        {
            Line.AddTo(scene, From, To, Rank, Owner);
        }
    }

    private (double X, double Y) At(double share) =>
        (Line.Ax + (share * (Line.Bx - Line.Ax)), Line.Ay + (share * (Line.By - Line.Ay)));
}
