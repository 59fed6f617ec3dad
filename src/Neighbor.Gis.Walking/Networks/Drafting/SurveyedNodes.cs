using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>The vertices of all ways, joined where they name the same node, in an order that only the ground decides.</summary>
/// <remarks>
/// <para>Shapes: <c>_sequence[_firstOfWay[way] .. _endOfWay[way]]</c>; <c>_ids</c> ascending, with the node of each in <c>_nodeOfId</c>.</para>
/// <para>Invariant: sorted by Hilbert key, longitude, latitude, id; the order of the ways does not matter.</para>
/// <para>Cost: two sorts of plain numbers; about 60 bytes a vertex while it runs.</para>
/// </remarks>
internal sealed class SurveyedNodes
{
    private const double SamePlaceDegrees = 1e-5; // a metre or so

    private readonly long[] _ids;
    private readonly int[] _nodeOfId;
    private readonly int[] _sequence;
    private readonly int[] _firstOfWay;
    private readonly int[] _endOfWay;

    private SurveyedNodes(SurveyedVertices vertices, JoinedVertices joined)
    {
        _ids = joined.Ids;
        InTwoPlaces = joined.InTwoPlaces;
        _nodeOfId = HilbertOrder(joined);
        Positions = new Position[_ids.Length];
        for (int i = 0; i < _ids.Length; i++)
        {
            Positions[_nodeOfId[i]] = joined.Positions[i];
        }

        _firstOfWay = vertices.FirstOfWay;
        _endOfWay = new int[_firstOfWay.Length - 1];
        _sequence = joined.OfVertex;
        for (int way = 0; way < _endOfWay.Length; way++)
        {
            _endOfWay[way] = NumberWithoutRepeats(_firstOfWay[way], _firstOfWay[way + 1]);
        }
    }

    /// <summary>Where each node is.</summary>
    public Position[] Positions { get; }

    /// <summary>Ids that stand for nodes at different places.</summary>
    public IReadOnlyList<long> InTwoPlaces { get; }

    /// <summary>How many ways there are.</summary>
    public int WayCount => _endOfWay.Length;

    /// <summary>The nodes of a way, the same node never twice in a row.</summary>
    public ReadOnlySpan<int> OfWay(int way) => _sequence.AsSpan(_firstOfWay[way].._endOfWay[way]);

    /// <summary>The nodes of an id, ascending: one, none, or several where the surveys disagree.</summary>
    public IReadOnlyList<int> Find(long id)
    {
        int at = Array.BinarySearch(_ids, id);
        if (at < 0)
        {
            return [];
        }

        int first = at;
        int end = at + 1;
        while (first > 0 && _ids[first - 1] == id)
        {
            first--;
        }

        while (end < _ids.Length && _ids[end] == id)
        {
            end++;
        }

        int[] found = _nodeOfId[first..end];
        Array.Sort(found);
        return found;
    }

    public static SurveyedNodes From(IReadOnlyList<SurveyedWay> ways)
    {
        SurveyedVertices vertices = SurveyedVertices.Of(ways);
        return new SurveyedNodes(vertices, JoinedVertices.Join(vertices, SamePlaceDegrees));
    }

    /// <summary>The place of each node in the final order.</summary>
    private static int[] HilbertOrder(JoinedVertices joined)
    {
        Position[] positions = joined.Positions;
        Box around = Box.Nothing;
        foreach (Position position in positions)
        {
            around = around.With(Box.At(position));
        }

        uint[] keys = new uint[positions.Length];
        int[] order = new int[positions.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = HilbertCurve.Key(positions[i].Longitude, positions[i].Latitude, around);
            order[i] = i;
        }

        Array.Sort(keys, order);
        for (int first = 0; first < order.Length; )
        {
            int end = first + 1;
            while (end < order.Length && keys[end] == keys[first])
            {
                end++;
            }

            if (end - first > 1)
            {
                order.AsSpan(first..end).Sort(joined.Compare);
            }

            first = end;
        }

        int[] newIndex = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            newIndex[order[i]] = i;
        }

        return newIndex;
    }

    /// <summary>Puts the final numbers in place of a way's vertices; where the run without repeats ends.</summary>
    private int NumberWithoutRepeats(int first, int end)
    {
        int count = first;
        for (int i = first; i < end; i++)
        {
            int node = _nodeOfId[_sequence[i]];
            if (count == first || _sequence[count - 1] != node)
            {
                _sequence[count++] = node;
            }
        }

        return count;
    }
}
