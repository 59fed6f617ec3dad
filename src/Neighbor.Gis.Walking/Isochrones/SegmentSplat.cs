using System.Numerics;
using System.Runtime.InteropServices;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Writes the squared distance to a segment to all lattice points near it that knew nothing nearer.</summary>
/// <remarks>
/// <para>
/// Columns are written a vector at a time, past the last point within reach; the field has room for that beside each
/// row, and no index is made that the slice of a block does not hold.
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
        Course course = new(part.Ax, part.Ay, dx, dy, dx * perLength, dy * perLength);
        float perColumn = dx != 0 ? 1 / dx : 0;
        int lastOfStrip = shape.FirstRow + shape.Rows - 1;
        int firstColumn = Math.Max(0, (int)MathF.Ceiling(part.MinX - reach));
        int lastColumn = Math.Min(shape.Width - 1, (int)MathF.Floor(part.MaxX + reach));
        for (int column = firstColumn; column <= lastColumn; column += Vector<float>.Count)
        {
            // Only the part of the segment within reach of these columns can matter to them.
            (float first, float last) = (0, 1);
            if (dx != 0)
            {
                float one = (column - reach - part.Ax) * perColumn;
                float other = (column + Vector<float>.Count - 1 + reach - part.Ax) * perColumn;
                first = Math.Clamp(MathF.Min(one, other), 0, 1);
                last = Math.Clamp(MathF.Max(one, other), 0, 1);
            }

            float atFirst = part.Ay + (first * dy);
            float atLast = part.Ay + (last * dy);
            int firstRow = Math.Max(shape.FirstRow, (int)MathF.Ceiling(MathF.Min(atFirst, atLast) - reach));
            int lastRow = Math.Min(lastOfStrip, (int)MathF.Floor(MathF.Max(atFirst, atLast) + reach));
            if (firstRow > lastRow)
            {
                continue;
            }

            int begin = shape.At(firstRow) + column;
            int length = ((lastRow - firstRow) * shape.Stride) + Vector<float>.Count;
            Span<float> block = field.Slice(begin, length);
            if (isScalar)
            {
                WriteScalar(block, shape.Stride, firstRow, column, course);
            }
            else
            {
                WriteVectors(block, shape.Stride, firstRow, column, course);
            }
        }
    }

    private static void WriteVectors(Span<float> block, int stride, int row, int column, in Course course)
    {
        Vector<float> dx = new(course.Dx);
        Vector<float> dy = new(course.Dy);
        Vector<float> northShare = new(course.NorthShare);
        Vector<float> east = Steps + new Vector<float>(column - course.Ax);
        Vector<float> eastward = east * new Vector<float>(course.EastShare);
        Vector<float> north = new(row - course.Ay);
        ref float point = ref MemoryMarshal.GetReference(block);
        for (nuint at = 0; at < (nuint)block.Length; at += (nuint)stride)
        {
            Vector<float> along = Vector.Min(
                Vector<float>.One,
                Vector.Max(Vector<float>.Zero, eastward + (north * northShare))
            );
            Vector<float> offEast = east - (along * dx);
            Vector<float> offNorth = north - (along * dy);
            Vector<float> known = Vector.LoadUnsafe(ref point, at);
            Vector.Min(known, (offEast * offEast) + (offNorth * offNorth)).StoreUnsafe(ref point, at);
            north += Vector<float>.One;
        }
    }

    private static void WriteScalar(Span<float> block, int stride, int row, int column, in Course course)
    {
        float north = row - course.Ay;
        for (int at = 0; at < block.Length; at += stride)
        {
            float northward = north * course.NorthShare;
            for (int i = 0; i < Vector<float>.Count; i++)
            {
                float east = i + (column - course.Ax);
                float along = MathF.Min(1, MathF.Max(0, (east * course.EastShare) + northward));
                float offEast = east - (along * course.Dx);
                float offNorth = north - (along * course.Dy);
                ref float known = ref block[at + i];
                known = MathF.Min(known, (offEast * offEast) + (offNorth * offNorth));
            }

            north += 1;
        }
    }

    /// <summary>Where a segment begins, how far it runs, and how much farther along it one cell east and one cell north are.</summary>
    private readonly record struct Course(float Ax, float Ay, float Dx, float Dy, float EastShare, float NorthShare);
}
