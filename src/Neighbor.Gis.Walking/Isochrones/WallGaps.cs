namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Opens walls where a reached way goes through them.</summary>
/// <remarks>
/// <para>
/// A way that comes up to a wall and ends there – at a gate that is shut, or where the time is over – opens nothing: it
/// must go on on the other side. Each piece of wall is given the first cutoff that opens it.
/// </para>
/// <para>
/// Shapes: reached parts are sorted into square buckets by their boxes: bucket b holds
/// <c>members[starts[b] .. starts[b + 1]]</c>. Units: cells.
/// </para>
/// </remarks>
internal sealed class WallGaps
{
    private const double BucketCells = 16;
    private const double HalfGapMetres = 5;

    // A gate's node and the wall's vertex are rarely the same number.
    private const double ToleranceMetres = 0.5;

    // The sine of the angle below which a way runs along a wall and not through it.
    private const double Along = 0.02;

    private readonly List<(double From, double To, int Rank)> _gaps = [];
    private readonly List<(double At, bool IsLeft, int Rank)> _touches = [];
    private readonly List<double> _cuts = [];
    private int[] _starts = [];
    private int[] _members = [];
    private int _columns;
    private int _rows;
    private double _tolerance;
    private double _halfGap;

    /// <summary>Cuts every wall into pieces.</summary>
    public void Open(
        ReadOnlySpan<ReachPart> walls,
        ReadOnlySpan<ReachPart> ways,
        int cutoffs,
        double cellMetres,
        List<ReachPart> barriers
    )
    {
        _tolerance = ToleranceMetres / cellMetres;
        _halfGap = HalfGapMetres / cellMetres;
        Sort(ways, cutoffs);
        foreach (ref readonly ReachPart wall in walls)
        {
            FindGaps(wall, ways);
            Cut(wall, cutoffs, barriers);
        }
    }

    private void Cut(in ReachPart wall, int cutoffs, List<ReachPart> barriers)
    {
        _cuts.Clear();
        _cuts.Add(0);
        _cuts.Add(1);
        foreach ((double from, double to, _) in _gaps)
        {
            _cuts.Add(Math.Clamp(from, 0, 1));
            _cuts.Add(Math.Clamp(to, 0, 1));
        }

        _cuts.Sort();
        for (int i = 1; i < _cuts.Count; i++)
        {
            (double from, double to) = (_cuts[i - 1], _cuts[i]);
            if (from >= to)
            {
                continue;
            }

            int rank = cutoffs;
            foreach ((double gapFrom, double gapTo, int gapRank) in _gaps)
            {
                rank = gapFrom <= from && to <= gapTo ? Math.Min(rank, gapRank) : rank;
            }

            barriers.Add(wall.Between(from, to, rank));
        }
    }

    private void Sort(ReadOnlySpan<ReachPart> ways, int cutoffs)
    {
        (float maxX, float maxY) = (0, 0);
        foreach (ref readonly ReachPart way in ways)
        {
            (maxX, maxY) = way.Rank < cutoffs ? (Math.Max(maxX, way.MaxX), Math.Max(maxY, way.MaxY)) : (maxX, maxY);
        }

        (_columns, _rows) = (1 + Column(maxX), 1 + Column(maxY));
        int buckets = _columns * _rows;
        if (_starts.Length < buckets + 1)
        {
            _starts = new int[buckets + 1];
        }

        // Count, sum up, then fill from the back of each bucket.
        Array.Clear(_starts, 0, buckets + 1);
        Place(ways, cutoffs, isCounting: true);
        for (int bucket = 1; bucket <= buckets; bucket++)
        {
            _starts[bucket] += _starts[bucket - 1];
        }

        int total = _starts[buckets];
        if (_members.Length < total)
        {
            _members = new int[total];
        }

        Place(ways, cutoffs, isCounting: false);
    }

