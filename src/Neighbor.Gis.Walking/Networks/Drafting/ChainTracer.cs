using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Joins way segments into chains, so that only nodes where something is decided remain.</summary>
/// <remarks>
/// <para>Different nodes at one place – the landings of a lift – are joined by a segment of one millimetre.</para>
/// <para>Shapes: segment s of a way lies between vertices s and s + 1 of it; <c>_segmentsAt[_firstAt[node] .. _firstAt[node + 1]]</c>.
/// Cost: O(segments), one geodesic each, on all cores.</para>
/// </remarks>
internal sealed class ChainTracer
{
    private const double MillimetresPerMetre = 1000;
    private const int LeastMm = 1;

    private readonly SurveyedNodes _nodes;
    private readonly IReadOnlyList<SurveyedWay> _ways;
    private readonly ChainTraits[] _traitsOfWay;
    private readonly bool[] _isGate;
    private readonly Segment[] _segments;
    private readonly int[] _firstAt;
    private readonly int[] _segmentsAt;
    private readonly bool[] _isTraced;
    private readonly List<Chain> _chains = [];
    private readonly List<int> _course = [];
    private readonly List<int> _courseMm = [];

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
        _segments = Segments();
        _segmentsAt = new int[2 * _segments.Length];
        _isTraced = new bool[_segments.Length];
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

        return InOrder();
    }

    /// <summary>By their first nodes, and those of one node by all that tells them apart.</summary>
    private Chain[] InOrder()
    {
        int[] next = new int[_nodes.Positions.Length + 1];
        foreach (Chain chain in _chains)
        {
            next[chain.First + 1]++;
        }

        for (int node = 1; node < next.Length; node++)
        {
            next[node] += next[node - 1];
        }

        Chain[] chains = new Chain[_chains.Count];
        foreach (Chain chain in _chains)
        {
            chains[next[chain.First]++] = chain;
        }

        for (int first = 0; first < chains.Length; )
        {
            int end = first + 1;
            while (end < chains.Length && chains[end].First == chains[first].First)
            {
                end++;
            }

            if (end - first > 1)
            {
                chains.AsSpan(first..end).Sort(static (one, other) => one.CompareWith(other));
            }

            first = end;
        }

        return chains;
    }

    private Segment[] Segments()
    {
        int[] firstOfWay = new int[_ways.Count + 1];
        for (int way = 0; way < _ways.Count; way++)
        {
            firstOfWay[way + 1] = firstOfWay[way] + Math.Max(0, _nodes.OfWay(way).Length - 1);
        }

        Segment[] segments = new Segment[firstOfWay[^1]];
        Parallel.For(
            0,
            _ways.Count,
            way =>
            {
                ReadOnlySpan<int> nodes = _nodes.OfWay(way);
                for (int i = 1; i < nodes.Length; i++)
                {
                    int lengthMm = LengthMm(nodes[i - 1], nodes[i]);
                    segments[firstOfWay[way] + i - 1] = new Segment(nodes[i - 1], nodes[i], way, lengthMm);
                }
            }
        );
        foreach (Segment segment in segments)
        {
            _firstAt[segment.Tail]++;
            _firstAt[segment.Head]++;
        }

        return segments;
    }

    /// <summary>Rounded for each segment, and measured from the lower node, so that nothing depends on who walks first.</summary>
    private int LengthMm(int one, int other)
    {
        Position a = _nodes.Positions[Math.Min(one, other)];
        Position b = _nodes.Positions[Math.Max(one, other)];
        double millimetres = Math.Round(Geodesic.Metres(a, b) * MillimetresPerMetre, MidpointRounding.AwayFromZero);
        return Math.Max(LeastMm, checked((int)millimetres));
    }

    private void IndexSegments()
    {
        int total = 0;
        for (int node = 0; node < _firstAt.Length; node++)
        {
            total += _firstAt[node];
            _firstAt[node] = total;
        }

        for (int segment = _segments.Length - 1; segment >= 0; segment--)
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
                _chains.Add(TraceOne(node, _segmentsAt[i]).Turned());
            }
        }
    }

    private Chain TraceOne(int start, int firstSegment)
    {
        _course.Clear();
        _courseMm.Clear();
        _course.Add(start);
        _courseMm.Add(0);
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
            _course.Add(node);
            _courseMm.Add(checked(_courseMm[^1] + _segments[segment].LengthMm));
            if (node == start || IsKept(node))
            {
                break;
            }

            int first = _firstAt[node];
            segment = _segmentsAt[first] == segment ? _segmentsAt[first + 1] : _segmentsAt[first];
        }

        ChainTraits traits = TraitsOf(firstSegment, toward: _course[1]);
        return new Chain([.. _course], [.. _courseMm], way, traits, canForward, canBackward);
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
