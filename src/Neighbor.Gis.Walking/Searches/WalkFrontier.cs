using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>The engine of every search: labels that spread outward from seeds, bucket by bucket, and stop at closed gates.</summary>
/// <remarks>
/// <para>
/// States: node + layer · NodeCount, for each level of freedom a walker may have where he is. Level 0 is on his way. Level h
/// above 0: at home, he has not yet left the zone of depth h he started in. Level -k: arriving, he came into the zone of depth k
/// through a gate that is not free, and stays in it. A gate that is not free is passed outward only from home, and inward only to
/// arrive; a free gate by anybody but out of the zone he arrives in. Read backward a walk obeys the same rule, so that searches
/// from a place and toward it agree.
/// </para>
/// <para>
/// Source: Dijkstra (1959) on buckets; the levels are own, after the no-through zones wished for in R5.
/// </para>
/// <para>Units: whole milliseconds. Cost: O(arcs within the limit); no allocation once warm. Threads: one at a time.</para>
/// </remarks>
internal sealed class WalkFrontier
{
    /// <summary>Farther than any walk.</summary>
    public const int Unreached = int.MaxValue;

    private readonly WalkingNetwork _network;
    private readonly NetworkColumns _columns;
    private readonly WalkLabel[] _labels;
    private readonly int _deepest;
    private readonly BucketQueue _queue = new();
    private int[] _touched = new int[256];
    private int[] _settled = new int[256];
    private int _touchedCount;
    private int _settledCount;
    private int _round = 1; // labels are written in round 0 by nobody
    private double[] _msPerMm = [];
    private Passage[] _passages = [];
    private byte _closedBit;
    private Pace _pace = Pace.Planning;

    public WalkFrontier(WalkingNetwork network)
    {
        _network = network;
        _columns = network.Columns;
        _labels = new WalkLabel[network.NodeCount * network.LayerCount];
        _deepest = (network.LayerCount - 1) / 2;
    }

    /// <summary>How far to go at most, in milliseconds; below 0 before the first search.</summary>
    public int LimitMs { get; private set; } = -1;

    public WalkDirection Direction { get; private set; }

    public Pace Pace => _pace;

    /// <summary>Every state reached, each once, in no order.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

    /// <summary>The states of the last bucket settled; some perhaps twice.</summary>
    public ReadOnlySpan<int> Settled => _settled.AsSpan(0, _settledCount);

    /// <summary>What is not settled yet is at least so far.</summary>
    public int UnsettledFromMs => _queue.BucketStartMs;

    /// <summary>Forgets the last search and prepares the next.</summary>
    public void Begin(Pace pace, int limitMs, WalkDirection direction, NetworkOverlay? overlay)
    {
        ArgumentNullException.ThrowIfNull(pace);
        ArgumentOutOfRangeException.ThrowIfNegative(limitMs);
        NetworkOverlay states = overlay ?? _network.WheneverOpen;
        if (!states.BelongTo(_network))
        {
            throw new ArgumentException("The gate states were made for another network.", nameof(overlay));
        }

        NextRound();
        _queue.Clear();
        _touchedCount = 0;
        _settledCount = 0;
        _pace = pace;
        _msPerMm = pace.Factors;
        _passages = states.Array;
        LimitMs = limitMs;
        Direction = direction;
        _closedBit = direction == WalkDirection.Forward ? WalkingNetwork.NotOutward : WalkingNetwork.NotInward;
    }

    /// <summary>Begins walking at both ends of the link a seed is on.</summary>
    public void AddSeed(in SnapPoint seed, int owner)
    {
        int accessMs = _pace.AccessMs(seed.AccessMm);
        int link = seed.Link.Value;
        if (accessMs > LimitMs)
        {
            return;
        }

        byte traits = _columns.LinkTraits[link];
        double msPerMm = _msPerMm[traits & WalkingNetwork.KindBits];
        (byte toHead, byte toTail) =
            Direction == WalkDirection.Forward
                ? (WalkingNetwork.NotOutward, WalkingNetwork.NotInward)
                : (WalkingNetwork.NotInward, WalkingNetwork.NotOutward);
        int onwardMm = _columns.LinkLengthsMm[link] - seed.OffsetMm;
        int onwardMs = Pace.ToMs(onwardMm, msPerMm);
        int backMs = Pace.ToMs(seed.OffsetMm, msPerMm);
        int home = LayerOfLevel(_columns.NodeDepths[_columns.LinkTails[link]]);
        if (((traits & toHead) == 0 || onwardMm == 0) && onwardMs <= LimitMs - accessMs)
        {
            Reach(_columns.LinkHeads[link], home, accessMs + onwardMs, -1, owner);
        }

        if (((traits & toTail) == 0 || seed.OffsetMm == 0) && backMs <= LimitMs - accessMs)
        {
            Reach(_columns.LinkTails[link], home, accessMs + backMs, -1, owner);
        }
    }

    /// <summary>Settles all there is.</summary>
    public void SettleAll()
    {
        while (SettleBucket()) { }
    }

