using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>The engine of one walker's searches: labels that spread outward from his doors, bucket by bucket, and stop at gates.</summary>
/// <remarks>
/// <para>
/// States: node + layer · NodeCount, for each level of freedom a walker may have where he is; see <see cref="GatePassing"/>.
/// </para>
/// <para>
/// Shapes: <c>labels[NodeCount · LayerCount]</c>. A label is the walk in milliseconds, below the number of the search that wrote it:
/// numbers fall from search to search, so that one comparison says "not reached yet, or farther". Up to a limit of 2²⁴ ms the number
/// has eight bits and the labels are cleared every 254 searches; beyond, where a search settles most of a network anyway, before
/// each search. What led to a label is not kept: it is found again when a path is asked for.
/// </para>
/// <para>Source: Dijkstra (1959) on buckets. Units: whole milliseconds. Cost: O(arcs within the limit); no allocation once warm.
/// Threads: one at a time. The loop reads its arrays by reference: the bounds of what a network holds were checked when it was
/// built, and checking them again took a tenth of the time.</para>
/// </remarks>
internal sealed partial class WalkFrontier
{
    /// <summary>Farther than any walk.</summary>
    public const int Unreached = int.MaxValue;

    /// <summary>The longest limit at which labels have room for the number of the search.</summary>
    private const int ShortLimitMs = (1 << 24) - 1;

    private const uint ShortMask = ShortLimitMs;
    private const uint LongMask = int.MaxValue;
    private const uint FirstRound = 0xFE;

    private readonly WalkingNetwork _network;
    private readonly NetworkColumns _columns;
    private readonly uint[] _labels;
    private readonly int _deepest;
    private readonly WalkQueue _queue = new();
    private int[] _settled = new int[256];
    private int _settledCount;
    private int _bucketBegin;
    private uint _round = 1; // the next search clears the labels
    private uint _stamp;
    private uint _mask = ShortMask;
    private NetworkOverlay _overlay;
    private PacedArcs _paced;
    private ulong[] _arcs;

    public WalkFrontier(WalkingNetwork network)
    {
        _network = network;
        _columns = network.Columns;
        _labels = new uint[network.NodeCount * network.LayerCount];
        _deepest = (network.LayerCount - 1) / 2;
        _overlay = network.WheneverOpen;
        _paced = _overlay.ArcsFor(Pace);
        _arcs = _paced.Outward;
        Array.Fill(_labels, uint.MaxValue);
    }

    /// <summary>How far to go at most, in milliseconds; below 0 before the first search.</summary>
    public int LimitMs { get; private set; } = -1;

    public WalkDirection Direction { get; private set; }

    public Pace Pace { get; private set; } = Pace.Planning;

    public NetworkOverlay Overlay => _overlay;

    /// <summary>How long the arcs take in the direction of the search, beside those of the network.</summary>
    public ulong[] Arcs => _arcs;

    /// <summary>Every state settled; some perhaps twice.</summary>
    public ReadOnlySpan<int> Settled => _settled.AsSpan(0, _settledCount);

    /// <summary>The states of the last bucket settled; some perhaps twice.</summary>
    public ReadOnlySpan<int> SettledLast => _settled.AsSpan(_bucketBegin, _settledCount - _bucketBegin);

    /// <summary>What is not settled yet is at least so far.</summary>
    public int UnsettledFromMs => _queue.BucketStartMs;

    /// <summary>Forgets the last search and prepares the next.</summary>
    public void Begin(Pace pace, int limitMs, WalkDirection direction, NetworkOverlay? overlay)
    {
        ArgumentNullException.ThrowIfNull(pace);
        ArgumentOutOfRangeException.ThrowIfNegative(limitMs);
        NetworkOverlay used = overlay ?? _network.WheneverOpen;
        if (!used.BelongTo(_network))
        {
            throw new ArgumentException("The overlay was made for another network.", nameof(overlay));
        }

        if (!ReferenceEquals(used, _overlay) || !ReferenceEquals(pace, Pace))
        {
            _overlay = used;
            _paced = used.ArcsFor(pace);
            Pace = pace;
        }

        LimitMs = Math.Min(limitMs, PacedArcs.Never - 1);
        Direction = direction;
        _arcs = direction == WalkDirection.Forward ? _paced.Outward : _paced.Inward;
        NextRound();
        _queue.Clear();
        _settledCount = 0;
        _bucketBegin = 0;
    }

