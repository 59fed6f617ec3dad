using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>
/// 吸引范围. For every place on the network the source it is nearest to, from all sources at once. An instance serves one
/// search at a time and is made to be reused.
/// </summary>
/// <remarks>
/// <para>
/// One search from all sources at once. Of two equally near the lower number counts, so that the answer does not depend on the
/// order of anything.
/// </para>
/// <para>Units: whole milliseconds. Cost: O(arcs within the limit), however many sources; no allocation once warm.</para>
/// </remarks>
public sealed class CatchmentSearch
{
    private readonly WalkingNetwork _network;
    private readonly WalkFrontier _frontier;
    private readonly NodeCatch[] _nearest;
    private PlacedPoints? _sources;
    private Predicate<int>? _isCounted;
    private int _round;

    /// <summary>Working memory for a network.</summary>
    public CatchmentSearch(WalkingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _frontier = new WalkFrontier(network);
        _nearest = new NodeCatch[network.NodeCount];
    }

    /// <summary>Spreads from all sources.</summary>
    /// <param name="sources">The sources, on the same network.</param>
    /// <param name="pace">How fast is walked.</param>
    /// <param name="limitMs">The longest walk counted, itself included.</param>
    /// <param name="direction">Toward the sources – who can come here – or from them.</param>
    /// <param name="isCounted">Which sources count, by number; null means all. Must answer the same until the next run.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    public void Run(
        PlacedPoints sources,
        Pace pace,
        int limitMs,
        WalkDirection direction = WalkDirection.Reverse,
        Predicate<int>? isCounted = null,
        NetworkOverlay? overlay = null
    )
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (!ReferenceEquals(sources.Network, _network))
        {
            throw new ArgumentException("The sources were placed on another network.", nameof(sources));
        }

        _sources = sources;
        _isCounted = isCounted;
        NextRound();
        _frontier.Begin(pace, limitMs, direction, overlay);
        for (int point = 0; point < sources.Count; point++)
        {
            if (sources.Find(point) is { } snap && (isCounted is null || isCounted(point)))
            {
                AddSeeds(snap, point);
            }
        }

        _frontier.SettleAll();
        foreach (int state in _frontier.Touched)
        {
            ref readonly WalkLabel label = ref _frontier.LabelOf(state);
            Keep(_frontier.NodeOf(state), label.WalkMs, label.Owner);
        }
    }

    /// <summary>The source a place is nearest to, or null where none is within the limit.</summary>
    public NearestSource? NearestTo(SnapPoint target)
    {
        NearestSource nearest = Best(target);
        return nearest.WalkMs == WalkFrontier.Unreached ? null : nearest;
    }

    /// <summary>The source the better of the two places of one position is nearest to, or null.</summary>
    public NearestSource? NearestTo(Snapping.Snapped target)
    {
        ArgumentNullException.ThrowIfNull(target);
        NearestSource nearest = Best(target.First);
        if (target.Second is { } place)
        {
            nearest = Nearer(nearest, Best(place));
        }

        return nearest.WalkMs == WalkFrontier.Unreached ? null : nearest;
    }

    private void AddSeeds(Snapping.Snapped snap, int point)
    {
        _frontier.AddSeed(snap.First, point);
        if (snap.Second is { } second)
        {
            _frontier.AddSeed(second, point);
        }
    }

    private void Keep(int node, int walkMs, int source)
    {
        ref NodeCatch kept = ref _nearest[node];
        if (kept.Round != _round || walkMs < kept.WalkMs || (walkMs == kept.WalkMs && source < kept.Source))
        {
            kept = new NodeCatch
            {
                Round = _round,
                WalkMs = walkMs,
                Source = source,
            };
        }
    }

    private NearestSource Best(in SnapPoint target)
    {
        NearestSource best = new(int.MaxValue, WalkFrontier.Unreached);
        if (_sources is null)
        {
            return best;
        }

        WalkingSearch.ThrowIfNotOn(_network, target);
        int accessMs = _frontier.Pace.AccessMs(target.AccessMm);
        best = BestAlongLink(target, accessMs, best);
        int lengthMm = _network.LengthMm(target.Link);
        WayKind kind = _network.KindOf(target.Link);
        if (CanWalk(target.Link, 0, target.OffsetMm))
        {
            int alongMs = _frontier.Pace.WalkMs(target.OffsetMm, kind);
            best = Nearer(best, From(_network.TailOf(target.Link), alongMs, accessMs));
        }

        if (CanWalk(target.Link, lengthMm, target.OffsetMm))
        {
            int alongMs = _frontier.Pace.WalkMs(lengthMm - target.OffsetMm, kind);
            best = Nearer(best, From(_network.HeadOf(target.Link), alongMs, accessMs));
        }

        return best;
    }

    private NearestSource BestAlongLink(in SnapPoint target, int accessMs, NearestSource best)
    {
        Pace pace = _frontier.Pace;
        WayKind kind = _network.KindOf(target.Link);
        (int first, int end) = _sources!.OnLink(target.Link.Value);
        for (int place = first; place < end; place++)
        {
            int point = _sources.PointOf(place);
            SnapPoint source = _sources.PlaceOf(place);
            bool isCounted = _isCounted is null || _isCounted(point);
            if (isCounted && CanWalk(target.Link, source.OffsetMm, target.OffsetMm))
            {
                int alongMs = pace.WalkMs(Math.Abs(source.OffsetMm - target.OffsetMm), kind);
                best = Nearer(best, Within(point, pace.AccessMs(source.AccessMm), alongMs, accessMs));
            }
        }

        return best;
    }

    private NearestSource From(NodeId node, int alongMs, int accessMs)
    {
        ref NodeCatch kept = ref _nearest[node.Value];
        return kept.Round == _round
            ? Within(kept.Source, kept.WalkMs, alongMs, accessMs)
            : new NearestSource(int.MaxValue, WalkFrontier.Unreached);
    }

    private NearestSource Within(int source, int walkedMs, int alongMs, int accessMs)
    {
        long walkMs = (long)walkedMs + alongMs + accessMs;
        return walkMs <= _frontier.LimitMs
            ? new NearestSource(source, (int)walkMs)
            : new NearestSource(int.MaxValue, WalkFrontier.Unreached);
    }

    private static NearestSource Nearer(NearestSource one, NearestSource other) =>
        other.WalkMs < one.WalkMs || (other.WalkMs == one.WalkMs && other.Source < one.Source) ? other : one;

    private bool CanWalk(LinkId link, int fromMm, int toMm)
    {
        bool isForward = _frontier.Direction == WalkDirection.Forward;
        return fromMm == toMm || (fromMm < toMm == isForward ? _network.CanForward(link) : _network.CanBackward(link));
    }

    private void NextRound()
    {
        if (_round == int.MaxValue)
        {
            Array.Clear(_nearest);
            _round = 0;
        }

        _round++;
    }

    private struct NodeCatch
    {
        public int Round;
        public int WalkMs;
        public int Source;
    }
}
