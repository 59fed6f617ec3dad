using Neighbor.Gis.Spatial.Indexes;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>The raster over a set of outlines: which column and row a point falls in.</summary>
/// <remarks>
/// <para>The cells at the rim reach outward without end, so every point has a cell, and one stray outline far away does not
/// make the others share a few coarse ones.</para>
/// <para>Invariant: <see cref="ColumnOf"/> and <see cref="RowOf"/> never decrease.</para>
/// </remarks>
internal readonly struct OutlineCells
{
    /// <summary>By how much of a cell an edge is taken to be wider than it is when its cells are listed. Own: rounding in
    /// cell units stays below 1e-9.</summary>
    public const double Margin = 1e-6;

    private const int TileBits = 2; // 4 by 4 cells of 4 bytes fill a cache line
    private const int TileMask = (1 << TileBits) - 1;
    private const double CellsPerEdge = 1; // own, measured: fewer crowd the cells, more no longer fit the caches
    private const int MostCells = 1 << 24;
    private const double LeastDegrees = 1e-6; // a tenth of a metre: Margin of it is still far above rounding at 180°
    private const int StrayShare = 200; // one in two hundred on each side may be left to the rim
    private const double StrayFactor = 2; // but only if that makes the raster this much shorter

    private readonly double _minX;
    private readonly double _minY;
    private readonly double _columnsPerDegree;
    private readonly double _rowsPerDegree;
    private readonly int _tilesAcross;

    private OutlineCells(Box bounds, double cellWidth, double cellHeight)
    {
        (_minX, _minY) = (bounds.MinX, bounds.MinY);
        (CellWidth, CellHeight) = (cellWidth, cellHeight);
        (_columnsPerDegree, _rowsPerDegree) = (1 / cellWidth, 1 / cellHeight);
        Columns = (int)Math.Ceiling(Math.Max(1, (bounds.MaxX - bounds.MinX) * _columnsPerDegree));
        Rows = (int)Math.Ceiling(Math.Max(1, (bounds.MaxY - bounds.MinY) * _rowsPerDegree));
        _tilesAcross = (Columns + TileMask) >> TileBits;
    }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>How many places an array of cells needs: whole tiles.</summary>
    public int Size => (_tilesAcross * ((Rows + TileMask) >> TileBits)) << (2 * TileBits);

    /// <summary>Degrees of longitude across a cell.</summary>
    public double CellWidth { get; }

    /// <summary>Degrees of latitude across a cell.</summary>
    public double CellHeight { get; }

    /// <summary>A raster whose cells are about square on the ground and a few to each edge.</summary>
    public static OutlineCells Over(ReadOnlySpan<Box> outlines, int edgeCount)
    {
        Box bounds = WithoutStrays(outlines);
        double width = Math.Max(bounds.MaxX - bounds.MinX, LeastDegrees);
        double height = Math.Max(bounds.MaxY - bounds.MinY, LeastDegrees);
        double middle = Math.Clamp((bounds.MinY + bounds.MaxY) / 2, -89, 89);
        double shortening = Math.Cos(middle * Math.PI / 180);
        double cells = Math.Clamp(CellsPerEdge * edgeCount, 1, MostCells);
        double cellHeight = Math.Max(Math.Sqrt(width * shortening * height / cells), LeastDegrees);

        // A long thin set must not get more cells than were asked for.
        cellHeight = Math.Max(cellHeight, Math.Max(height, width * shortening) / cells);
        return new OutlineCells(bounds, cellHeight / shortening, cellHeight);
    }

    /// <summary>The column of a longitude.</summary>
    public int ColumnOf(double x) => (int)Math.Clamp(ToColumns(x), 0, Columns - 1);

    /// <summary>The row of a latitude.</summary>
    public int RowOf(double y) => (int)Math.Clamp(ToRows(y), 0, Rows - 1);

    /// <summary>Where a cell stands in an array of cells: tile by tile, so that neighbours share a cache line.</summary>
    public int CellOf(int column, int row) =>
        ((((row >> TileBits) * _tilesAcross) + (column >> TileBits)) << (2 * TileBits))
        | ((row & TileMask) << TileBits)
        | (column & TileMask);

    /// <summary>A longitude in cell widths from the western side.</summary>
    public double ToColumns(double x) => (x - _minX) * _columnsPerDegree;

    /// <summary>A latitude in cell heights from the southern side.</summary>
    public double ToRows(double y) => (y - _minY) * _rowsPerDegree;

    /// <summary>The western side of a column.</summary>
    public double WestOf(int column) => _minX + (column * CellWidth);

    /// <summary>The southern side of a row.</summary>
    public double SouthOf(int row) => _minY + (row * CellHeight);

    /// <summary>A longitude at the eastern side of a column, that none of its points is east of.</summary>
    public double EastOf(int column) =>
        column < 0 ? double.NegativeInfinity
        : column >= Columns - 1 ? double.PositiveInfinity
        : _minX + ((column + 1 + (Margin / 2)) * CellWidth);

    private static Box WithoutStrays(ReadOnlySpan<Box> outlines)
    {
        if (outlines.IsEmpty)
        {
            return new Box(0, 0, 0, 0);
        }

        double[] lows = new double[outlines.Length];
        double[] highs = new double[outlines.Length];
        for (int i = 0; i < outlines.Length; i++)
        {
            (lows[i], highs[i]) = (outlines[i].MinX, outlines[i].MaxX);
        }

        (double minX, double maxX) = WithoutStrays(lows, highs);
        for (int i = 0; i < outlines.Length; i++)
        {
            (lows[i], highs[i]) = (outlines[i].MinY, outlines[i].MaxY);
        }

        (double minY, double maxY) = WithoutStrays(lows, highs);
        return new Box(minX, minY, maxX, maxY);
    }

    private static (double Min, double Max) WithoutStrays(double[] lows, double[] highs)
    {
        Array.Sort(lows);
        Array.Sort(highs);
        int strays = (lows.Length / StrayShare) + (lows.Length > 2 ? 1 : 0);
        (double min, double max) = (lows[0], highs[^1]);
        (double keptMin, double keptMax) = (lows[strays], highs[^(strays + 1)]);
        return keptMin < keptMax && (keptMax - keptMin) * StrayFactor < max - min ? (keptMin, keptMax) : (min, max);
    }
}