    /// <summary>Begins walking at both ends of the link a seed is on.</summary>
    public void AddSeed(in SnapPoint seed)
    {
        for (int end = 0; end < 2; end++)
        {
            if (TrySeed(seed, isHead: end == 1, out int state, out int walkMs))
            {
                Reach(state, walkMs);
            }
        }
    }

    /// <summary>What a seed reaches first: an end of its link, at home in the zone the link is in. False where not within the limit.</summary>
    public bool TrySeed(in SnapPoint seed, bool isHead, out int state, out int walkMs)
    {
        int link = seed.Link.Value;
        int endMm = isHead ? _columns.LinkLengthsMm[link] : 0;
        state = StateOf((isHead ? _columns.LinkHeads : _columns.LinkTails)[link], HomeLayerOf(seed));
        bool canWalk = TryAlong(seed.Link, seed.OffsetMm, endMm, out int alongMs) && !_overlay.IsCutOff(seed);
        long seedMs = (long)Pace.AccessMs(seed.AccessMm) + alongMs;
        walkMs = (int)Math.Min(seedMs, Unreached);
        return canWalk && seedMs <= LimitMs;
    }

    /// <summary>Settles all there is.</summary>
    public void SettleAll()
    {
        while (SettleBucket()) { }
    }

    /// <summary>Settles the nearest bucket; its labels are final afterwards. False where nothing is left.</summary>
    public bool SettleBucket()
    {
        _bucketBegin = _settledCount;
        if (!_queue.OpenBucket())
        {
            return false;
        }

        SettleOpenBucket();
        _queue.OpenBucket();
        return true;
    }

    /// <summary>The nearest label of a node on any layer, or the same node on layer 0 where it is not reached.</summary>
    public int BestState(int node)
    {
        int best = node;
        int depth = _columns.NodeDepths[node];
        for (int level = 1; level <= depth; level++)
        {
            int home = StateOf(node, LayerOfLevel(level));
            best = WalkMs(home) < WalkMs(best) ? home : best;
            int arriving = StateOf(node, LayerOfLevel(-level));
            best = WalkMs(arriving) < WalkMs(best) ? arriving : best;
        }

        return best;
    }

    /// <summary>How long the walk to a state is, or <see cref="Unreached"/>.</summary>
    public int WalkMs(int state)
    {
        uint label = _labels[state];
        return (label & ~_mask) == _stamp ? (int)(label & _mask) : Unreached;
    }

    public int NodeOf(int state) => state % _network.NodeCount;

    /// <summary>How long it takes along a link, as the search goes, from one offset to another; false where one cannot walk it.</summary>
    public bool TryAlong(LinkId link, int fromMm, int toMm, out int walkMs)
    {
        walkMs = 0;
        if (fromMm == toMm)
        {
            return true;
        }

        (int beginMm, int endMm) = Direction == WalkDirection.Forward ? (fromMm, toMm) : (toMm, fromMm);
        double msPerMm = _paced.MsPerMm(link.Value, beginMm, endMm);
        bool canWalk =
            (beginMm < endMm ? _network.CanForward(link) : _network.CanBackward(link))
            && !double.IsPositiveInfinity(msPerMm)
            && !_overlay.IsCutBetween(link, fromMm, toMm);
        int lengthMm = Math.Abs(toMm - fromMm);
        walkMs =
            lengthMm == _columns.LinkLengthsMm[link.Value]
                ? PacedArcs.LinkMs(lengthMm, msPerMm)
                : Pace.ToMs(lengthMm, msPerMm);
        return canWalk;
    }

