using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>路段. Pieces of ways as polylines in one flat buffer, made to be cleared and filled again.</summary>
/// <remarks>
/// <para>Shapes: <c>positions[PositionCount]</c>; stretch i ends before <c>ends[i]</c> and begins where i - 1
/// ended.</para>
/// </remarks>
public sealed class Stretches
{
    private Position[] _positions = new Position[256];
    private int[] _ends = new int[64];
    private int _begun;

    /// <summary>How many stretches there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many positions they have together.</summary>
    public int PositionCount { get; private set; }

    /// <summary>The positions of one stretch, one after the other.</summary>
    public ReadOnlySpan<Position> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            int start = index == 0 ? 0 : _ends[index - 1];
            return _positions.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Forgets all of them and keeps the room.</summary>
    public void Clear()
    {
        Count = 0;
        PositionCount = 0;
        _begun = 0;
    }

    /// <summary>Adds a stretch; one position alone is a place that is reached and nothing more.</summary>
    public void Add(ReadOnlySpan<Position> stretch)
    {
        foreach (Position position in stretch)
        {
            Append(position);
        }

        Close();
    }

    /// <summary>Adds a position to the stretch that is being written.</summary>
    public void Append(Position position)
    {
        if (PositionCount == _positions.Length)
        {
            Array.Resize(ref _positions, 2 * PositionCount);
        }

        _positions[PositionCount++] = position;
    }

    /// <summary>Ends the stretch that is being written; without a position since the last there is none.</summary>
    public void Close()
    {
        if (PositionCount == _begun)
        {
            return;
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * Count);
        }

        _ends[Count++] = PositionCount;
        _begun = PositionCount;
    }
}
