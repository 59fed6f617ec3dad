using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>Looks through the cells around a point, ring by ring, for the nearest edge of an outline.</summary>
/// <remarks>
/// <para>Source: own. A ring, a row or a cell is left out when its nearest side is farther than the best edge so far; the first
/// rings when they are known to be empty. Of equally near edges that of the lowest polygon counts.</para>
/// </remarks>
internal ref struct NearestOutlineSearch
{
    private readonly ref readonly OutlineCells _raster;
    private readonly ReadOnlySpan<int> _cells;
    private readonly ReadOnlySpan<double> _lists;
    private readonly ref readonly TangentPlane _plane;
    private readonly Position _position;
    private readonly int _column;
    private readonly int _row;
    private double _leastSquared;
    private double _boundSquared;
    private int _outline = -1;
    private (double X, double Y) _place;

    /// <summary>Prepares to search around a position that no outline contains.</summary>
    public NearestOutlineSearch(
        ref readonly OutlineCells raster,
        ReadOnlySpan<int> cells,
        ReadOnlySpan<double> lists,
        ref readonly TangentPlane plane,
        Position position
    )
    {
        _raster = ref raster;
        _cells = cells;
        _lists = lists;
        _plane = ref plane;
        _position = position;
        _column = raster.ColumnOf(position.Longitude);
        _row = raster.RowOf(position.Latitude);
    }

    /// <summary>The nearest outline within the limit.</summary>
    public OutlineHit Run(double limitMetres)
    {
        // How much longer than the geodesic a line of some metres may look in the plane: by its share of the earth's radius
        // times the tangent of the latitude, which is below 6 up to 80°.
        const double StretchPerMetre = 1e-6;
        SetLeast(limitMetres * (1 + (limitMetres * StretchPerMetre)));
        int cell = _cells[_raster.CellOf(_column, _row)];
        int ring = cell is < 0 and > OutlineIndex.FirstList ? -cell : 0;
        for (; IsWithin(GapAround(ring)); ring++)
        {
            VisitRing(ring);
        }

        if (_outline < 0)
        {
            return OutlineHit.None;
        }

        double metres = _plane.Metres(_place);
        return metres <= limitMetres ? new OutlineHit(_outline, metres) : OutlineHit.None;
    }

    private void SetLeast(double metres)
    {
        _leastSquared = metres * metres;
        SetBound();
    }

    // A hair beyond the least, for what rounding takes from a gap.
    private void SetBound() => _boundSquared = (_leastSquared * (1 + 1e-9)) + 1e-12;

    private readonly bool IsWithin(double gap) => gap * gap <= _boundSquared;

    /// <summary>How far the cells of a ring and beyond are at least.</summary>
    private readonly double GapAround(int ring)
    {
        if (ring == 0)
        {
            return 0;
        }

        double gap = double.PositiveInfinity;
        if (_column - ring >= 0)
        {
            gap = Math.Min(gap, GapToColumn(_column - ring));
        }

        if (_column + ring < _raster.Columns)
        {
            gap = Math.Min(gap, GapToColumn(_column + ring));
        }

        if (_row - ring >= 0)
        {
            gap = Math.Min(gap, GapToRow(_row - ring));
        }

        if (_row + ring < _raster.Rows)
        {
            gap = Math.Min(gap, GapToRow(_row + ring));
        }

        return gap;
    }

    private readonly double GapToColumn(int column)
    {
        double degrees =
            column < _column ? _position.Longitude - _raster.WestOf(column + 1)
            : column > _column ? _raster.WestOf(column) - _position.Longitude
            : 0;
        return Math.Max(0, degrees) * _plane.MetresPerDegreeEast;
    }

    private readonly double GapToRow(int row)
    {
        double degrees =
            row < _row ? _position.Latitude - _raster.SouthOf(row + 1)
            : row > _row ? _raster.SouthOf(row) - _position.Latitude
            : 0;
        return Math.Max(0, degrees) * _plane.MetresPerDegreeNorth;
    }

    private void VisitRing(int ring)
    {
        int lastRow = Math.Min(_row + ring, _raster.Rows - 1);
        for (int row = Math.Max(_row - ring, 0); row <= lastRow; row++)
        {
            double north = GapToRow(row);
            if (!IsWithin(north))
            {
                continue;
            }

            bool isWhole = Math.Abs(row - _row) == ring;
            if (isWhole)
            {
                int last = Math.Min(_column + ring, _raster.Columns - 1);
                for (int column = Math.Max(_column - ring, 0); column <= last; column++)
                {
                    VisitCell(row, column, north);
                }
            }
            else
            {
                VisitCell(row, _column - ring, north);
                VisitCell(row, _column + ring, north);
            }
        }
    }

    private void VisitCell(int row, int column, double north)
    {
        if ((uint)column >= (uint)_raster.Columns)
        {
            return;
        }

        int cell = _cells[_raster.CellOf(column, row)];
        if (cell > OutlineIndex.FirstList)
        {
            return;
        }

        double east = GapToColumn(column);
        if ((east * east) + (north * north) > _boundSquared)
        {
            return;
        }

        ReadOnlySpan<double> list = _lists[(OutlineIndex.FirstList - cell)..];
        for (var head = RunHead.Read(list[0]); !head.IsEnd; head = RunHead.Read(list[0]))
        {
            VisitRun(head.Outline, list.Slice(1, head.Length));
            list = list[(1 + head.Length)..];
        }
    }

    private void VisitRun(int outline, ReadOnlySpan<double> run)
    {
        (double X, double Y) start = _plane.Lay(run[0], run[1]);
        for (int i = 2; i + 1 < run.Length; i += 2)
        {
            (double X, double Y) end = _plane.Lay(run[i], run[i + 1]);
            VisitEdge(outline, start, end);
            start = end;
        }
    }

    private void VisitEdge(int outline, (double X, double Y) start, (double X, double Y) end)
    {
        double alongX = end.X - start.X;
        double alongY = end.Y - start.Y;
        double squaredLength = (alongX * alongX) + (alongY * alongY);
        double share =
            squaredLength == 0 ? 0 : Math.Clamp(-((start.X * alongX) + (start.Y * alongY)) / squaredLength, 0, 1);
        double x = start.X + (share * alongX);
        double y = start.Y + (share * alongY);
        double squared = (x * x) + (y * y);
        if (squared < _leastSquared || (squared == _leastSquared && outline < _outline))
        {
            (_leastSquared, _outline, _place) = (squared, outline, (x, y));
            SetBound();
        }
    }
}