    /// <summary>Settles the nearest bucket; its labels are final afterwards. False where nothing is left.</summary>
    public bool SettleBucket()
    {
        _settledCount = 0;
        if (!_queue.OpenBucket())
        {
            return false;
        }

        while (_queue.TryPop(out int state, out int walkMs))
        {
            if (_labels[state].WalkMs == walkMs) // else a shorter walk came later, and was queued for itself
            {
                Append(ref _settled, ref _settledCount, state);
                Relax(state, walkMs, _labels[state].Owner);
            }
        }

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
            best = IsNearer(home, best) ? home : best;
            int arriving = StateOf(node, LayerOfLevel(-level));
            best = IsNearer(arriving, best) ? arriving : best;
        }

        return best;
    }

    /// <summary>How long the walk to a state is, or <see cref="Unreached"/>.</summary>
    public int WalkMs(int state) => _labels[state].Round == _round ? _labels[state].WalkMs : Unreached;

    public ref readonly WalkLabel LabelOf(int state) => ref _labels[state];

    public int NodeOf(int state) => state % _network.NodeCount;

    public int LayerOf(int state) => state / _network.NodeCount;

    /// <summary>Lets the rounds run out soon, for a test that cannot wait for two thousand million searches.</summary>
    internal void SkipToRound(int round) => _round = round;

    private void NextRound()
    {
        if (_round == int.MaxValue)
        {
            Array.Clear(_labels);
            _round = 0;
        }

        _round++;
    }

    private bool IsNearer(int state, int other)
    {
        int walkMs = WalkMs(state);
        int otherMs = WalkMs(other);
        return walkMs < otherMs
            || (walkMs == otherMs && walkMs != Unreached && _labels[state].Owner < _labels[other].Owner);
    }

    private void Relax(int state, int walkMs, int owner)
    {
        int nodeCount = _network.NodeCount;
        int layer = 0;
        int node = state;
        while (node >= nodeCount)
        {
            node -= nodeCount;
            layer++;
        }

        int begin = _columns.FirstArc[node];
        int count = _columns.FirstArc[node + 1] - begin;
        ReadOnlySpan<int> heads = _columns.Heads.AsSpan(begin, count);
        ReadOnlySpan<int> links = _columns.ArcLinks.AsSpan(begin, count);
        ReadOnlySpan<int> lengthsMm = _columns.ArcLengthsMm.AsSpan(begin, count);
        ReadOnlySpan<byte> traits = _columns.ArcTraits.AsSpan(begin, count);
        ReadOnlySpan<double> msPerMm = _msPerMm;
        int leftMs = LimitMs - walkMs;
        for (int i = 0; i < heads.Length; i++)
        {
            if (links[i] < 0)
            {
                Pass(~links[i], node, heads[i], layer, walkMs, state, owner);
                continue;
            }

            int arcMs = Pace.ToMs(lengthsMm[i], msPerMm[traits[i] & WalkingNetwork.KindBits]);
            if (arcMs <= leftMs && (traits[i] & _closedBit) == 0)
            {
                Reach(heads[i], layer, walkMs + arcMs, state, owner);
            }
        }
    }

    private void Pass(int gate, int node, int head, int layer, int walkMs, int state, int owner)
    {
        Passage passage = _passages[gate];
        int depth = _columns.NodeDepths[node];
        int nextDepth = _columns.NodeDepths[head];
        int level = LevelOfLayer(layer);
        int nextLevel = level;
        bool mayPass = passage != Passage.Blocked;
        if (nextDepth > depth && passage == Passage.Terminal)
        {
            nextLevel = -nextDepth;
        }
        else if (nextDepth < depth)
        {
            bool isFromHome = level == depth;
            bool staysWhereHeArrives = -level <= nextDepth;
            mayPass &= passage == Passage.Terminal ? isFromHome : staysWhereHeArrives;
            nextLevel = Math.Min(level, nextDepth);
        }

        if (mayPass)
        {
            Reach(head, LayerOfLevel(nextLevel), walkMs, state, owner);
        }
    }

    /// <summary>Layer 0 is level 0; then come the levels of arriving, then those of home.</summary>
    private int LayerOfLevel(int level) => level <= 0 ? -level : _deepest + level;

    private int LevelOfLayer(int layer) => layer <= _deepest ? -layer : layer - _deepest;

    private int StateOf(int node, int layer) => node + (layer * _network.NodeCount);

    private void Reach(int node, int layer, int walkMs, int before, int owner)
    {
        int state = StateOf(node, layer);
        ref WalkLabel label = ref _labels[state];
        if (label.Round == _round)
        {
            if (label.WalkMs < walkMs || (label.WalkMs == walkMs && label.Owner <= owner))
            {
                return;
            }
        }

        if (layer > 0 && IsBeatenOnItsWay(node, walkMs, owner, LevelOfLayer(layer)))
        {
            return;
        }

        if (label.Round != _round)
        {
            Append(ref _touched, ref _touchedCount, state);
        }

        label.WalkMs = walkMs;
        label.Round = _round;
        label.Before = before;
        label.Owner = owner;
        _queue.Push(state, walkMs);
    }

    /// <summary>Whether a walker who arrives would be no nearer here than one who is free to go on.</summary>
    private bool IsBeatenOnItsWay(int node, int walkMs, int owner, int level)
    {
        ref WalkLabel free = ref _labels[node];
        return level < 0
            && free.Round == _round
            && (free.WalkMs < walkMs || (free.WalkMs == walkMs && free.Owner <= owner));
    }

    private static void Append(ref int[] list, ref int count, int state)
    {
        if (count == list.Length)
        {
            Array.Resize(ref list, 2 * count);
        }

        list[count++] = state;
    }
}
