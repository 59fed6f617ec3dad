using System.Numerics;
using System.Runtime.Intrinsics;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Draws the contour of a field row by row, from south to north, keeping no more of the field than two rows.</summary>
/// <remarks>
/// <para>
/// Source: Lorensen and Cline, "Marching cubes" (1987), in two dimensions; own sweep. Every lattice edge that the
/// contour crosses is left by exactly one chord and entered by another, in the two cells that share it; the first of
/// the two waits at its edge for the second. A cell whose diagonals disagree joins across its middle if the sum of its
/// corners is inside.
/// </para>
/// <para>Units: cells. Cost: O(cells / 64 + chords).</para>
/// </remarks>
internal sealed class ContourSweep
{
    // For the corners that are inside (1 south-west, 2 south-east, 4 north-east, 8 north-west): where a chord enters
    // the cell and where it leaves it, with the inside on its left. 0 south, 1 east, 2 north, 3 west.
    private static readonly sbyte[] EnterAt = [-1, 0, 1, 1, 2, -1, 2, 2, 3, 0, -1, 1, 3, 0, 3, -1];
    private static readonly sbyte[] LeaveAt = [-1, 3, 0, 3, 1, -1, 0, 3, 2, 2, -1, 2, 1, 1, 0, -1];

    private int[] _next = new int[256];
    private double[] _xs = new double[256];
    private double[] _ys = new double[256];
    private bool[] _isHeldBack = new bool[256];
    private int[] _endsBelow = [];
    private int[] _beginsBelow = [];
    private ulong[] _south = [];
    private ulong[] _north = [];
    private int _endsWest;
    private int _beginsWest;

    /// <summary>How many chords there are.</summary>
    public int Count { get; private set; }

    /// <summary>The chord that follows each.</summary>
    public Span<int> Next => _next.AsSpan(0, Count);

    /// <summary>The columns where chords begin, counted on the lattice.</summary>
    public ReadOnlySpan<double> Xs => _xs.AsSpan(0, Count);

    /// <summary>The rows where chords begin, counted on the lattice.</summary>
    public ReadOnlySpan<double> Ys => _ys.AsSpan(0, Count);

    /// <summary>Whether something that is not reached keeps the drawing from going on where a chord begins.</summary>
    public ReadOnlySpan<bool> IsHeldBack => _isHeldBack.AsSpan(0, Count);

    /// <summary>Forgets all chords.</summary>
    public void Start(int width)
    {
        Count = 0;
        if (_endsBelow.Length < width)
        {
            (_endsBelow, _beginsBelow) = (new int[width], new int[width]);
            (_south, _north) = (new ulong[(width / 64) + 2], new ulong[(width / 64) + 2]);
        }
    }

    /// <summary>Goes over the rows of a strip; strips follow from south to north, each beginning with the last row of the one
    /// before.</summary>
    public void Sweep(in ContourRows rows)
    {
        StripShape shape = rows.Field.Shape;
        int firstRow = Math.Max(shape.FirstRow, rows.Extent.MinY);
        int lastRow = Math.Min(shape.FirstRow + shape.Rows, rows.Extent.MinY + rows.Extent.Height) - 1;
        if (firstRow >= lastRow)
        {
            return;
        }

        ReadInside(rows, firstRow, _north);
        for (int row = firstRow; row < lastRow; row++)
        {
            (_south, _north) = (_north, _south);
            ReadInside(rows, row + 1, _north);
            int words = (rows.Extent.Width + 63) / 64;
            for (int word = 0; word < words; word++)
            {
                ulong south = _south[word];
                ulong north = _north[word];
                ulong southEast = (south >> 1) | (_south[word + 1] << 63);
                ulong northEast = (north >> 1) | (_north[word + 1] << 63);
                ulong active = (south ^ southEast) | (north ^ northEast) | (south ^ north);
                while (active != 0)
                {
                    int bit = BitOperations.TrailingZeroCount(active);
                    active &= active - 1;
                    int corners =
                        (int)((south >> bit) & 1)
                        | ((int)((southEast >> bit) & 1) << 1)
                        | ((int)((northEast >> bit) & 1) << 2)
                        | ((int)((north >> bit) & 1) << 3);
                    AddCell(rows, row, (64 * word) + bit, corners);
                }
            }
        }
    }

