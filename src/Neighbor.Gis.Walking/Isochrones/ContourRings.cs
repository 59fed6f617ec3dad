namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>等值线. The closed rings around what is inside a field: shells counter-clockwise, holes clockwise.</summary>
/// <remarks>
/// <para>
/// Source: Lorensen and Cline, "Marching cubes" (1987), in two dimensions; own treatment of rings. Every lattice edge
/// that the contour crosses is left by exactly one piece of contour; following them closes the rings, in time linear in
/// the cells. A cell whose diagonals disagree joins across its middle if the sum of its corners is inside.
/// </para>
/// <para>
/// Shapes: ring i has vertices <c>ends[i - 1] .. ends[i]</c> (0 before the first) of <c>xs</c> and <c>ys</c>; a ring is
/// not closed by repeating its first vertex. Lattice edge 2·point goes east from a point, 2·point + 1 north. Units:
/// cells.
/// </para>
/// </remarks>
internal sealed class ContourRings
{
    // For the corners that are inside (1 south-west, 2 south-east, 4 north-east, 8 north-west): where a piece of
    // contour enters the cell and where it leaves it, with the inside on its left. 0 south, 1 east, 2 north, 3 west.
    private static readonly sbyte[] EnterAt = [-1, 0, 1, 1, 2, -1, 2, 2, 3, 0, -1, 1, 3, 0, 3, -1];
    private static readonly sbyte[] LeaveAt = [-1, 3, 0, 3, 1, -1, 0, 3, 2, 2, -1, 2, 1, 1, 0, -1];

    private readonly List<int> _ends = [];
    private readonly List<double> _areas = [];
    private int[] _next = [];
    private double[] _xs = new double[1024];
    private double[] _ys = new double[1024];
    private int _vertices;

    /// <summary>How many rings there are.</summary>
    public int Count => _ends.Count;

    /// <summary>The area of a ring in cells: positive for a shell, negative for a hole.</summary>
    public double AreaOf(int ring) => _areas[ring];

    /// <summary>The columns of a ring's vertices.</summary>
    public ReadOnlySpan<double> Xs(int ring) => _xs.AsSpan(StartOf(ring), _ends[ring] - StartOf(ring));

    /// <summary>The rows of a ring's vertices.</summary>
    public ReadOnlySpan<double> Ys(int ring) => _ys.AsSpan(StartOf(ring), _ends[ring] - StartOf(ring));

    /// <summary>Replaces the rings by those of a field whose border is all outside.</summary>
    public void Trace(DistanceField field)
    {
        _ends.Clear();
        _areas.Clear();
        _vertices = 0;
        int edges = 2 * field.Width * field.Height;
        if (_next.Length < edges)
        {
            _next = new int[edges];
        }

        Span<int> next = _next.AsSpan(0, edges);
        next.Fill(-1);
        LinkCells(field.Phi, field.Width, field.Height, next);
        for (int edge = 0; edge < next.Length; edge++)
        {
            if (next[edge] >= 0)
            {
                Follow(field, next, edge);
            }
        }
    }

    /// <summary>Whether a point given in cells lies inside a ring.</summary>
    public bool Contains(int ring, double x, double y)
    {
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

    private int StartOf(int ring) => ring == 0 ? 0 : _ends[ring - 1];

    private static void LinkCells(ReadOnlySpan<int> phi, int width, int height, Span<int> next)
    {
        for (int row = 0; row + 1 < height; row++)
        {
            ReadOnlySpan<int> south = phi.Slice(row * width, width);
            ReadOnlySpan<int> north = phi.Slice((row + 1) * width, width);
            int west = (south[0] < 0 ? 1 : 0) | (north[0] < 0 ? 8 : 0);
            for (int column = 0; column + 1 < width; column++)
            {
                int east = (south[column + 1] < 0 ? 2 : 0) | (north[column + 1] < 0 ? 4 : 0);
                int corners = west | east;
                west = ((east & 2) >> 1) | ((east & 4) << 1);
                if (corners is 0 or 15)
                {
                    continue;
                }

                int point = (row * width) + column;
                if (EnterAt[corners] >= 0)
                {
                    Link(next, width, point, EnterAt[corners], LeaveAt[corners]);
                    continue;
                }

                bool joins = south[column] + south[column + 1] + north[column] + north[column + 1] < 0;
                (int first, int second) = (corners, joins) switch
                {
                    (5, false) => (1, 4),
                    (5, true) => (13, 7),
                    (_, false) => (2, 8),
                    (_, true) => (14, 11),
                };
                Link(next, width, point, EnterAt[first], LeaveAt[first]);
                Link(next, width, point, EnterAt[second], LeaveAt[second]);
            }
        }
    }

    private static void Link(Span<int> next, int width, int point, int enter, int leave) =>
        next[EdgeOf(width, point, enter)] = EdgeOf(width, point, leave);

    private static int EdgeOf(int width, int point, int side) =>
        side switch
        {
            0 => 2 * point,
            1 => (2 * (point + 1)) + 1,
            2 => 2 * (point + width),
            _ => (2 * point) + 1,
        };

    private void Follow(DistanceField field, Span<int> next, int first)
    {
        int start = _vertices;
        int edge = first;
        do
        {
            AddCrossing(field, edge);
            int following = next[edge];
            next[edge] = -1;
            edge = following;
        } while (edge != first);

        double twice = 0;
        for (int i = start + 1; i + 1 < _vertices; i++)
        {
            twice +=
                ((_xs[i] - _xs[start]) * (_ys[i + 1] - _ys[start]))
                - ((_xs[i + 1] - _xs[start]) * (_ys[i] - _ys[start]));
        }

        _ends.Add(_vertices);
        _areas.Add(twice / 2);
    }

    private void AddCrossing(DistanceField field, int edge)
    {
        if (_vertices == _xs.Length)
        {
            Array.Resize(ref _xs, 2 * _vertices);
            Array.Resize(ref _ys, 2 * _vertices);
        }

        int point = edge / 2;
        bool isNorthward = (edge & 1) != 0;
        (int row, int column) = Math.DivRem(point, field.Width);
        int here = field.Phi[point];
        int there = field.Phi[isNorthward ? point + field.Width : point + 1];

        // The share of the edge that is inside, in the one form that rounds monotonically in both values.
        double along = here < 0 ? 1 / (1 + ((double)there / -here)) : 1 - (1 / (1 + ((double)here / -there)));
        _xs[_vertices] = field.MinX + column + (isNorthward ? 0 : along);
        _ys[_vertices] = field.MinY + row + (isNorthward ? along : 0);
        _vertices++;
    }
}
