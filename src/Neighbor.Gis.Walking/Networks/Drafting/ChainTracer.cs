using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Joins way segments into chains, so that only nodes where something is decided remain.</summary>
/// <remarks><para>Cost: O(segments), one geodesic each.</para></remarks>
internal sealed class ChainTracer
{
    private const double MillimetresPerMetre = 1000;

    private readonly SurveyedNodes _nodes;
    private readonly IReadOnlyList<SurveyedWay> _ways;
    private readonly ChainTraits[] _traitsOfWay;
    private readonly bool[] _isGate;
    private readonly List<Segment> _segments = [];
    private readonly int[] _firstAt;
    private readonly int[] _segmentsAt;
    private readonly bool[] _isTraced;
    private readonly List<Chain> _chains = [];

    public ChainTracer(
        SurveyedNodes nodes,
        IReadOnlyList<SurveyedWay> ways,
        ChainTraits[] traitsOfWay,
        IEnumerable<int> gateNodes
    )
    {
        _nodes = nodes;
        _ways = ways;
        _traitsOfWay = traitsOfWay;
        _isGate = new bool[nodes.Positions.Length];
        foreach (int node in gateNodes)
        {
            _isGate[node] = true;
        }

        _firstAt = new int[nodes.Positions.Length + 1];
        AddSegments();
        _segmentsAt = new int[2 * _segments.Count];
        _isTraced = new bool[_segments.Count];
        IndexSegments();
    }

    /// <summary>All chains, in their one accepted direction and order.</summary>
    public Chain[] Trace()
    {
        int nodeCount = _nodes.Positions.Length;
        for (int node = 0; node < nodeCount; node++)
        {
            if (IsKept(node))
            {
                TraceFrom(node);
            }
        }

        // What is left are rings that meet nothing: each keeps its first node.
        for (int node = 0; node < nodeCount; node++)
        {
            TraceFrom(node);
        }

        Chain[] chains = [.. _chains.Select(static chain => chain.Turned())];
        Array.Sort(chains, static (one, other) => one.CompareWith(other));
        return chains;
    }

    private void AddSegments()
    {
        for (int way = 0; way < _ways.Count; way++)
        {
            int[] nodes = _nodes.OfWay[way];
            for (int i = 1; i < nodes.Length; i++)
            {
                int lengthMm = LengthMm(nodes[i - 1], nodes[i]);
                _segments.Add(new Segment(nodes[i - 1], nodes[i], way, lengthMm));
                _firstAt[nodes[i - 1]]++;
                _firstAt[nodes[i]]++;
            }
        }
    }

    /// <summary>Rounded for each segment, and measured from the lower node, so that nothing depends on who walks first.</summary>
    private int LengthMm(int one, int other)
    {
        Position a = _nodes.Positions[Math.Min(one, other)];
        Position b = _nodes.Positions[Math.Max(one, other)];
        return checked((int)Math.Round(Geodesic.Metres(a, b) * MillimetresPerMetre, MidpointRounding.AwayFromZero));
    }

    private void IndexSegments()
    {
        int total = 0;
        for (int node = 0; node < _firstAt.Length; node++)
        {
            total += _firstAt[node];
            _firstAt[node] = total;
        }

        for (int segment = _segments.Count - 1; segment >= 0; segment--)
        {
            _segmentsAt[--_firstAt[_segments[segment].Head]] = segment;
            _segmentsAt[--_firstAt[_segments[segment].Tail]] = segment;
        }
    }

    private bool IsKept(int node)
    {
        int first = _firstAt[node];
        if (_firstAt[node + 1] - first != 2 || _isGate[node])
        {
            return true;
        }

        int one = _segmentsAt[first];
        int other = _segmentsAt[first + 1];
        return one == other
            || TraitsOf(one, toward: node) != TraitsOf(other, toward: OtherEnd(other, node))
            || CanWalk(one, toward: node) != CanWalk(other, toward: OtherEnd(other, node))
            || CanWalk(one, toward: OtherEnd(one, node)) != CanWalk(other, toward: node);
    }

    private void TraceFrom(int node)
    {
        for (int i = _firstAt[node]; i < _firstAt[node + 1]; i++)
        {
            if (!_isTraced[_segmentsAt[i]])
            {
                _chains.Add(TraceOne(node, _segmentsAt[i]));
            }
        }
    }

    private Chain TraceOne(int start, int firstSegment)
    {
        List<int> nodes = [start];
        List<int> offsetsMm = [0];
        int segment = firstSegment;
        int node = start;
        int way = int.MaxValue;
        bool canForward = CanWalk(segment, toward: OtherEnd(segment, start));
        bool canBackward = CanWalk(segment, toward: start);
        while (true)
        {
            _isTraced[segment] = true;
            way = Math.Min(way, _segments[segment].Way);
            node = OtherEnd(segment, node);
            nodes.Add(node);
            offsetsMm.Add(checked(offsetsMm[^1] + _segments[segment].LengthMm));
            if (node == start || IsKept(node))
            {
                break;
            }

            int first = _firstAt[node];
            segment = _segmentsAt[first] == segment ? _segmentsAt[first + 1] : _segmentsAt[first];
        }

        ChainTraits traits = TraitsOf(firstSegment, toward: nodes[1]);
        return new Chain([.. nodes], [.. offsetsMm], way, traits, canForward, canBackward);
    }

    private int OtherEnd(int segment, int node) =>
        _segments[segment].Tail == node ? _segments[segment].Head : _segments[segment].Tail;

    private ChainTraits TraitsOf(int segment, int toward)
    {
        ChainTraits traits = _traitsOfWay[_segments[segment].Way];
        return _segments[segment].Head == toward ? traits : traits.Turned();
    }

    private bool CanWalk(int segment, int toward) =>
        _ways[_segments[segment].Way].Direction switch
        {
            WayDirection.Forward => _segments[segment].Head == toward,
            WayDirection.Backward => _segments[segment].Tail == toward,
            _ => true,
        };

    private readonly record struct Segment(int Tail, int Head, int Way, int LengthMm);
}
