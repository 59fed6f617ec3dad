namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>等值线. The closed rings around what is inside a field: shells counter-clockwise, holes clockwise.</summary>
/// <remarks>
/// <para>
/// Shapes: ring i has vertices <c>ends[i - 1] .. ends[i]</c> (0 before the first) of <c>xs</c> and <c>ys</c>; a ring is
/// not closed by repeating its first vertex. Units: cells.
/// </para>
/// </remarks>
internal sealed class ContourRings
{
    private readonly List<Ring> _rings = [];
    private double[] _xs = new double[256];
    private double[] _ys = new double[256];
    private int _vertices;

    /// <summary>How many rings there are.</summary>
    public int Count => _rings.Count;

    /// <summary>The area of a ring in cells: positive for a shell, negative for a hole.</summary>
    public double AreaOf(int ring) => _rings[ring].Area;

    /// <summary>Whether something that is not reached keeps the drawing from going on somewhere along a ring.</summary>
    public bool IsHeldBack(int ring) => _rings[ring].IsHeldBack;

    /// <summary>The columns of a ring's vertices.</summary>
    public ReadOnlySpan<double> Xs(int ring) => _xs.AsSpan(StartOf(ring), _rings[ring].End - StartOf(ring));

    /// <summary>The rows of a ring's vertices.</summary>
    public ReadOnlySpan<double> Ys(int ring) => _ys.AsSpan(StartOf(ring), _rings[ring].End - StartOf(ring));

    /// <summary>Replaces the rings by those that the chords of a sweep close to.</summary>
    public void Close(ContourSweep sweep)
    {
        _rings.Clear();
        _vertices = 0;
        if (_xs.Length < sweep.Count)
        {
            _xs = new double[2 * sweep.Count];
            _ys = new double[2 * sweep.Count];
        }

        Span<int> next = sweep.Next;
        for (int chord = 0; chord < next.Length; chord++)
        {
            if (next[chord] >= 0)
            {
                Follow(sweep, next, chord);
            }
        }
    }

    /// <summary>Whether a point given in cells lies inside a ring.</summary>
    public bool Contains(int ring, double x, double y)
    {
        Ring box = _rings[ring];
        if (x < box.MinX || x > box.MaxX || y < box.MinY || y > box.MaxY)
        {
            return false;
        }

        ReadOnlySpan<double> xs = Xs(ring);
        ReadOnlySpan<double> ys = Ys(ring);
        bool isInside = false;
        int before = xs.Length - 1;
        for (int i = 0; i < xs.Length; i++)
        {
            if (ys[i] > y != ys[before] > y && x < ((xs[before] - xs[i]) * (y - ys[i]) / (ys[before] - ys[i])) + xs[i])
            {
                isInside = !isInside;
            }

            before = i;
        }

        return isInside;
    }

    private int StartOf(int ring) => ring == 0 ? 0 : _rings[ring - 1].End;

    private void Follow(ContourSweep sweep, Span<int> next, int first)
    {
        int start = _vertices;
        int chord = first;
        (double minX, double minY) = (double.PositiveInfinity, double.PositiveInfinity);
        (double maxX, double maxY) = (double.NegativeInfinity, double.NegativeInfinity);
        bool isHeldBack = false;
        do
        {
            double x = sweep.Xs[chord];
            double y = sweep.Ys[chord];
            (_xs[_vertices], _ys[_vertices]) = (x, y);
            _vertices++;
            (minX, minY) = (Math.Min(minX, x), Math.Min(minY, y));
            (maxX, maxY) = (Math.Max(maxX, x), Math.Max(maxY, y));
            isHeldBack |= sweep.IsHeldBack[chord];
            (chord, next[chord]) = (next[chord], -1);
        } while (chord != first);

        double twice = 0;
        for (int i = start + 1; i + 1 < _vertices; i++)
        {
            twice +=
                ((_xs[i] - _xs[start]) * (_ys[i + 1] - _ys[start]))
                - ((_xs[i + 1] - _xs[start]) * (_ys[i] - _ys[start]));
        }

        _rings.Add(new Ring(_vertices, twice / 2, isHeldBack, minX, minY, maxX, maxY));
    }

    private readonly record struct Ring(
        int End,
        double Area,
        bool IsHeldBack,
        double MinX,
        double MinY,
        double MaxX,
        double MaxY
    );
}