    /// <summary>How far along a link, as the search goes, one gets from one offset toward another in so many milliseconds.</summary>
    public int ReachAlong(LinkId link, int fromMm, int towardMm, int walkMs)
    {
        (int beginMm, int endMm) = Direction == WalkDirection.Forward ? (fromMm, towardMm) : (towardMm, fromMm);
        double msPerMm = _paced.MsPerMm(link.Value, beginMm, endMm);
        bool canWalk = beginMm <= endMm ? _network.CanForward(link) : _network.CanBackward(link);
        if (!canWalk || double.IsPositiveInfinity(msPerMm))
        {
            return fromMm;
        }

        int stopMm = _overlay.Cuts is { } cuts ? cuts.Stop(link.Value, fromMm, towardMm) : towardMm;
        int reachMm = Math.Min(Math.Abs(stopMm - fromMm), Pace.ReachMm(walkMs, msPerMm));
        return fromMm <= towardMm ? fromMm + reachMm : fromMm - reachMm;
    }

    /// <summary>Lets the rounds run out soon, for a test that cannot wait.</summary>
    internal void SkipToRound(uint round) => _round = round;

    private void NextRound()
    {
        bool isLong = LimitMs > ShortLimitMs;
        _round--;
        if (isLong || _round == 0 || _mask == LongMask)
        {
            Array.Fill(_labels, uint.MaxValue);
            _round = FirstRound;
        }

        _mask = isLong ? LongMask : ShortMask;
        _stamp = isLong ? 0 : _round << 24;
    }

    /// <summary>Who begins on a link is at home in the zone the link is in.</summary>
    private int HomeLayerOf(in SnapPoint seed) =>
        LayerOfLevel(_columns.NodeDepths[_columns.LinkTails[seed.Link.Value]]);

    /// <summary>The state behind a gate, for who comes to it at a node on a layer; -1 where he may not pass.</summary>
    public int StateBehind(int gate, int node, int layer)
    {
        GateArc arc = _columns.Gates[gate];
        bool isInward = arc.OuterNode.Value == node;
        int head = (isInward ? arc.InnerNode : arc.OuterNode).Value;
        int level = GatePassing.NextLevel(
            _overlay.PassageOf(gate),
            _overlay.IgnoresDirections ? GateDirection.Both : arc.Direction,
            isInward == (Direction == WalkDirection.Forward),
            LevelOfLayer(layer),
            _columns.NodeDepths[node],
            _columns.NodeDepths[head]
        );
        return level == GatePassing.Refused ? -1 : StateOf(head, LayerOfLevel(level));
    }

    /// <summary>Layer 0 is level 0; then come the levels of arriving, then those of home.</summary>
    private int LayerOfLevel(int level) => level <= 0 ? -level : _deepest + level;

    /// <summary>Whether who is on a layer has come into a zone that he will not leave.</summary>
    public bool IsArriving(int layer) => layer > 0 && layer <= _deepest;

    private int LevelOfLayer(int layer) => layer <= _deepest ? -layer : layer - _deepest;

    private int StateOf(int node, int layer) => node + (layer * _network.NodeCount);

    private void Reach(int state, int walkMs)
    {
        int layer = state / _network.NodeCount;
        uint label = _stamp | (uint)walkMs;
        if (label < _labels[state] && (layer == 0 || !IsBeatenOnItsWay(state, layer, walkMs)))
        {
            _labels[state] = label;
            _queue.Push(state, walkMs);
        }
    }

    /// <summary>Whether a walker who arrives would be no nearer here than one who is free to go on.</summary>
    private bool IsBeatenOnItsWay(int state, int layer, int walkMs) =>
        IsArriving(layer) && _labels[NodeOf(state)] <= (_stamp | (uint)walkMs);
}
