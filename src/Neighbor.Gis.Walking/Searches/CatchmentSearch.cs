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
    private readonly CatchmentLabels _labels;
    private PlacedPoints? _sources;
    private Predicate<int>? _isCounted;

    /// <summary>Working memory for a network.</summary>
    public CatchmentSearch(WalkingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _frontier = new WalkFrontier(network);
        _labels = new CatchmentLabels(network, _frontier);
    }

    /// <summary>On how many threads at most a search runs; the answer is the same.</summary>
    public int Cores { get; init; } = 1;

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
        _labels.Begin();
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

        _labels.Spread(Cores, cancellationToken);
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

    /// <summary>Writes the source that each of many points is nearest to; <see cref="NearestSource.None"/> where none is within the limit.</summary>
    /// <remarks><para>The points are asked in the order of their links, which for a whole town is several times as fast as one by
    /// one in any other order.</para></remarks>
    /// <param name="targets">The points, on the same network.</param>
    /// <param name="nearest">Receives one for each point, by its number.</param>
    public void NearestInto(PlacedPoints targets, Span<NearestSource> nearest)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfNotEqual(nearest.Length, targets.Count, nameof(nearest));
        nearest.Fill(NearestSource.None);
        for (int place = 0; place < targets.PlaceCount; place++)
        {
            ref NearestSource known = ref nearest[targets.PointOf(place)];
            known = Nearer(known, Best(targets.PlaceOf(place)));
        }
    }

    private void AddSeed(in SnapPoint seed, int source)
    {
        for (int end = 0; end < 2; end++)
        {
            if (_frontier.TrySeed(seed, isHead: end == 1, out int state, out int walkMs))
            {
                _labels.AddSeed(state, walkMs, source);
            }
        }
    }

    private NearestSource Best(in SnapPoint target)
    {
        NearestSource best = NearestSource.None;
        if (_sources is null)
        {
            return best;
        }

        WalkingSearch.ThrowIfNotOn(_network, target);
        if (_frontier.Overlay.IsCutOff(target))
        {
            return best;
        }

        int accessMs = _frontier.Pace.AccessMs(target.AccessMm);
        best = BestAlongLink(target, accessMs, best);
        best = Nearer(best, Through(_network.TailOf(target.Link), 0, target, accessMs));
        return Nearer(best, Through(_network.HeadOf(target.Link), _network.LengthMm(target.Link), target, accessMs));
    }

    private NearestSource BestAlongLink(in SnapPoint target, int accessMs, NearestSource best)
    {
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
                best = Nearer(best, Within(point, _frontier.Pace.AccessMs(source.AccessMm), alongMs, accessMs));
            }
        }

        return best;
    }

    private NearestSource Through(NodeId node, int endMm, in SnapPoint target, int accessMs)
    {
        ulong label = _labels.BestOf(node.Value);
        return
            label != CatchmentLabels.Unreached
            && _frontier.TryAlong(target.Link, endMm, target.OffsetMm, out int alongMs)
            ? Within((int)(uint)label, (int)(label >> 32), alongMs, accessMs)
            : NearestSource.None;
    }

    private NearestSource Within(int source, int walkedMs, int alongMs, int accessMs)
    {
        long walkMs = (long)walkedMs + alongMs + accessMs;
        return walkMs <= _frontier.LimitMs ? new NearestSource(source, (int)walkMs) : NearestSource.None;
    }

    private static NearestSource Nearer(NearestSource one, NearestSource other) =>
        other.WalkMs < one.WalkMs || (other.WalkMs == one.WalkMs && other.Source < one.Source) ? other : one;
}
