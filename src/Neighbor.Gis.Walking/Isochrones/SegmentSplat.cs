using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Writes the squared distance to a segment to all lattice points near it that knew nothing nearer.</summary>
/// <remarks>
/// <para>
/// Rows are written in whole vectors, past the last point within reach; the field has room for that beside each row.
/// With and without vectors the same sums are made in the same order: the results are equal to the bit.
/// </para>
/// <para>Units: cells. Cost: O((length + reach) · reach).</para>
/// </remarks>
internal static class SegmentSplat
{
    /// <summary>How many columns beside each row may be written to.</summary>
    public static readonly int Room = Vector<float>.Count;

    private static readonly Vector<float> Steps = Vector.CreateSequence(0f, 1f);

    /// <summary>Writes a segment into the rows of a strip.</summary>
    /// <param name="field">Squared distances, row by row.</param>
    /// <param name="shape">How the strip lies in its window.</param>
    /// <param name="part">The segment.</param>
    /// <param name="reach">How far from the segment its distance matters.</param>
    /// <param name="isScalar">Whether to do it without vectors; the reference.</param>
    public static void Write(
        Span<float> field,
        in StripShape shape,
        in ReachPart part,
        float reach,
        bool isScalar = false
    )
    {
        float dx = part.Bx - part.Ax;
        float dy = part.By - part.Ay;
        float squared = (dx * dx) + (dy * dy);
        float perLength = squared > 0 ? 1 / squared : 0;
        float perRow = dy != 0 ? 1 / dy : 0;
        float eastShare = dx * perLength;
        float northShare = dy * perLength;
        int firstRow = Math.Max(shape.FirstRow, (int)MathF.Ceiling(part.MinY - reach));
        int lastRow = Math.Min(shape.FirstRow + shape.Rows - 1, (int)MathF.Floor(part.MaxY + reach));
        for (int row = firstRow; row <= lastRow; row++)
        {
            // Only the part of the segment within reach of this row can matter to it.
            float north = row - part.Ay;
            (float first, float last) = (0, 1);
            if (dy != 0)
            {
                float one = (north - reach) * perRow;
                float other = (north + reach) * perRow;
                first = Math.Clamp(MathF.Min(one, other), 0, 1);
                last = Math.Clamp(MathF.Max(one, other), 0, 1);
            }

            float atFirst = part.Ax + (first * dx);
            float atLast = part.Ax + (last * dx);
            int firstColumn = Math.Max(0, (int)MathF.Ceiling(MathF.Min(atFirst, atLast) - reach));
            int lastColumn = Math.Min(shape.Width - 1, (int)MathF.Floor(MathF.Max(atFirst, atLast) + reach));
            if (firstColumn > lastColumn)
            {
                continue;
            }

            int vectors = (lastColumn - firstColumn + Vector<float>.Count) / Vector<float>.Count;
            int begin = ((row - shape.FirstRow) * shape.Stride) + firstColumn;
            Span<float> line = field.Slice(begin, vectors * Vector<float>.Count);
            RowOf rowOf = new(firstColumn - part.Ax, north, dx, dy, eastShare, north * northShare);
            if (isScalar)
            {
                WriteScalar(line, rowOf);
            }
            else
            {
                WriteVectors(line, rowOf);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteVectors(Span<float> line, in RowOf row)
    {
        Vector<float> dx = new(row.Dx);
        Vector<float> dy = new(row.Dy);
        Vector<float> north = new(row.North);
        Vector<float> eastShare = new(row.EastShare);
        Vector<float> atRow = new(row.AtRow);
        Vector<float> columns = Steps;
        Vector<float> begin = new(row.East);
        Vector<float> step = new(Vector<float>.Count);
        foreach (ref Vector<float> known in MemoryMarshal.Cast<float, Vector<float>>(line))
        {
            Vector<float> east = columns + begin;
            Vector<float> along = Vector.Min(
                Vector<float>.One,
                Vector.Max(Vector<float>.Zero, (east * eastShare) + atRow)
            );
            Vector<float> offEast = east - (along * dx);
            Vector<float> offNorth = north - (along * dy);
            known = Vector.Min(known, (offEast * offEast) + (offNorth * offNorth));
            columns += step;
        }
    }

    private static void WriteScalar(Span<float> line, in RowOf row)
    {
        for (int i = 0; i < line.Length; i++)
        {
            float east = i + row.East;
            float along = MathF.Min(1, MathF.Max(0, (east * row.EastShare) + row.AtRow));
            float offEast = east - (along * row.Dx);
            float offNorth = row.North - (along * row.Dy);
            line[i] = MathF.Min(line[i], (offEast * offEast) + (offNorth * offNorth));
        }
    }

    /// <summary>A segment as one row of the lattice sees it.</summary>
    /// <param name="East">How far east of the segment's first end the row's first point is.</param>
    /// <param name="North">How far north of it the row is.</param>
    /// <param name="Dx">How far east the segment runs.</param>
    /// <param name="Dy">How far north it runs.</param>
    /// <param name="EastShare">How much farther along it one column east is.</param>
    /// <param name="AtRow">How far along it the row is at the column of its first end.</param>
    private readonly record struct RowOf(float East, float North, float Dx, float Dy, float EastShare, float AtRow);
}
