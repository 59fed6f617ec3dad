using System.Runtime.InteropServices;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>How what was laid is written down for questions.</summary>
internal sealed partial class OutlineIndexBuilder
{
    /// <summary>The cells, lists and vertices as <see cref="OutlineIndex"/> describes them.</summary>
    public (int[] Cells, int[] Lists, Vertex[] Vertices) Write()
    {
        int[] cells = new int[_full.Length];
        int[] lists = WriteLists(cells);
        Vertex[] vertices = MoveVertices(lists);
        MeasureEmptyCells(cells);
        return (cells, lists, vertices);
    }

    private int[] WriteLists(int[] cells)
    {
        int[] next = new int[_full.Length + 1];
        foreach (Group group in _groups)
        {
            next[group.Cell] += IsSeen(group) ? OutlineIndex.GroupHead + group.EdgeCount : 0;
        }

        int total = 0;
        for (int cell = 0; cell < cells.Length; cell++)
        {
            bool isListed = next[cell] > 0;
            int length = isListed ? next[cell] + 1 : 0;
            cells[cell] = isListed ? OutlineIndex.FirstList - total : _full[cell];
            next[cell] = total;
            total += length;
        }

        int[] lists = new int[total];
        foreach (Group group in _groups.Where(IsSeen))
        {
            ref int at = ref next[group.Cell];
            lists[at++] = (group.Outline << 1) | (group.IsInsideAtEven ? 1 : 0);
            lists[at++] = group.EdgeCount;
            CollectionsMarshal.AsSpan(_groupEdges).Slice(group.FirstEdge, group.EdgeCount).CopyTo(lists.AsSpan(at));
            at += group.EdgeCount;
        }

        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell] <= OutlineIndex.FirstList)
            {
                lists[next[cell]] = _full[cell] == NoOutline ? OutlineIndex.EndOfList : ~(_full[cell] + 1);
            }
        }

        return lists;
    }

    // In a cell that lies wholly in an earlier outline a later one is never found, nor is its edge ever the nearest.
    private bool IsSeen(Group group) => group.Outline < _full[group.Cell];

    /// <summary>Puts the vertices in the order in which the lists come to them, so that neighbours lie together.</summary>
    private Vertex[] MoveVertices(int[] lists)
    {
        var moved = new List<Vertex>(_vertices.Length);
        int[] shift = new int[_firstVertex.Length - 1];
        Array.Fill(shift, int.MinValue);
        for (int at = 0; at < lists.Length; at++)
        {
            if (lists[at] < 0)
            {
                continue;
            }

            int outline = lists[at] >> 1;
            if (shift[outline] == int.MinValue)
            {
                shift[outline] = moved.Count - _firstVertex[outline];
                moved.AddRange(_vertices.AsSpan(_firstVertex[outline].._firstVertex[outline + 1]));
            }

            int edges = lists[++at];
            foreach (ref int edge in lists.AsSpan(at + 1, edges))
            {
                edge += shift[outline];
            }

            at += edges;
        }

        return [.. moved];
    }

    /// <summary>Writes into each empty cell how many steps away, a king's on a chessboard, the nearest list is.</summary>
    /// <remarks><para>Source: Rosenfeld and Pfaltz, "Distance functions on digital pictures" (1968): two passes.</para></remarks>
    private void MeasureEmptyCells(int[] cells)
    {
        cells.AsSpan().Replace(NoOutline, OutlineIndex.FarthestEmpty);
        for (int row = 0; row < Cells.Rows; row++)
        {
            for (int column = 0; column < Cells.Columns; column++)
            {
                MeasureEmptyCell(cells, column, row, -1);
            }
        }

        for (int row = Cells.Rows - 1; row >= 0; row--)
        {
            for (int column = Cells.Columns - 1; column >= 0; column--)
            {
                MeasureEmptyCell(cells, column, row, 1);
            }
        }
    }

    private void MeasureEmptyCell(int[] cells, int column, int row, int side)
    {
        ref int cell = ref cells[Cells.CellOf(column, row)];
        if (cell is >= 0 or <= OutlineIndex.FirstList)
        {
            return;
        }

        int steps = Math.Min(-cell, StepsBy(column + side, row));
        steps = Math.Min(steps, StepsBy(column - 1, row + side));
        steps = Math.Min(steps, StepsBy(column, row + side));
        steps = Math.Min(steps, StepsBy(column + 1, row + side));
        cell = -steps;

        int StepsBy(int otherColumn, int otherRow)
        {
            if ((uint)otherColumn >= (uint)Cells.Columns || (uint)otherRow >= (uint)Cells.Rows)
            {
                return -OutlineIndex.FarthestEmpty;
            }

            int other = cells[Cells.CellOf(otherColumn, otherRow)];
            return other is >= 0 or <= OutlineIndex.FirstList ? 1 : Math.Min(1 - other, -OutlineIndex.FarthestEmpty);
        }
    }
}
