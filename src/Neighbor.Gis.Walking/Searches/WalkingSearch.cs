using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>
/// Walks outward from one place – or toward it – until a limit. An instance serves one search at a time and is made to be
/// reused.
/// </summary>
/// <remarks>
/// <para>
/// The seeds are the places where one walker may begin: his front door and his back door. He passes the gates of the zones
/// they are in. For many walkers at once see <see cref="CatchmentSearch"/>.
/// </para>
/// <para>Units: whole milliseconds; both access stretches are walked and counted.</para>
/// <para>Source: bounded Dijkstra on buckets; see <see cref="WalkFrontier"/>. Cost: O(arcs within the limit); no allocation
/// once warm, but for the paths and stretches that are asked for.</para>
/// </remarks>
public sealed partial class WalkingSearch
{
    private readonly WalkingNetwork _network;
    private readonly WalkFrontier _frontier;
    private SnapPoint[] _seeds = new SnapPoint[2];
    private int _seedCount;

    /// <summary>Working memory for a network.</summary>
    public WalkingSearch(WalkingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _frontier = new WalkFrontier(network);
    }

    /// <summary>The network it walks on.</summary>
    public WalkingNetwork Network => _network;

    internal WalkFrontier Frontier => _frontier;

    private ReadOnlySpan<SnapPoint> Seeds => _seeds.AsSpan(0, _seedCount);

    /// <summary>Settles every node within <paramref name="limitMs"/>.</summary>
    /// <param name="seeds">Where the one walker begins, or ends; with none, nothing is reached.</param>
    /// <param name="pace">How fast he walks.</param>
    /// <param name="limitMs">The longest walk counted, in milliseconds, itself included.</param>
    /// <param name="direction">From the seeds outward, or toward them.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    /// <exception cref="ArgumentOutOfRangeException">A seed is not on the network, or the limit is negative.</exception>
    public void Run(
        ReadOnlySpan<SnapPoint> seeds,
        Pace pace,
        int limitMs,
        WalkDirection direction = WalkDirection.Forward,
        NetworkOverlay? overlay = null
    )
    {
        Begin(seeds, pace, limitMs, direction, overlay);
        _frontier.SettleAll();
    }

    /// <summary>How long the walk to a place is – in a reverse search, from it – or null beyond the limit.</summary>
    public int? WalkMs(SnapPoint target)
    {
        int walkMs = Best(target).WalkMs;
        return walkMs == WalkFrontier.Unreached ? null : walkMs;
    }

    /// <summary>The shorter of the walks to the two places of one position, or null beyond the limit.</summary>
    public int? WalkMs(Snapping.Snapped target)
    {
        ArgumentNullException.ThrowIfNull(target);
        int? first = WalkMs(target.First);
        int? second = target.Second is { } place ? WalkMs(place) : null;
        return first is null || second < first ? second : first;
    }

    /// <summary>How long the walk to a node is, without regard to where one stands beside it; null beyond the limit.</summary>
    public int? WalkMs(NodeId node)
    {
        int walkMs = _frontier.WalkMs(_frontier.BestState(node.Value));
        return walkMs == WalkFrontier.Unreached ? null : walkMs;
    }

    /// <summary>Walks until the way to one position is known, and no farther.</summary>
    /// <param name="seeds">Where the one walker begins, or ends.</param>
    /// <param name="target">Where he goes, or comes from: the one or two places of one position.</param>
    /// <param name="pace">How fast he walks.</param>
    /// <param name="limitMs">The longest walk counted, in milliseconds, itself included.</param>
    /// <param name="direction">From the seeds to the target, or from it to them.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    /// <returns>How long the walk is, or null beyond the limit; <see cref="PathTo(Snapping.Snapped)"/> has its course.</returns>
    public int? RunTo(
        ReadOnlySpan<SnapPoint> seeds,
        Snapping.Snapped target,
        Pace pace,
        int limitMs,
        WalkDirection direction = WalkDirection.Forward,
        NetworkOverlay? overlay = null
    )
    {
        ArgumentNullException.ThrowIfNull(target);
        Begin(seeds, pace, limitMs, direction, overlay);
        int? walkMs;
        do
        {
            walkMs = WalkMs(target);
        } while (!(walkMs < _frontier.UnsettledFromMs) && _frontier.SettleBucket());

        return walkMs;
    }

