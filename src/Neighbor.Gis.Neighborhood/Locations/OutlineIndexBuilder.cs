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
internal sealed class OutlineIndexBuilder
{
    private const int NoOutline = int.MaxValue;

    private readonly Vertex[] _vertices;
    private readonly int[] _firstEdge;
    private readonly List<int> _edges = [];
    private readonly List<ulong> _marks = [];
    private readonly int[] _full;
    private readonly List<Group> _groups = [];
    private readonly List<int> _groupEdges = [];

    private OutlineIndexBuilder(IReadOnlyList<Geometry> polygons)
    {
        var boxes = new Box[polygons.Count];
        var vertices = new List<Vertex>();
        _firstEdge = new int[polygons.Count + 1];
        for (int i = 0; i < polygons.Count; i++)
        {
            boxes[i] = BoxOf(polygons[i], i);
            AddRings(polygons[i], vertices);
            _firstEdge[i + 1] = _edges.Count;
        }

        _vertices = [.. vertices];
        Cells = OutlineCells.Over(boxes, _edges.Count);
        _full = new int[Cells.Columns * Cells.Rows];
        Array.Fill(_full, NoOutline);
        for (int i = 0; i < polygons.Count; i++)
        {
            AddOutline(i);
        }
    }

    /// <summary>The raster.</summary>
    public OutlineCells Cells { get; }

    /// <summary>The corners of the rings, each ring closed.</summary>
    public Vertex[] Vertices => _vertices;

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

    private void AddRings(Geometry polygon, List<Vertex> vertices)
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

    private void AddRing(CoordinateSequence ring, List<Vertex> vertices)
    {
        for (int i = 0; i < ring.Count; i++)
        {
            if (i > 0)
            {
                _edges.Add(vertices.Count - 1);
            }

            vertices.Add(new Vertex(ring.GetX(i), ring.GetY(i)));
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
            int cell = CellOf(marks[first]);
            int end = first + 1;
            while (end < marks.Length && CellOf(marks[end]) == cell)
            {
                end++;
            }

            if (cell / Cells.Columns != row)
            {
                row = cell / Cells.Columns;
                isInside = false;
            }
            else if (isInside)
            {
                Fill(outline, (row * Cells.Columns) + column + 1, cell);
            }

            column = cell % Cells.Columns;
            isInside = AddGroup(outline, cell, marks[first..end], isInside);
            first = end;
        }
    }

    private static int CellOf(ulong mark) => (int)(mark >> 32);

    /// <summary>Lists the cells that the edge enters, row by row, and by the margin more.</summary>
    private void MarkCells(int edge)
    {
        Vertex low = _vertices[edge];
        Vertex high = _vertices[edge + 1];
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

    private void Fill(int outline, int first, int end)
    {
        foreach (ref int full in _full.AsSpan(first..end))
        {
            full = Math.Min(full, outline);
        }
    }

    /// <summary>Notes the edges of one cell.</summary>
    /// <returns>Whether the eastern end of the cell's middle line is inside.</returns>
    private bool AddGroup(int outline, int cell, ReadOnlySpan<ulong> marks, bool isInside)
    {
        (int row, int column) = Math.DivRem(cell, Cells.Columns);
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

        _groups.Add(new Group(cell, outline, isInside ^ isOddNorth, _groupEdges.Count - marks.Length, marks.Length));
        return isInside;
    }

    /// <summary>The cells and lists as <see cref="OutlineIndex"/> describes them.</summary>
    public (int[] Cells, int[] Lists) Write()
    {
        int[] length = new int[_full.Length];
        foreach (Group group in _groups)
        {
            if (group.Outline < _full[group.Cell])
            {
                length[group.Cell] += OutlineIndex.GroupHead + group.EdgeCount;
            }
        }

        int total = 0;
        int[] next = new int[_full.Length];
        int[] cells = new int[_full.Length];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            next[cell] = total;
            cells[cell] = length[cell] > 0 ? OutlineIndex.FirstList - total : _full[cell];
            total += length[cell] > 0 ? length[cell] + 1 : 0;
        }

        int[] lists = new int[total];
        foreach (Group group in _groups)
        {
            if (group.Outline >= _full[group.Cell])
            {
                continue;
            }

            ref int at = ref next[group.Cell];
            lists[at++] = (group.Outline << 1) | (group.IsInsideAtEven ? 1 : 0);
            lists[at++] = group.EdgeCount;
            CollectionsMarshal.AsSpan(_groupEdges).Slice(group.FirstEdge, group.EdgeCount).CopyTo(lists.AsSpan(at));
            at += group.EdgeCount;
        }

        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (length[cell] > 0)
            {
                lists[next[cell]] = _full[cell] == NoOutline ? OutlineIndex.EndOfList : ~(_full[cell] + 1);
            }
        }

        MeasureEmptyCells(cells);
        return (cells, lists);
    }

    /// <summary>Writes into each empty cell how many steps away, a king's on a chessboard, the nearest list is.</summary>
    /// <remarks><para>Source: Rosenfeld and Pfaltz, "Distance functions on digital pictures" (1968): two passes.</para></remarks>
    private void MeasureEmptyCells(int[] cells)
    {
        int columns = Cells.Columns;
        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell] == NoOutline)
            {
                cells[cell] = OutlineIndex.FarthestEmpty;
            }
        }

        for (int pass = 0; pass < 2; pass++)
        {
            int step = pass == 0 ? 1 : -1;
            for (int i = 0; i < cells.Length; i++)
            {
                int cell = pass == 0 ? i : cells.Length - 1 - i;
                if (cells[cell] is >= 0 or <= OutlineIndex.FirstList)
                {
                    continue;
                }

                int column = cell % columns;
                bool hasBehind = step > 0 ? column > 0 : column < columns - 1;
                bool hasAhead = step > 0 ? column < columns - 1 : column > 0;
                int below = cell - (step * columns);
                bool hasBelow = below >= 0 && below < cells.Length;
                int least = -cells[cell];
                least = hasBehind ? Math.Min(least, StepsTo(cells[cell - step])) : least;
                least = hasBelow ? Math.Min(least, StepsTo(cells[below])) : least;
                least = hasBelow && hasBehind ? Math.Min(least, StepsTo(cells[below - step])) : least;
                least = hasBelow && hasAhead ? Math.Min(least, StepsTo(cells[below + step])) : least;
                cells[cell] = -least;
            }
        }
    }

    private static int StepsTo(int cell) =>
        cell is >= 0 or <= OutlineIndex.FirstList ? 1 : Math.Min(1 - cell, -OutlineIndex.FarthestEmpty);

    private readonly record struct Group(int Cell, int Outline, bool IsInsideAtEven, int FirstEdge, int EdgeCount);
}
