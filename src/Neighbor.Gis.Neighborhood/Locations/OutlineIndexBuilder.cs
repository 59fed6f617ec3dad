using System.Runtime.InteropServices;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>Lays outlines on a raster: which cells lie in which, and which edges enter the others.</summary>
/// <remarks>
/// <para>Source: own. The cells of each outline's edges are listed; then each of its rows is walked from west to east, and
/// inside and outside change places with every edge that the middle line of the row crosses, by the exact steps of
/// <see cref="CellEdge"/>. Between two listed cells all is in or all is out.</para>
/// <para>Cost: O(n log n) for n pairs of an edge and a cell it enters, and the cells inside; 12 bytes a pair while
/// building.</para>
/// </remarks>
internal sealed partial class OutlineIndexBuilder
{
    private const int NoOutline = int.MaxValue;

    private readonly OutlinePoint[] _vertices;
    private readonly List<int> _edges = [];
    private readonly int[] _firstEdge;
    private readonly List<ulong> _marks = [];
    private readonly int[] _full;
    private readonly List<Group> _groups = [];
    private readonly List<int> _groupEdges = [];

    private OutlineIndexBuilder(IReadOnlyList<Geometry> polygons)
    {
        var boxes = new Box[polygons.Count];
        var vertices = new List<OutlinePoint>();
        _firstEdge = new int[polygons.Count + 1];
        for (int i = 0; i < polygons.Count; i++)
        {
            boxes[i] = BoxOf(polygons[i], i);
            AddRings(polygons[i], vertices);
            _firstEdge[i + 1] = _edges.Count;
        }

        _vertices = [.. vertices];
        Cells = OutlineCells.Over(boxes, _edges.Count);
        _full = new int[Cells.Size];
        Array.Fill(_full, NoOutline);
        for (int i = 0; i < polygons.Count; i++)
        {
            AddOutline(i);
        }
    }

    /// <summary>The raster.</summary>
    public OutlineCells Cells { get; }

    /// <summary>Lays the outlines on a raster that fits them.</summary>
    /// <exception cref="ArgumentException">A geometry is empty, not made of polygons or not finite.</exception>
    public static OutlineIndexBuilder Lay(IReadOnlyList<Geometry> polygons) => new(polygons);

    private static Box BoxOf(Geometry polygon, int number)
    {
        if (polygon.IsEmpty || polygon is not (Polygon or MultiPolygon))
        {
            throw new ArgumentException(
                $"Outline {number} is an empty geometry or a {polygon.GeometryType}; only polygons have an inside.",
                nameof(polygon)
            );
        }

        Box box = Box.Of(polygon);
        if (!double.IsFinite(box.MaxX - box.MinX) || !double.IsFinite(box.MaxY - box.MinY))
        {
            throw new ArgumentException(
                $"Outline {number} reaches from {box.MinX}, {box.MinY} to {box.MaxX}, {box.MaxY}.",
                nameof(polygon)
            );
        }

        return box;
    }

    private void AddRings(Geometry polygon, List<OutlinePoint> vertices)
    {
        for (int part = 0; part < polygon.NumGeometries; part++)
        {
            var one = (Polygon)polygon.GetGeometryN(part);
            AddRing(one.ExteriorRing.CoordinateSequence, vertices);
            for (int hole = 0; hole < one.NumInteriorRings; hole++)
            {
                AddRing(one.GetInteriorRingN(hole).CoordinateSequence, vertices);
            }
        }
    }

    private void AddRing(CoordinateSequence ring, List<OutlinePoint> vertices)
    {
        for (int i = 0; i < ring.Count; i++)
        {
            if (i > 0)
            {
                _edges.Add(vertices.Count - 1);
            }

            vertices.Add(new OutlinePoint(ring.GetX(i), ring.GetY(i)));
        }
    }

