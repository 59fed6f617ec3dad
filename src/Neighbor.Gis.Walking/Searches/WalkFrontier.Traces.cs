using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

internal sealed partial class WalkFrontier
{
    private readonly List<TraceStep> _trace = [];
    private readonly HashSet<int> _traced = [];

    /// <summary>
    /// The steps by which a state was come to, the last first, down to the seed it began at. Found from the labels alone: a label
    /// is some neighbour's label and the arc between.
    /// </summary>
    /// <param name="state">A state that is the best of its node.</param>
    /// <param name="seeds">The seeds of the search.</param>
    /// <param name="seed">The seed it began at.</param>
    /// <returns>Valid until the next call.</returns>
    public List<TraceStep> Trace(int state, ReadOnlySpan<SnapPoint> seeds, out int seed)
    {
        _trace.Clear();
        while (true)
        {
            _traced.Clear();
            if (!TryTraceBack(state, seeds, out seed))
            {
                throw new InvalidOperationException(
                    $"State {state} has a walk of {WalkMs(state)} ms that nothing explains."
                );
            }

            if (seed >= 0)
            {
                return _trace;
            }

            state = _trace[^1].Before;
        }
    }

    /// <summary>Explains a state by a seed or by an arc; where neither does, by gates that take no time and what lies behind them.</summary>
    private bool TryTraceBack(int state, ReadOnlySpan<SnapPoint> seeds, out int seed)
    {
        seed = SeedOf(state, seeds);
        if (seed >= 0 || TryArcInto(state))
        {
            return true;
        }

        _traced.Add(state);
        int node = NodeOf(state);
        for (int arc = _columns.FirstArc[node]; arc < _columns.FirstArc[node + 1]; arc++)
        {
            if (_columns.ArcLinks[arc] < 0 && TryThroughGate(state, ~_columns.ArcLinks[arc], seeds, out seed))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryThroughGate(int state, int gate, ReadOnlySpan<SnapPoint> seeds, out int seed)
    {
        seed = -1;
        int node = NodeOf(state);
        GateArc arc = _columns.Gates[gate];
        bool isInward = arc.InnerNode.Value == node;
        int neighbour = (isInward ? arc.OuterNode : arc.InnerNode).Value;
        for (int beforeLayer = 0; beforeLayer < _network.LayerCount; beforeLayer++)
        {
            int before = StateOf(neighbour, beforeLayer);
            if (WalkMs(before) != WalkMs(state) || _traced.Contains(before))
            {
                continue;
            }

            if (StateBehind(gate, neighbour, beforeLayer) != state)
            {
                continue;
            }

            int count = _trace.Count;
            _trace.Add(new TraceStep(before, state, ~gate));
            if (TryTraceBack(before, seeds, out seed))
            {
                return true;
            }

            _trace.RemoveRange(count, _trace.Count - count);
        }

        return false;
    }

    private bool TryArcInto(int state)
    {
        int node = NodeOf(state);
        int layerBegin = state - node;
        int walkMs = WalkMs(state);
        for (int arc = _columns.FirstArc[node]; arc < _columns.FirstArc[node + 1]; arc++)
        {
            int arcLink = _columns.ArcLinks[arc];
            if (arcLink < 0)
            {
                continue;
            }

            LinkId link = new(arcLink >> 1);
            int lengthMm = _columns.LinkLengthsMm[link.Value];
            bool isAtHead = (arcLink & 1) != 0;
            int before = _columns.Heads[arc] + layerBegin;
            (int fromMm, int toMm) = isAtHead ? (0, lengthMm) : (lengthMm, 0);
            if (
                WalkMs(before) < walkMs
                && TryAlong(link, fromMm, toMm, out int arcMs)
                && WalkMs(before) + arcMs == walkMs
            )
            {
                _trace.Add(new TraceStep(before, state, arcLink));
                return true;
            }
        }

        return false;
    }

    /// <summary>The seed a state was come to from along its own link, or -1.</summary>
    private int SeedOf(int state, ReadOnlySpan<SnapPoint> seeds)
    {
        int node = NodeOf(state);
        for (int i = 0; i < seeds.Length; i++)
        {
            ref readonly SnapPoint seed = ref seeds[i];
            int link = seed.Link.Value;
            bool isAtEnd = _columns.LinkTails[link] == node || _columns.LinkHeads[link] == node;
            if (!isAtEnd || StateOf(node, HomeLayerOf(seed)) != state || _overlay.IsCutOff(seed))
            {
                continue;
            }

            int leftMs = WalkMs(state) - Pace.AccessMs(seed.AccessMm);
            if (EndOf(seed, node, leftMs) is not null)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The end of a seed's link that is a node and takes so long from the seed; null where neither does.</summary>
    public int? EndOf(in SnapPoint seed, int node, int alongMs)
    {
        int lengthMm = _columns.LinkLengthsMm[seed.Link.Value];
        if (
            _columns.LinkHeads[seed.Link.Value] == node
            && TryAlong(seed.Link, seed.OffsetMm, lengthMm, out int headMs)
            && headMs == alongMs
        )
        {
            return lengthMm;
        }

        bool isTail =
            _columns.LinkTails[seed.Link.Value] == node
            && TryAlong(seed.Link, seed.OffsetMm, 0, out int tailMs)
            && tailMs == alongMs;
        return isTail ? 0 : null;
    }

    /// <summary>One step of a search.</summary>
    /// <param name="Before">The state it went from.</param>
    /// <param name="State">The state it came to.</param>
    /// <param name="ArcLink">The link twice, plus one where the state is at its head; the complement of a gate.</param>
    internal readonly record struct TraceStep(int Before, int State, int ArcLink);
}
