using System.Runtime.InteropServices;

namespace Neighbor.Gis.Walking.Snaps;

/// <summary>Working memory of one snapping.</summary>
internal sealed class SnapScratch
{
    private const int FewCandidates = 8; // so many are picked one by one; whoever needs more gets all in order

    private int _next;

    public List<int> Segments { get; } = [];

    public List<int> Walls { get; } = [];

    public List<SnapCandidate> Candidates { get; } = [];

    /// <summary>Whether a wall or fence by itself stood before a candidate.</summary>
    public bool IsHeldBack { get; set; }

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