    /// <summary>One bit for each point of a row that is inside.</summary>
    private static void ReadInside(in ContourRows rows, int row, ulong[] inside)
    {
        ReadOnlySpan<int> values = rows.Values.Slice(rows.Field.Shape.At(row) + rows.Extent.MinX, rows.Extent.Width);
        int words = (values.Length + 63) / 64;
        for (int word = 0; word < words; word++)
        {
            ReadOnlySpan<int> some = values[(64 * word)..Math.Min(values.Length, 64 * (word + 1))];
            ulong bits = 0;
            int i = 0;
            for (; i + Vector256<int>.Count <= some.Length; i += Vector256<int>.Count)
            {
                bits |= (ulong)Vector256.Create(some[i..]).ExtractMostSignificantBits() << i;
            }

            for (; i < some.Length; i++)
            {
                bits |= (ulong)(some[i] < 0 ? 1 : 0) << i;
            }

            inside[word] = bits;
        }

        inside[words] = 0;
    }

    private void AddCell(in ContourRows rows, int row, int column, int corners)
    {
        (int endsWest, int beginsWest) = (_endsWest, _beginsWest);
        (int endsBelow, int beginsBelow) = (_endsBelow[column], _beginsBelow[column]);
        int point = rows.Field.Shape.At(row) + rows.Extent.MinX + column;
        if (EnterAt[corners] >= 0)
        {
            AddChord(rows, row, column, corners, endsBelow, beginsBelow, endsWest, beginsWest);
            return;
        }

        (int first, int second) = (corners, rows.Joins(point)) switch
        {
            (5, false) => (1, 4),
            (5, true) => (13, 7),
            (_, false) => (2, 8),
            (_, true) => (14, 11),
        };
        AddChord(rows, row, column, first, endsBelow, beginsBelow, endsWest, beginsWest);
        AddChord(rows, row, column, second, endsBelow, beginsBelow, endsWest, beginsWest);
    }

    private void AddChord(
        in ContourRows rows,
        int row,
        int column,
        int corners,
        int endsBelow,
        int beginsBelow,
        int endsWest,
        int beginsWest
    )
    {
        if (Count == _next.Length)
        {
            Array.Resize(ref _next, 2 * Count);
            Array.Resize(ref _xs, 2 * Count);
            Array.Resize(ref _ys, 2 * Count);
            Array.Resize(ref _isHeldBack, 2 * Count);
        }

        int chord = Count++;
        int point = rows.Field.Shape.At(row) + rows.Extent.MinX + column;
        int stride = rows.Field.Shape.Stride;
        switch (EnterAt[corners])
        {
            case 0:
                _next[endsBelow] = chord;
                Cross(rows, chord, row, column, point, point + 1, isNorthward: false);
                break;
            case 1:
                _beginsWest = chord;
                Cross(rows, chord, row, column + 1, point + 1, point + 1 + stride, isNorthward: true);
                break;
            case 2:
                _beginsBelow[column] = chord;
                Cross(rows, chord, row + 1, column, point + stride, point + stride + 1, isNorthward: false);
                break;
            default:
                _next[endsWest] = chord;
                Cross(rows, chord, row, column, point, point + stride, isNorthward: true);
                break;
        }

        switch (LeaveAt[corners])
        {
            case 0:
                _next[chord] = beginsBelow;
                break;
            case 1:
                _endsWest = chord;
                break;
            case 2:
                _endsBelow[column] = chord;
                break;
            default:
                _next[chord] = beginsWest;
                break;
        }
    }

    /// <summary>Puts the beginning of a chord where the field is zero between two points.</summary>
    private void Cross(in ContourRows rows, int chord, int row, int column, int point, int other, bool isNorthward)
    {
        (int here, int there) = rows.Between(point, other);

        // The share of the edge that is inside, in the one form that rounds monotonically in both values.
        double along = here < 0 ? 1 / (1 + ((double)there / -here)) : 1 - (1 / (1 + ((double)here / -there)));
        _xs[chord] = rows.Origin.MinX + rows.Extent.MinX + column + (isNorthward ? 0 : along);
        _ys[chord] = rows.Origin.MinY + row + (isNorthward ? along : 0);
        _isHeldBack[chord] = rows.IsHeldBack(here < 0 ? other : point);
    }
}
