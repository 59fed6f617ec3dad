using System.Runtime.InteropServices;
using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Snaps;

/// <summary>Working memory of one snapping.</summary>
internal sealed class SnapScratch
{
    private const int FewCandidates = 8; // so many are picked one by one; whoever needs more gets all in order

    private const int MostKnownWalls = 16; // as many as it is quicker to try than to search for

    private readonly int[] _knownWalls = new int[MostKnownWalls];
    private int _knownCount;
    private int _next;

    public List<int> Segments { get; } = [];

    public List<int> Walls { get; } = [];

    public List<SnapCandidate> Candidates { get; } = [];

    /// <summary>Pieces of wall, for the question whether they go all round.</summary>
    public List<(Position From, Position To)> Pieces { get; } = [];

    /// <summary>The directions they lie in.</summary>
    public List<(double From, double To)> Directions { get; } = [];

    /// <summary>Walls that stood before a candidate.</summary>
    public ReadOnlySpan<int> KnownWalls => _knownWalls.AsSpan(0, Math.Min(_knownCount, MostKnownWalls));

    /// <summary>Whether a wall or fence by itself stood before a candidate.</summary>
    public bool IsHeldBack { get; set; }

    /// <summary>Begins with a position.</summary>
    public void Begin()
    {
        IsHeldBack = false;
        _knownCount = 0;
    }

    /// <summary>Keeps a wall that stood before a candidate, in place of the one kept longest.</summary>
    public void Remember(int wall) => _knownWalls[_knownCount++ % MostKnownWalls] = wall;

    public void Clear()
    {
        Segments.Clear();
        Candidates.Clear();
        _next = 0;
    }

    /// <summary>Takes the cheapest candidate not taken yet; false where none is left.</summary>
    public bool TryNext(out SnapCandidate cheapest)
    {
        Span<SnapCandidate> rest = CollectionsMarshal.AsSpan(Candidates)[_next..];
        if (rest.IsEmpty)
        {
            cheapest = default;
            return false;
        }

        if (_next == FewCandidates)
        {
            rest.Sort(static (one, other) => one.CompareWith(other));
        }
        else if (_next < FewCandidates)
        {
            int best = 0;
            for (int i = 1; i < rest.Length; i++)
            {
                best = rest[i].IsBefore(rest[best]) ? i : best;
            }

            (rest[0], rest[best]) = (rest[best], rest[0]);
        }

        cheapest = rest[0];
        _next++;
        return true;
    }
}
