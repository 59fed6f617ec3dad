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

    /// <summary>Whether there is a box for each piece, or only the one around all.</summary>
    public bool IsEachKept { get; private set; }

    /// <summary>Adds what is no way of the network.</summary>
    public void Add(Box box)
    {
        Whole = Whole.With(box);
        if (IsEachKept)
        {
            _boxes.Add(box);
        }
    }

    /// <summary>Replaces what there is by the pieces of a reach.</summary>
    public void Take(RankedReach reach, bool isEachKept)
    {
        _boxes.Clear();
        Whole = Box.Nothing;
        IsEachKept = isEachKept;
        Box ends = Box.Nothing; // in degrees: whole segments, which need no cutting
        for (int slot = 0; slot < reach.Links.Length; slot++)
        {
            ends = TakeLink(reach.Links[slot], reach.ExtentOf(slot), ends);
        }

        if (!ends.IsEmpty)
        {
            Whole = Whole.With(new Box(plane.X(ends.MinX), plane.Y(ends.MinY), plane.X(ends.MaxX), plane.Y(ends.MaxY)));
        }
    }

    private Box TakeLink(int link, (int FromMm, int ToMm) extent, Box ends)
    {
        NetworkColumns columns = network.Columns;
        ReadOnlySpan<int> offsetsMm = columns.ShapeOffsetsMm;
        int last = columns.FirstShape[link + 1] - 1;
        for (int vertex = columns.FirstShape[link]; vertex < last; vertex++)
        {
            int beginMm = Math.Max(extent.FromMm, offsetsMm[vertex]);
            int endMm = Math.Min(extent.ToMm, offsetsMm[vertex + 1]);
            if (!IsEachKept && beginMm == offsetsMm[vertex] && endMm == offsetsMm[vertex + 1])
            {
                ends = ends.With(Box.At(columns.ShapePositions[vertex]))
                    .With(Box.At(columns.ShapePositions[vertex + 1]));
            }
            else if (beginMm <= endMm)
            {
                Add(BoxOf(columns, vertex, beginMm, endMm));
            }
        }

        return ends;
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
