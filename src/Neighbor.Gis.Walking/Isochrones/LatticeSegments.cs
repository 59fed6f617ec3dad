using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Projections;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Straight segments in units of lattice cells, in one flat buffer.</summary>
/// <remarks><para>Shapes: <c>ends[4·Count]</c> = x and y of the first end, x and y of the second.</para></remarks>
internal sealed class LatticeSegments
{
    private double[] _ends = new double[1024];

    public int Count { get; private set; }

    public double MinX { get; private set; }

    public double MinY { get; private set; }

    public double MaxX { get; private set; }

    public double MaxY { get; private set; }

    /// <summary>The ends of one segment: x, y, x, y.</summary>
    public ReadOnlySpan<double> this[int index] => _ends.AsSpan(4 * index, 4);

    public void Clear()
    {
        Count = 0;
        (MinX, MinY) = (double.PositiveInfinity, double.PositiveInfinity);
        (MaxX, MaxY) = (double.NegativeInfinity, double.NegativeInfinity);
    }

    /// <summary>Replaces what there is by stretches; a stretch of one position becomes a segment without
    /// length.</summary>
    public void Project(Stretches stretches, TransverseMercator projection, double cellMetres)
    {
        Clear();
        for (int i = 0; i < stretches.Count; i++)
        {
            ReadOnlySpan<Position> stretch = stretches[i];
            (double fromX, double fromY) = projection.Forward(stretch[0]);
            (fromX, fromY) = (fromX / cellMetres, fromY / cellMetres);
            if (stretch.Length == 1)
            {
                Add(fromX, fromY, fromX, fromY);
            }

            for (int k = 1; k < stretch.Length; k++)
            {
                (double toX, double toY) = projection.Forward(stretch[k]);
                (toX, toY) = (toX / cellMetres, toY / cellMetres);
                Add(fromX, fromY, toX, toY);
                (fromX, fromY) = (toX, toY);
            }
        }
    }

    public void Add(double fromX, double fromY, double toX, double toY)
    {
        if (4 * Count == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * _ends.Length);
        }

        Span<double> ends = _ends.AsSpan(4 * Count++, 4);
        (ends[0], ends[1], ends[2], ends[3]) = (fromX, fromY, toX, toY);
        MinX = Math.Min(MinX, Math.Min(fromX, toX));
        MinY = Math.Min(MinY, Math.Min(fromY, toY));
        MaxX = Math.Max(MaxX, Math.Max(fromX, toX));
        MaxY = Math.Max(MaxY, Math.Max(fromY, toY));
    }
}
