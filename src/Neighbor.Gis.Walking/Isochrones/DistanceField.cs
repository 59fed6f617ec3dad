namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>距离场. How much nearer every lattice point is to what is reached than to what is not.</summary>
/// <remarks>
/// <para>
/// Source: own; the reasoning is the two-sided field: φ = max(dR - off, dR - dU), where dR and dU are the distances to
/// what is reached and what is not, both cut off at two cells beyond off. Inside is φ below zero.
/// </para>
/// <para>
/// Invariant: cutoffs are added from the shortest to the longest, and φ of a lattice point never rises. It is kept as
/// an odd whole number of 512ths of a cell: never zero, so that no contour passes through a lattice point; and never
/// nearly but not quite the same for two cutoffs, so that neither rounding nor projecting can make their contours
/// cross.
/// </para>
/// <para>Shapes: row by row, <c>phi[y·Width + x]</c>. Units: cells. Cost: O(length · off²) and a pass over the
/// window.</para>
/// </remarks>
internal sealed class DistanceField
{
    private const int StepsPerCell = 256;

    // Where both are equally near, what is reached wins; a sixty-fourth of a cell lies above any rounding.
    private const float Preference = 1 / 64f;

    private float[] _reachedSquared = [];
    private float[] _unreachedSquared = [];
    private int[] _phi = [];
    private float _off;
    private float _reach;

    /// <summary>The lattice column of the window's first column.</summary>
    public int MinX { get; private set; }

    /// <summary>The lattice row of the window's first row.</summary>
    public int MinY { get; private set; }

    /// <summary>How many columns there are.</summary>
    public int Width { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int Height { get; private set; }

    /// <summary>φ of every point of the window, row by row.</summary>
    public ReadOnlySpan<int> Phi => _phi.AsSpan(0, Width * Height);

    /// <summary>How far from a segment its distance is known.</summary>
    public double Reach => _reach;

    /// <summary>Begins with nothing reached in a window with borders given in cells.</summary>
    public void Start(double minX, double minY, double maxX, double maxY, double off)
    {
        const int MostPoints = 64_000_000;
        _off = (float)off;
        _reach = (float)off + 2;
        int margin = (int)Math.Ceiling(_reach);
        (double firstX, double firstY) = (Math.Floor(minX) - margin, Math.Floor(minY) - margin);
        double width = Math.Ceiling(maxX) + margin - firstX + 1;
        double height = Math.Ceiling(maxY) + margin - firstY + 1;
        if (!(width * height <= MostPoints))
        {
            throw new ArgumentException(
                $"Got a window of {width} by {height} cells; {MostPoints} is the most.",
                nameof(maxX)
            );
        }

        (MinX, MinY, Width, Height) = ((int)firstX, (int)firstY, (int)width, (int)height);
        int count = Width * Height;
        if (_phi.Length < count)
        {
            _phi = new int[count];
            _reachedSquared = new float[count];
            _unreachedSquared = new float[count];
        }

        _phi.AsSpan(0, count).Fill(int.MaxValue);
        _reachedSquared.AsSpan(0, count).Fill(_reach * _reach);
    }

    /// <summary>Begins another cutoff, with everything before still reached.</summary>
    public void StartCutoff() => _unreachedSquared.AsSpan(0, Width * Height).Fill(_reach * _reach);

    /// <summary>Takes a segment as reached.</summary>
    public void Reached(ReadOnlySpan<double> ends) => Splat(_reachedSquared, ends[0], ends[1], ends[2], ends[3]);

    /// <summary>Takes a segment as not reached.</summary>
    public void Unreached(double fromX, double fromY, double toX, double toY) =>
        Splat(_unreachedSquared, fromX, fromY, toX, toY);

    /// <summary>Works out φ of the cutoff.</summary>
    public void FinishCutoff()
    {
        int count = Width * Height;
        ReadOnlySpan<float> reached = _reachedSquared.AsSpan(0, count);
        ReadOnlySpan<float> unreached = _unreachedSquared.AsSpan(0, count);
        Span<int> phi = _phi.AsSpan(0, count);
        float farSquared = _reach * _reach;
        int far = Odd(_reach - _off);
        for (int i = 0; i < count; i++)
        {
            int value = far;
            if (reached[i] < farSquared)
            {
                float toReached = MathF.Sqrt(reached[i]);
                float toUnreached = MathF.Sqrt(unreached[i]);
                value = Odd(MathF.Max(toReached - _off, toReached - toUnreached - Preference));
            }

            phi[i] = Math.Min(phi[i], value);
        }
    }

    /// <summary>Makes sure that a point given in cells is inside, whatever lies around it.</summary>
    public void Force(double x, double y)
    {
        int inside = Odd(-0.25f);
        int column = (int)Math.Floor(x) - MinX;
        int row = (int)Math.Floor(y) - MinY;
        for (int dy = 0; dy <= 1; dy++)
        {
            for (int dx = 0; dx <= 1; dx++)
            {
                ref int phi = ref _phi[((row + dy) * Width) + column + dx];
                phi = Math.Min(phi, inside);
            }
        }
    }

    private static int Odd(float cells) => (2 * (int)MathF.Floor(cells * StepsPerCell)) + 1;

    private void Splat(float[] field, double fromX, double fromY, double toX, double toY)
    {
        float ax = (float)(fromX - MinX);
        float ay = (float)(fromY - MinY);
        float bx = (float)(toX - MinX);
        float by = (float)(toY - MinY);
        float dx = bx - ax;
        float dy = by - ay;
        float squared = (dx * dx) + (dy * dy);
        float perLength = squared > 0 ? 1 / squared : 0;
        int firstRow = Math.Max(0, (int)MathF.Ceiling(MathF.Min(ay, by) - _reach));
        int lastRow = Math.Min(Height - 1, (int)MathF.Floor(MathF.Max(ay, by) + _reach));
        for (int row = firstRow; row <= lastRow; row++)
        {
            // Only the part of the segment within reach of this row can matter to it.
            (float first, float last) = (0, 1);
            if (dy != 0)
            {
                float one = (row - _reach - ay) / dy;
                float other = (row + _reach - ay) / dy;
                first = Math.Clamp(MathF.Min(one, other), 0, 1);
                last = Math.Clamp(MathF.Max(one, other), 0, 1);
            }

            float atFirst = ax + (first * dx);
            float atLast = ax + (last * dx);
            int firstColumn = Math.Max(0, (int)MathF.Ceiling(MathF.Min(atFirst, atLast) - _reach));
            int lastColumn = Math.Min(Width - 1, (int)MathF.Floor(MathF.Max(atFirst, atLast) + _reach));
            if (firstColumn > lastColumn)
            {
                continue;
            }

            Span<float> line = field.AsSpan((row * Width) + firstColumn, lastColumn - firstColumn + 1);
            float north = row - ay;
            float northShare = north * dy * perLength;
            float eastShare = dx * perLength;
            for (int i = 0; i < line.Length; i++)
            {
                float east = firstColumn + i - ax;
                float along = MathF.Min(1, MathF.Max(0, (east * eastShare) + northShare));
                float offEast = east - (along * dx);
                float offNorth = north - (along * dy);
                float distance = (offEast * offEast) + (offNorth * offNorth);
                if (distance < line[i])
                {
                    line[i] = distance;
                }
            }
        }
    }
}