    private void AddOutline(int outline)
    {
        _marks.Clear();
        foreach (int edge in CollectionsMarshal.AsSpan(_edges)[_firstEdge[outline].._firstEdge[outline + 1]])
        {
            MarkCells(edge);
        }

        Span<ulong> marks = CollectionsMarshal.AsSpan(_marks);
        marks.Sort();
        int row = -1;
        int column = -1;
        bool isInside = false;
        for (int first = 0; first < marks.Length; )
        {
            int place = PlaceOf(marks[first]);
            int end = first + 1;
            while (end < marks.Length && PlaceOf(marks[end]) == place)
            {
                end++;
            }

            (int nextRow, int nextColumn) = Math.DivRem(place, Cells.Columns);
            if (nextRow != row)
            {
                row = nextRow;
                isInside = false;
            }
            else if (isInside)
            {
                Fill(outline, row, column + 1, nextColumn);
            }

            column = nextColumn;
            isInside = AddGroup(outline, row, column, marks[first..end], isInside);
            first = end;
        }
    }

    private static int PlaceOf(ulong mark) => (int)(mark >> 32);

    /// <summary>Lists the cells that the edge enters, row by row, and by the margin more.</summary>
    private void MarkCells(int edge)
    {
        OutlinePoint low = _vertices[edge];
        OutlinePoint high = _vertices[edge + 1];
        if (low.Y > high.Y)
        {
            (low, high) = (high, low);
        }

        (double lowX, double lowY) = (Cells.ToColumns(low.X), Cells.ToRows(low.Y));
        (double highX, double highY) = (Cells.ToColumns(high.X), Cells.ToRows(high.Y));
        int firstRow = Clamped(lowY - OutlineCells.Margin, Cells.Rows);
        int lastRow = Clamped(highY + OutlineCells.Margin, Cells.Rows);
        double eastward = highY > lowY ? (highX - lowX) / (highY - lowY) : 0;
        for (int row = firstRow; row <= lastRow; row++)
        {
            double from = row == firstRow ? lowX : lowX + ((row - OutlineCells.Margin - lowY) * eastward);
            double to = row == lastRow ? highX : lowX + ((row + 1 + OutlineCells.Margin - lowY) * eastward);
            from = Math.Clamp(from, Math.Min(lowX, highX), Math.Max(lowX, highX));
            to = Math.Clamp(to, Math.Min(lowX, highX), Math.Max(lowX, highX));
            int firstColumn = Clamped(Math.Min(from, to) - OutlineCells.Margin, Cells.Columns);
            int lastColumn = Clamped(Math.Max(from, to) + OutlineCells.Margin, Cells.Columns);
            for (int column = firstColumn; column <= lastColumn; column++)
            {
                _marks.Add(((ulong)((row * Cells.Columns) + column) << 32) | (uint)edge);
            }
        }
    }

    private static int Clamped(double place, int count) => (int)Math.Clamp(place, 0, count - 1);

    private void Fill(int outline, int row, int firstColumn, int endColumn)
    {
        for (int column = firstColumn; column < endColumn; column++)
        {
            ref int full = ref _full[Cells.CellOf(column, row)];
            full = Math.Min(full, outline);
        }
    }

    /// <summary>Notes the edges of one cell.</summary>
    /// <returns>Whether the eastern end of the cell's middle line is inside.</returns>
    private bool AddGroup(int outline, int row, int column, ReadOnlySpan<ulong> marks, bool isInside)
    {
        double middle = Cells.SouthOf(row) + (Cells.CellHeight / 2);
        double west = Cells.EastOf(column - 1);
        double east = Cells.EastOf(column);
        bool isOddNorth = false;
        foreach (ulong mark in marks)
        {
            int edge = (int)(uint)mark;
            var asked = new CellEdge(_vertices[edge], _vertices[edge + 1]);
            isInside ^= asked.IsCrossed(middle, west, east);
            isOddNorth ^= asked.IsNorthOfBend(middle, east);
            _groupEdges.Add(edge);
        }

        int cell = Cells.CellOf(column, row);
        _groups.Add(new Group(cell, outline, isInside ^ isOddNorth, _groupEdges.Count - marks.Length, marks.Length));
        return isInside;
    }

    private readonly record struct Group(int Cell, int Outline, bool IsInsideAtEven, int FirstEdge, int EdgeCount);
}