    internal void Begin(
        ReadOnlySpan<SnapPoint> seeds,
        Pace pace,
        int limitMs,
        WalkDirection direction,
        NetworkOverlay? overlay
    )
    {
        foreach (ref readonly SnapPoint seed in seeds)
        {
            ThrowIfNotOn(_network, seed);
        }

        _frontier.Begin(pace, limitMs, direction, overlay);
        if (_seeds.Length < seeds.Length)
        {
            _seeds = new SnapPoint[seeds.Length];
        }

        seeds.CopyTo(_seeds);
        _seedCount = seeds.Length;
        foreach (ref readonly SnapPoint seed in seeds)
        {
            _frontier.AddSeed(seed);
        }
    }

    internal static void ThrowIfNotOn(WalkingNetwork network, in SnapPoint seed)
    {
        if (
            (uint)seed.Link.Value >= (uint)network.LinkCount
            || (uint)seed.Zone.Value >= (uint)network.ZoneCount
            || (uint)seed.OffsetMm > (uint)network.LengthMm(seed.Link)
            || seed.AccessMm < 0
        )
        {
            throw new ArgumentOutOfRangeException(nameof(seed), seed, "Not a place on this network.");
        }
    }

    internal int WalkMsOrUnreached(in SnapPoint target) => Best(target).WalkMs;

    /// <summary>The best way to a target: along its own link from a seed, or through one of its link's ends.</summary>
    private Arrival Best(in SnapPoint target)
    {
        Arrival best = new(WalkFrontier.Unreached, Arrival.Nowhere, Arrival.Nowhere);
        if (_frontier.LimitMs < 0)
        {
            return best;
        }

        ThrowIfNotOn(_network, target);
        if (_frontier.Overlay.IsCutOff(target))
        {
            return best;
        }

        int accessMs = _frontier.Pace.AccessMs(target.AccessMm);
        for (int i = 0; i < _seedCount; i++)
        {
            ref readonly SnapPoint seed = ref _seeds[i];
            if (
                seed.Link == target.Link
                && _frontier.TryAlong(target.Link, seed.OffsetMm, target.OffsetMm, out int alongMs)
                && !_frontier.Overlay.IsCutOff(seed)
            )
            {
                int seedMs = _frontier.Pace.AccessMs(seed.AccessMm);
                Offer(seedMs, alongMs, accessMs, new Arrival(0, i, Arrival.Nowhere), ref best);
            }
        }

        OfferThrough(target, accessMs, _network.TailOf(target.Link), 0, ref best);
        OfferThrough(target, accessMs, _network.HeadOf(target.Link), _network.LengthMm(target.Link), ref best);
        return best;
    }

    private void OfferThrough(in SnapPoint target, int accessMs, NodeId node, int endMm, ref Arrival best)
    {
        if (_frontier.TryAlong(target.Link, endMm, target.OffsetMm, out int alongMs))
        {
            int state = _frontier.BestState(node.Value);
            Arrival arrival = new(0, Arrival.Nowhere, state) { IsThroughHead = endMm > 0 };
            Offer(_frontier.WalkMs(state), alongMs, accessMs, arrival, ref best);
        }
    }

    private void Offer(int walkedMs, int alongMs, int accessMs, Arrival arrival, ref Arrival best)
    {
        long walkMs = (long)walkedMs + alongMs + accessMs;
        if (walkMs <= _frontier.LimitMs && walkMs < best.WalkMs)
        {
            best = arrival with { WalkMs = (int)walkMs };
        }
    }

    /// <summary>How a target is come to: directly from a seed, or from a state at one end of its link.</summary>
    private readonly record struct Arrival(int WalkMs, int Seed, int State)
    {
        public const int Nowhere = -1;

        public bool IsThroughHead { get; init; }
    }
}
