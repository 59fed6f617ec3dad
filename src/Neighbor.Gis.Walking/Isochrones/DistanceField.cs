using System.Numerics;
using System.Runtime.InteropServices;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>距离场. How much nearer every lattice point of a strip is to what is reached than to what is not.</summary>
/// <remarks>
/// <para>
/// Source: own; the reasoning is the two-sided field: φ = dR − min(off, dU), where dR and dU are the distances to what
/// is reached and what is not. Inside is φ below zero. So dU matters up to off, and dR up to the corner of a cell that
/// has a corner inside.
/// </para>
/// <para>
/// Invariant: φ of a lattice point never rises from one cutoff to the next. It is kept as an odd whole number of 512ths
/// of a cell: never zero, so that no contour passes through a lattice point; and never nearly but not quite the same
/// for two cutoffs, so that rounding cannot make their contours cross. A point that a barrier lies before – between it
/// and the nearest place that is reached – is outside: the barrier is nearer.
/// </para>
/// <para>Shapes: see <see cref="StripShape"/>. Units: cells. Cost: O(length · off²) and a pass over the strip for each
/// cutoff.</para>
/// </remarks>
internal sealed class DistanceField
{
    private const int StepsPerCell = 256;

    // A corner of a cell that has a corner inside is nearer than off and the diagonal of a cell.
    private const float BeyondOff = 1.5f;

    // Where both are equally near, what is reached wins: by far more than rounding, by far less than a cell.
    private const float Preference = 3 / 64f;

    // How firmly an origin's own cell is inside, whatever lies around it.
    private const float Firmness = 0.25f;

    private readonly List<float[]> _unreachedSquared = [];
    private float[] _reachedSquared = [];
    private int[] _phi = [];
    private StripShape _shape;
    private float _off;
    private int _cutoffs;

    /// <summary>How far from an origin's cell or a place reached a point is that is still told apart.</summary>
    public static int MarginFor(float off) => (int)MathF.Ceiling(off + BeyondOff) + 1;

    public StripShape Shape => _shape;

    /// <summary>φ of every point at the last cutoff finished.</summary>
    public ReadOnlySpan<int> Phi => _phi.AsSpan(0, _shape.Size);

    /// <summary>How far from what is reached its distance is known.</summary>
    public float Reach => _off + BeyondOff;

    public static int Odd(float cells) => (2 * (int)MathF.Floor(cells * StepsPerCell)) + 1;

    /// <summary>Begins a strip with nothing reached and nothing that is not.</summary>
    public void Start(in StripShape shape, float off, int cutoffs)
    {
        (_shape, _off, _cutoffs) = (shape, off, cutoffs);
        if (_phi.Length < shape.Size)
        {
            _phi = new int[shape.Size];
            _reachedSquared = new float[shape.Size];
        }

        for (int i = 0; i < cutoffs; i++)
        {
            if (_unreachedSquared.Count == i)
            {
                _unreachedSquared.Add([]);
            }

            if (_unreachedSquared[i].Length < shape.Size)
            {
                _unreachedSquared[i] = new float[shape.Size];
            }
        }

        _phi.AsSpan(0, shape.Size).Fill(int.MaxValue);
        _reachedSquared.AsSpan(0, shape.Size).Fill(Reach * Reach);
    }

    /// <summary>Takes what each cutoff does not reach: the longest first, so that each part is written once.</summary>
    public void TakeUnreached(ReadOnlySpan<ReachPart> ways, ReadOnlySpan<ReachPart> barriers)
    {
        for (int cutoff = _cutoffs - 1; cutoff >= 0; cutoff--)
        {
            Span<float> field = _unreachedSquared[cutoff].AsSpan(0, _shape.Size);
            if (cutoff == _cutoffs - 1)
            {
                field.Fill(_off * _off);
            }
            else
            {
                _unreachedSquared[cutoff + 1].AsSpan(0, _shape.Size).CopyTo(field);
            }

            WriteRank(field, ways, cutoff + 1, _off);
            WriteRank(field, barriers, cutoff + 1, _off);
        }
    }

    /// <summary>Takes what a cutoff reaches and those before it did not, and works out φ.</summary>
    public void Finish(int cutoff, ReadOnlySpan<ReachPart> ways, bool isScalar = false)
    {
        Span<float> reached = _reachedSquared.AsSpan(0, _shape.Size);
        WriteRank(reached, ways, cutoff, Reach);
        Span<float> unreached = _unreachedSquared[cutoff].AsSpan(0, _shape.Size);
        Span<int> phi = _phi.AsSpan(0, _shape.Size);
        if (isScalar)
        {
            FinishScalar(reached, unreached, phi);
        }
        else
        {
            FinishVectors(reached, unreached, phi);
        }
    }

    /// <summary>Makes sure that a point of the window is inside, whatever lies around it.</summary>
    public void Force(float x, float y)
    {
        for (int row = (int)y; row <= (int)y + 1; row++)
        {
            if (row < _shape.FirstRow || row >= _shape.FirstRow + _shape.Rows)
            {
                continue;
            }

            for (int column = (int)x; column <= (int)x + 1; column++)
            {
                ref int phi = ref _phi[_shape.At(row) + column];
                phi = Math.Min(phi, Odd(-Firmness));
            }
        }
    }

    /// <summary>Whether what a cutoff does not reach is what keeps the drawing from a point.</summary>
    public bool IsHeldBack(int cutoff, int point)
    {
        float held = _off - Preference;
        return _unreachedSquared[cutoff][point] < held * held;
    }

    private void WriteRank(Span<float> field, ReadOnlySpan<ReachPart> parts, int rank, float reach)
    {
        foreach (ref readonly ReachPart part in parts)
        {
            if (part.Rank == rank && _shape.IsNear(part, reach))
            {
                SegmentSplat.Write(field, _shape, part, reach);
            }
        }
    }

    private void FinishVectors(Span<float> reached, Span<float> unreached, Span<int> phi)
    {
        Span<Vector<float>> reachedIn = MemoryMarshal.Cast<float, Vector<float>>(reached);
        Span<Vector<float>> unreachedIn = MemoryMarshal.Cast<float, Vector<float>>(unreached)[..reachedIn.Length];
        Span<Vector<int>> phiIn = MemoryMarshal.Cast<int, Vector<int>>(phi)[..reachedIn.Length];
        Vector<float> off = new(_off);
        Vector<float> preference = new(Preference);
        Vector<float> steps = new(StepsPerCell);
        for (int i = 0; i < reachedIn.Length; i++)
        {
            Vector<float> toReached = Vector.SquareRoot(reachedIn[i]);
            Vector<float> toUnreached = Vector.SquareRoot(unreachedIn[i]);
            Vector<float> cells = toReached - Vector.Min(off, toUnreached + preference);
            Vector<int> whole = Vector.ConvertToInt32(Vector.Floor(cells * steps));
            phiIn[i] = Vector.Min(phiIn[i], whole + whole + Vector<int>.One);
        }
    }

    private void FinishScalar(Span<float> reached, Span<float> unreached, Span<int> phi)
    {
        for (int i = 0; i < phi.Length; i++)
        {
            float cells = MathF.Sqrt(reached[i]) - MathF.Min(_off, MathF.Sqrt(unreached[i]) + Preference);
            phi[i] = Math.Min(phi[i], Odd(cells));
        }
    }
}
