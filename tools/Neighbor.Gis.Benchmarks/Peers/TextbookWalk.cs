using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Peers;

/// <summary>Dijkstra's search as in the textbook, on the survey as it came: the peer everybody can write, and the oracle.</summary>
/// <remarks>
/// <para>Source: Dijkstra (1959) with lazy deletion on the runtime's <see cref="PriorityQueue{TElement, TPriority}"/>.</para>
/// <para>Units: whole millimetres.</para>
/// </remarks>
internal sealed class TextbookWalk(RawStreets streets, RawPlaces places)
{
    public const int Unreached = int.MaxValue;

    private readonly PriorityQueue<int, int> _frontier = new();
    private readonly int[] _walkMm = NewLabels(streets.NodeCount);
    private readonly int[] _owners = new int[streets.NodeCount];
    private readonly List<int> _touched = [];

    /// <summary>The nodes that were reached.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>Forgets the last search.</summary>
    public void Begin()
    {
        foreach (int node in _touched)
        {
            _walkMm[node] = Unreached;
        }

        _touched.Clear();
        _frontier.Clear();
    }

    /// <summary>Begins at a place.</summary>
    public void Seed(in SnapPoint place, int owner = 0)
    {
        (int before, int beforeMm, int after, int afterMm) = places.Around(place);
        Reach(before, place.AccessMm + beforeMm, owner);
        Reach(after, place.AccessMm + afterMm, owner);
    }

    /// <summary>Begins at a node.</summary>
    public void Seed(int node, int owner = 0) => Reach(node, 0, owner);

    /// <summary>Walks on as far as a limit.</summary>
    public void SettleAll(int limitMm)
    {
        while (TrySettle(limitMm, out _, out _)) { }
    }

    /// <summary>Settles the next node; false where none is left within the limit.</summary>
    public bool TrySettle(int limitMm, out int node, out int walkMm)
    {
        while (_frontier.TryDequeue(out node, out walkMm))
        {
            if (walkMm > _walkMm[node])
            {
                continue;
            }

            for (int arc = streets.FirstArc[node]; arc < streets.FirstArc[node + 1]; arc++)
            {
                int nextMm = walkMm + streets.LengthsMm[arc];
                if (nextMm <= limitMm)
                {
                    Reach(streets.Heads[arc], nextMm, _owners[node]);
                }
            }

            return true;
        }

        return false;
    }

    public int WalkMm(int node) => _walkMm[node];

    /// <summary>How long the walk to a place is that no seed shares a segment with.</summary>
    public int WalkMm(in SnapPoint place)
    {
        (int before, int beforeMm, int after, int afterMm) = places.Around(place);
        int throughBefore = _walkMm[before] == Unreached ? Unreached : _walkMm[before] + beforeMm + place.AccessMm;
        int throughAfter = _walkMm[after] == Unreached ? Unreached : _walkMm[after] + afterMm + place.AccessMm;
        return Math.Min(throughBefore, throughAfter);
    }

    private void Reach(int node, int walkMm, int owner)
    {
        if (walkMm >= _walkMm[node])
        {
            return;
        }

        if (_walkMm[node] == Unreached)
        {
            _touched.Add(node);
        }

        _walkMm[node] = walkMm;
        _owners[node] = owner;
        _frontier.Enqueue(node, walkMm);
    }

    private static int[] NewLabels(int count)
    {
        int[] labels = new int[count];
        Array.Fill(labels, Unreached);
        return labels;
    }
}
