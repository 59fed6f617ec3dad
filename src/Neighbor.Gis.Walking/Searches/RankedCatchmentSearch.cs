using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>
/// For every place on the network the several sources it is nearest to, in order: the first, the one that stands in for it, and
/// so on. An instance serves one search at a time and is made to be reused.
/// </summary>
/// <remarks>
/// <para>Shapes: <c>labels[NodeCount · LayerCount · Ranks]</c>, each state's in ascending order; a label is the walk above the source.</para>
/// <para>
/// A source that is not among the nearest of a place is not among the nearest of any place walked to through it: the others could
/// go the same way. So as many labels a place as ranks are asked for are enough.
/// </para>
/// <para>Source: own; Dijkstra with k labels. Units: whole milliseconds. Cost: O(ranks · arcs within the limit); no allocation
/// once warm.</para>
/// </remarks>
public sealed class RankedCatchmentSearch
{
    private const ulong Unreached = ulong.MaxValue;

    private readonly WalkingNetwork _network;
    private readonly NetworkColumns _columns;
    private readonly WalkFrontier _frontier;
    private readonly WalkQueue _queue = new();
    private readonly ulong[] _labels;
    private ulong[] _arcs = [];
    private PlacedPoints? _sources;
    private Predicate<int>? _isCounted;

