namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Opens walls where a reached way goes through them, and gives what is left of them to the field.</summary>
/// <remarks>
/// <para>
/// Shapes: reached segments are sorted into square buckets by their boxes: bucket b holds
/// <c>members[starts[b] .. starts[b + 1]]</c>. Units: cells.
/// </para>
/// </remarks>
internal sealed class WallGaps
{
    private const double BucketCells = 8;
    private const double HalfGap = 1;
    private const double Tolerance = 0.05; // half a metre: a gate's node and the wall's vertex are rarely the same number

    private readonly List<(double From, double To)> _gaps = [];
    private int[] _starts = [];
    private int[] _members = [];
    private int _columns;
    private int _rows;
    private double _minX;
    private double _minY;

    /// <summary>Gives the field every wall as unreached, less a gap of two cells wherever a reached segment crosses
    /// it.</summary>
    public void Splat(LatticeSegments walls, LatticeSegments reached, DistanceField field)
    {
        if (walls.Count == 0)
        {
            return;
        }

        Sort(reached);
        for (int i = 0; i < walls.Count; i++)
        {
            ReadOnlySpan<double> wall = walls[i];
            FindGaps(wall, reached);
            double from = 0;
            foreach ((double gapFrom, double gapTo) in _gaps)
            {
                Give(wall, from, gapFrom, field);
                from = Math.Max(from, gapTo);
            }

            Give(wall, from, 1, field);
        }
    }

    private static void Give(ReadOnlySpan<double> wall, double from, double to, DistanceField field)
    {
        if (from >= to)
        {
            return;
        }

        (double dx, double dy) = (wall[2] - wall[0], wall[3] - wall[1]);
        field.Unreached(wall[0] + (from * dx), wall[1] + (from * dy), wall[0] + (to * dx), wall[1] + (to * dy));
    }

    private void Sort(LatticeSegments reached)
    {
        (_minX, _minY) = (reached.MinX, reached.MinY);
        _columns = reached.Count == 0 ? 0 : 1 + (int)((reached.MaxX - _minX) / BucketCells);
        _rows = reached.Count == 0 ? 0 : 1 + (int)((reached.MaxY - _minY) / BucketCells);
        int buckets = _columns * _rows;
        if (_starts.Length < buckets + 1)
        {
            _starts = new int[buckets + 1];
        }

        // Count, sum up, then fill from the back of each bucket.
        Array.Clear(_starts, 0, buckets + 1);
        Place(reached, isCounting: true);
        for (int bucket = 1; bucket <= buckets; bucket++)
        {
            _starts[bucket] += _starts[bucket - 1];
        }

        int total = _starts[buckets];
        if (_members.Length < total)
        {
            _members = new int[total];
        }

        Place(reached, isCounting: false);
    }

    private void Place(LatticeSegments reached, bool isCounting)
    {
        for (int i = 0; i < reached.Count; i++)
        {
            ReadOnlySpan<double> ends = reached[i];
            (int minColumn, int maxColumn) = (Column(Math.Min(ends[0], ends[2])), Column(Math.Max(ends[0], ends[2])));
            (int minRow, int maxRow) = (Row(Math.Min(ends[1], ends[3])), Row(Math.Max(ends[1], ends[3])));
            for (int row = minRow; row <= maxRow; row++)
            {
                for (int column = minColumn; column <= maxColumn; column++)
                {
                    int bucket = (row * _columns) + column;
                    if (isCounting)
                    {
                        _starts[bucket]++;
                    }
                    else
                    {
                        _members[--_starts[bucket]] = i;
                    }
                }
            }
        }
    }

    private void FindGaps(ReadOnlySpan<double> wall, LatticeSegments reached)
    {
        _gaps.Clear();
        (double dx, double dy) = (wall[2] - wall[0], wall[3] - wall[1]);
        double length = double.Hypot(dx, dy);
        if (length == 0 || reached.Count == 0)
        {
            return;
        }

        int minColumn = Math.Max(0, Column(Math.Min(wall[0], wall[2]) - Tolerance));
        int maxColumn = Math.Min(_columns - 1, Column(Math.Max(wall[0], wall[2]) + Tolerance));
        int minRow = Math.Max(0, Row(Math.Min(wall[1], wall[3]) - Tolerance));
        int maxRow = Math.Min(_rows - 1, Row(Math.Max(wall[1], wall[3]) + Tolerance));
        for (int row = minRow; row <= maxRow; row++)
        {
            for (int column = minColumn; column <= maxColumn; column++)
            {
                int bucket = (row * _columns) + column;
                for (int k = _starts[bucket]; k < _starts[bucket + 1]; k++)
                {
                    if (Crossing(wall, reached[_members[k]]) is { } at)
                    {
                        _gaps.Add((at - (HalfGap / length), at + (HalfGap / length)));
                    }
                }
            }
        }

        _gaps.Sort();
    }

    /// <summary>Where along a wall a way crosses it or ends on it: 0 at its first end, 1 at its second.</summary>
    private static double? Crossing(ReadOnlySpan<double> wall, ReadOnlySpan<double> way)
    {
        (double wallX, double wallY) = (wall[2] - wall[0], wall[3] - wall[1]);
        (double wayX, double wayY) = (way[2] - way[0], way[3] - way[1]);
        double turn = (wallX * wayY) - (wallY * wayX);
        double lengths = double.Hypot(wallX, wallY) * double.Hypot(wayX, wayY);
        if (Math.Abs(turn) <= 0.02 * lengths)
        {
            return null; // a way along a wall is not through it
        }

        (double x, double y) = (way[0] - wall[0], way[1] - wall[1]);
        double alongWall = ((x * wayY) - (y * wayX)) / turn;
        double alongWay = ((x * wallY) - (y * wallX)) / turn;
        double wallSlack = Tolerance / double.Hypot(wallX, wallY);
        double waySlack = Tolerance / double.Hypot(wayX, wayY);
        bool crosses =
            alongWall >= -wallSlack && alongWall <= 1 + wallSlack && alongWay >= -waySlack && alongWay <= 1 + waySlack;
        return crosses ? alongWall : null;
    }

    private int Column(double x) => (int)Math.Floor((x - _minX) / BucketCells);

    private int Row(double y) => (int)Math.Floor((y - _minY) / BucketCells);
}
