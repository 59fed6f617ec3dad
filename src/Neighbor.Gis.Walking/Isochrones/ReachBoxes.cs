using System.Runtime.InteropServices;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Where on the lattice the pieces lie that the longest cutoff reaches.</summary>
internal sealed class ReachBoxes(WalkingNetwork network, LatticePlane plane)
{
    private readonly List<Box> _boxes = [];

    /// <summary>A box for each piece of a segment.</summary>
    public ReadOnlySpan<Box> All => CollectionsMarshal.AsSpan(_boxes);

    /// <summary>The box around all.</summary>
    public Box Whole { get; private set; }

    /// <summary>Adds what is no way of the network.</summary>
    public void Add(Box box)
    {
        _boxes.Add(box);
        Whole = Whole.With(box);
    }

    /// <summary>Replaces what there is by the pieces of a reach.</summary>
    public void Take(RankedReach reach)
    {
        _boxes.Clear();
        Whole = Box.Nothing;
        NetworkColumns columns = network.Columns;
        ReadOnlySpan<int> offsetsMm = columns.ShapeOffsetsMm;
        for (int slot = 0; slot < reach.Links.Length; slot++)
        {
            int link = reach.Links[slot];
            (int fromMm, int toMm) = reach.ExtentOf(slot);
            int last = columns.FirstShape[link + 1] - 1;
            for (int vertex = columns.FirstShape[link]; vertex < last; vertex++)
            {
                int beginMm = Math.Max(fromMm, offsetsMm[vertex]);
                int endMm = Math.Min(toMm, offsetsMm[vertex + 1]);
                if (beginMm <= endMm)
                {
                    Add(BoxOf(columns, vertex, beginMm, endMm));
                }
            }
        }
    }

    private Box BoxOf(NetworkColumns columns, int vertex, int beginMm, int endMm)
    {
        LatticeLine line = LatticeLine.Between(
            plane,
            columns.ShapePositions[vertex],
            columns.ShapePositions[vertex + 1]
        );
        int zeroMm = columns.ShapeOffsetsMm[vertex];
        double lengthMm = Math.Max(1, columns.ShapeOffsetsMm[vertex + 1] - zeroMm);
        (double from, double to) = ((beginMm - zeroMm) / lengthMm, (endMm - zeroMm) / lengthMm);
        (double ax, double ay) = (line.Ax + (from * (line.Bx - line.Ax)), line.Ay + (from * (line.By - line.Ay)));
        (double bx, double by) = (line.Ax + (to * (line.Bx - line.Ax)), line.Ay + (to * (line.By - line.Ay)));
        return new Box(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));
    }
}