    private void Place(ReadOnlySpan<ReachPart> ways, int cutoffs, bool isCounting)
    {
        for (int i = 0; i < ways.Length; i++)
        {
            if (ways[i].Rank >= cutoffs)
            {
                continue;
            }

            (int minColumn, int maxColumn) = (Column(ways[i].MinX), Column(ways[i].MaxX));
            (int minRow, int maxRow) = (Column(ways[i].MinY), Column(ways[i].MaxY));
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

    private void FindGaps(in ReachPart wall, ReadOnlySpan<ReachPart> ways)
    {
        _gaps.Clear();
        _touches.Clear();
        double length = double.Hypot(wall.Bx - wall.Ax, wall.By - wall.Ay);
        if (length == 0)
        {
            return;
        }

        int minColumn = Math.Max(0, Column(wall.MinX - _tolerance));
        int maxColumn = Math.Min(_columns - 1, Column(wall.MaxX + _tolerance));
        int minRow = Math.Max(0, Column(wall.MinY - _tolerance));
        int maxRow = Math.Min(_rows - 1, Column(wall.MaxY + _tolerance));
        for (int row = minRow; row <= maxRow; row++)
        {
            for (int column = minColumn; column <= maxColumn; column++)
            {
                int bucket = (row * _columns) + column;
                for (int k = _starts[bucket]; k < _starts[bucket + 1]; k++)
                {
                    Meet(wall, length, ways[_members[k]]);
                }
            }
        }

        AddGapsOfTouches(length);
    }

    /// <summary>Where a way crosses a wall, or comes up to it from one side.</summary>
    private void Meet(in ReachPart wall, double length, in ReachPart way)
    {
        double wallX = (wall.Bx - wall.Ax) / length;
        double wallY = (wall.By - wall.Ay) / length;
        double aSide = (wallX * (way.Ay - wall.Ay)) - (wallY * (way.Ax - wall.Ax));
        double bSide = (wallX * (way.By - wall.Ay)) - (wallY * (way.Bx - wall.Ax));
        double wayLength = double.Hypot(way.Bx - way.Ax, way.By - way.Ay);
        if (Math.Abs(aSide - bSide) <= Along * wayLength || Math.Max(aSide, bSide) < -_tolerance)
        {
            return;
        }

        double share = Math.Clamp(aSide / (aSide - bSide), 0, 1);
        double x = way.Ax + (share * (way.Bx - way.Ax)) - wall.Ax;
        double y = way.Ay + (share * (way.By - way.Ay)) - wall.Ay;
        double at = (x * wallX) + (y * wallY);
        double apart = Math.Min(Math.Abs(aSide), Math.Abs(bSide));
        bool isAcross = aSide > 0 != bSide > 0;
        if (at < -_tolerance || at > length + _tolerance)
        {
            return;
        }

        if (isAcross && apart > _tolerance)
        {
            _gaps.Add(((at - _halfGap) / length, (at + _halfGap) / length, way.Rank));
        }
        else if (isAcross || apart <= _tolerance)
        {
            // Its farther end says which side it comes from.
            _touches.Add((at, Math.Abs(aSide) > Math.Abs(bSide) ? aSide > 0 : bSide > 0, way.Rank));
        }
    }

    /// <summary>A wall is open where ways come up to one place from both its sides.</summary>
    private void AddGapsOfTouches(double length)
    {
        foreach ((double at, bool isLeft, int rank) in _touches)
        {
            int opened = int.MaxValue;
            foreach ((double otherAt, bool isOtherLeft, int otherRank) in _touches)
            {
                if (isLeft != isOtherLeft && Math.Abs(at - otherAt) <= _tolerance)
                {
                    opened = Math.Min(opened, Math.Max(rank, otherRank));
                }
            }

            if (opened != int.MaxValue)
            {
                _gaps.Add(((at - _halfGap) / length, (at + _halfGap) / length, opened));
            }
        }
    }

    private static int Column(double cells) => (int)(cells / BucketCells);
}
