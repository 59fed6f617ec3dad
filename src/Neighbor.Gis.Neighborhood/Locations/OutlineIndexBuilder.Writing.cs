using System.Runtime.InteropServices;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>How what was laid is written down for questions.</summary>
internal sealed partial class OutlineIndexBuilder
{
    /// <summary>The cells and lists as <see cref="OutlineIndex"/> describes them.</summary>
    public (int[] Cells, double[] Lists) Write()
    {
        int[] cells = new int[_full.Length];
        double[] lists = WriteLists(cells);
        MeasureEmptyCells(cells);
        return (cells, lists);
    }

    private double[] WriteLists(int[] cells)
    {
        int[] next = new int[_full.Length];
        foreach (Group group in _groups)
        {
            next[group.Cell] += IsSeen(group) ? LengthOf(EdgesOf(group)) : 0;
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

        double[] lists = new double[total];
        foreach (Group group in _groups)
        {
            if (IsSeen(group))
            {
                int at = next[group.Cell];
                next[group.Cell] += WriteGroup(group, lists.AsSpan(at));
            }
        }

        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell] <= OutlineIndex.FirstList)
            {
                lists[next[cell]] = RunHead.End(_full[cell] == NoOutline ? -1 : _full[cell]).Write();
            }
        }

        return lists;
    }

    // In a cell that lies wholly in an earlier outline a later one is never found, nor is its edge ever the nearest.
    private bool IsSeen(Group group) => group.Outline < _full[group.Cell];

    private ReadOnlySpan<int> EdgesOf(Group group) =>
        CollectionsMarshal.AsSpan(_groupEdges).Slice(group.FirstEdge, group.EdgeCount);

    private static int LengthOf(ReadOnlySpan<int> edges)
    {
        int length = 0;
        for (int first = 0; first < edges.Length; )
        {
            int count = RunAt(edges[first..]);
            length += 1 + (2 * (count + 1)); // a head, and two numbers for each vertex
            first += count;
        }

        return length;
    }

    /// <summary>How many of the edges follow one another, from the first.</summary>
    private static int RunAt(ReadOnlySpan<int> edges)
    {
        int count = 1;
        while (count < edges.Length && edges[count] == edges[count - 1] + 1)
        {
            count++;
        }

        return count;
    }

    private int WriteGroup(Group group, Span<double> list)
    {
        ReadOnlySpan<int> edges = EdgesOf(group);
        bool isOdd = group.IsInsideAtEven;
        int at = 0;
        while (!edges.IsEmpty)
        {
            int count = RunAt(edges);
            list[at++] = new RunHead(group.Outline, isOdd, count, count == edges.Length).Write();
            foreach (OutlinePoint vertex in _vertices.AsSpan(edges[0], count + 1))
            {
                list[at++] = vertex.X;
                list[at++] = vertex.Y;
            }

            edges = edges[count..];
            isOdd = false;
        }

        return at;
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