    /// <summary>Working memory for a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="ranks">How many sources of every place; 1 to 8.</param>
    public RankedCatchmentSearch(WalkingNetwork network, int ranks)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(ranks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ranks, 8);
        _network = network;
        _columns = network.Columns;
        _frontier = new WalkFrontier(network);
        _labels = new ulong[network.NodeCount * network.LayerCount * ranks];
        Ranks = ranks;
    }

    /// <summary>How many sources of every place.</summary>
    public int Ranks { get; }

    /// <summary>Spreads from all sources.</summary>
    /// <param name="sources">The sources, on the same network.</param>
    /// <param name="pace">How fast is walked.</param>
    /// <param name="limitMs">The longest walk counted, itself included.</param>
    /// <param name="direction">Toward the sources – who can come here – or from them.</param>
    /// <param name="isCounted">Which sources count, by number; null means all. Must answer the same until the next run.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    /// <param name="cancellationToken">Stops the search; what it had found is then worth nothing.</param>
    public void Run(
        PlacedPoints sources,
        Pace pace,
        int limitMs,
        WalkDirection direction = WalkDirection.Reverse,
        Predicate<int>? isCounted = null,
        NetworkOverlay? overlay = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (!ReferenceEquals(sources.Network, _network))
        {
            throw new ArgumentException("The sources were placed on another network.", nameof(sources));
        }

        _sources = sources;
        _isCounted = isCounted;
        _frontier.Begin(pace, limitMs, direction, overlay);
        _arcs = _frontier.Arcs;
        Array.Fill(_labels, Unreached);
        _queue.Clear();
        for (int point = 0; point < sources.Count; point++)
        {
            if (sources.Find(point) is { } snap && (isCounted is null || isCounted(point)))
            {
                AddSeed(snap.First, point);
                if (snap.Second is { } second)
                {
                    AddSeed(second, point);
                }
            }
        }

        while (_queue.OpenBucket())
        {
            cancellationToken.ThrowIfCancellationRequested();
            SettleBucket();
        }
    }

    /// <summary>Writes the sources a position is nearest to, the nearest first, each once.</summary>
    /// <param name="target">The one or two places of the position.</param>
    /// <param name="nearest">Receives as many as there is room for, and at most <see cref="Ranks"/>.</param>
    /// <returns>How many were written.</returns>
    public int NearestInto(Snapping.Snapped target, Span<NearestSource> nearest)
    {
        ArgumentNullException.ThrowIfNull(target);
        Span<NearestSource> room = nearest[..Math.Min(nearest.Length, Ranks)];
        int count = 0;
        if (_sources is not null)
        {
            OfferFor(target.First, room, ref count);
            if (target.Second is { } second)
            {
                OfferFor(second, room, ref count);
            }
        }

        return count;
    }

    private void OfferFor(in SnapPoint target, Span<NearestSource> nearest, ref int count)
    {
        WalkingSearch.ThrowIfNotOn(_network, target);
        if (_frontier.Overlay.IsCutOff(target))
        {
            return;
        }

        int accessMs = _frontier.Pace.AccessMs(target.AccessMm);
        (int first, int end) = _sources!.OnLink(target.Link.Value);
        for (int place = first; place < end; place++)
        {
            int point = _sources.PointOf(place);
            ref readonly SnapPoint source = ref _sources.PlaceOf(place);
            if (
                (_isCounted is null || _isCounted(point))
                && _frontier.TryAlong(target.Link, source.OffsetMm, target.OffsetMm, out int alongMs)
                && !_frontier.Overlay.IsCutOff(source)
            )
            {
                Offer(point, _frontier.Pace.AccessMs(source.AccessMm), alongMs, accessMs, nearest, ref count);
            }
        }

        OfferThrough(_network.TailOf(target.Link), 0, target, accessMs, nearest, ref count);
        int lengthMm = _network.LengthMm(target.Link);
        OfferThrough(_network.HeadOf(target.Link), lengthMm, target, accessMs, nearest, ref count);
    }

    private void OfferThrough(
        NodeId node,
        int endMm,
        in SnapPoint target,
        int accessMs,
        Span<NearestSource> nearest,
        ref int count
    )
    {
        if (!_frontier.TryAlong(target.Link, endMm, target.OffsetMm, out int alongMs))
        {
            return;
        }

        for (int layer = 0; layer < _network.LayerCount; layer++)
        {
            foreach (ulong label in LabelsOf(node.Value + (layer * _network.NodeCount)))
            {
                if (label != Unreached)
                {
                    Offer((int)(uint)label, (int)(label >> 32), alongMs, accessMs, nearest, ref count);
                }
            }
        }
    }

    private void Offer(int source, int walkedMs, int alongMs, int accessMs, Span<NearestSource> nearest, ref int count)
    {
        long walkMs = (long)walkedMs + alongMs + accessMs;
        if (walkMs > _frontier.LimitMs)
        {
            return;
        }

        NearestSource offered = new(source, (int)walkMs);
        int known = 0;
        while (known < count && nearest[known].Source != source)
        {
            known++;
        }

        if (known < count && nearest[known].WalkMs <= walkMs)
        {
            return;
        }

        if (known == count)
        {
            if (count == nearest.Length)
            {
                if (count == 0 || !IsBefore(offered, nearest[count - 1]))
                {
                    return;
                }

                known = count - 1;
            }
            else
            {
                count++;
            }
        }

        while (known > 0 && IsBefore(offered, nearest[known - 1]))
        {
            nearest[known] = nearest[known - 1];
            known--;
        }

        nearest[known] = offered;
    }

    private static bool IsBefore(NearestSource one, NearestSource other) =>
        one.WalkMs < other.WalkMs || (one.WalkMs == other.WalkMs && one.Source < other.Source);

    private void AddSeed(in SnapPoint seed, int source)
    {
        for (int end = 0; end < 2; end++)
        {
            if (_frontier.TrySeed(seed, isHead: end == 1, out int state, out int walkMs))
            {
                Reach(state, ((ulong)(uint)walkMs << 32) | (uint)source);
            }
        }
    }

    private void SettleBucket()
    {
        int bucket = _queue.Bucket;
        int entry;
        while ((entry = _queue.FirstIn[bucket]) != WalkQueue.None)
        {
            _queue.Pop(entry, out int state, out int walkMs);
            (int layer, int node) = Math.DivRem(state, _network.NodeCount);
            for (int rank = 0; rank < Ranks; rank++)
            {
                ulong label = _labels[(state * Ranks) + rank];
                if ((int)(label >> 32) == walkMs) // else it was bettered, or pushed out, since it was queued
                {
                    Relax(node, layer, label);
                }
            }
        }
    }

    private void Relax(int node, int layer, ulong label)
    {
        int leftMs = _frontier.LimitMs - (int)(label >> 32);
        for (int arc = _columns.FirstArc[node]; arc < _columns.FirstArc[node + 1]; arc++)
        {
            ulong packed = _arcs[arc];
            int arcMs = (int)(packed >> 32);
            if (arcMs <= leftMs)
            {
                int head = (int)(packed & PacedArcs.HeadBits);
                Reach(head + (layer * _network.NodeCount), label + ((ulong)(uint)arcMs << 32));
            }
            else if (arcMs == PacedArcs.IsGate)
            {
                Pass((int)(uint)packed, node, layer, label);
            }
        }
    }

    private void Pass(int gate, int node, int layer, ulong label)
    {
        if (_frontier.StateBehind(gate, node, layer) is var state and >= 0)
        {
            Reach(state, label);
        }
    }

    private void Reach(int state, ulong label)
    {
        (int layer, int node) = Math.DivRem(state, _network.NodeCount);
        bool isBeaten = _frontier.IsArriving(layer) && HasNearer(LabelsOf(node), label);
        if (isBeaten || HasNearer(LabelsOf(state), label))
        {
            return;
        }

        Span<ulong> labels = LabelsOf(state);
        if (label >= labels[^1])
        {
            return; // and it is not its source's own that it would better: that is among them, and no nearer
        }

        Insert(labels, label);
        _queue.Push(state, (int)(label >> 32));
    }

    /// <summary>Puts a label in order, in the place of its source's own or else of the last.</summary>
    private static void Insert(Span<ulong> labels, ulong label)
    {
        int rank = 0;
        while (rank < labels.Length - 1 && (uint)labels[rank] != (uint)label)
        {
            rank++;
        }

        while (rank > 0 && labels[rank - 1] > label)
        {
            labels[rank] = labels[rank - 1];
            rank--;
        }

        labels[rank] = label;
    }

    private static bool HasNearer(ReadOnlySpan<ulong> labels, ulong label)
    {
        foreach (ulong known in labels)
        {
            if ((uint)known == (uint)label && known <= label)
            {
                return true;
            }
        }

        return false;
    }

    private Span<ulong> LabelsOf(int state) => _labels.AsSpan(state * Ranks, Ranks);
}
