using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>The vertices of all ways, joined where they name the same node, in an order that only the ground decides.</summary>
/// <remarks><para>Invariant: sorted by Hilbert key, longitude, latitude, id; the order of the ways does not matter.</para></remarks>
internal sealed class SurveyedNodes
{
    private const double SamePlaceDegrees = 1e-5; // a metre or so

    private readonly Dictionary<long, List<int>> _indexesById = [];

    private SurveyedNodes(Position[] positions, int[][] ofWay, List<long> inTwoPlaces)
    {
        Positions = positions;
        OfWay = ofWay;
        InTwoPlaces = inTwoPlaces;
    }

    /// <summary>Where each node is.</summary>
    public Position[] Positions { get; }

    /// <summary>The nodes of each way, the same node never twice in a row.</summary>
    public int[][] OfWay { get; }

    /// <summary>Ids that stand for nodes at different places.</summary>
    public IReadOnlyList<long> InTwoPlaces { get; }

    /// <summary>The nodes of an id: one, none, or several where the surveys disagree.</summary>
    public IReadOnlyList<int> Find(long id) => _indexesById.TryGetValue(id, out List<int>? found) ? found : [];

    public static SurveyedNodes From(IReadOnlyList<SurveyedWay> ways)
    {
        Vertex[] vertices = Vertices(ways);
        Array.Sort(vertices, static (one, other) => one.CompareWith(other));

        List<Vertex> nodes = [];
        List<long> inTwoPlaces = [];
        int[] nodeOfVertex = new int[vertices.Length];
        int firstOfId = 0;
        for (int i = 0; i < vertices.Length; i++)
        {
            if (i == 0 || vertices[i].Id != vertices[i - 1].Id)
            {
                firstOfId = nodes.Count;
            }

            int node = firstOfId;
            while (node < nodes.Count && !IsSamePlace(nodes[node], vertices[i]))
            {
                node++;
            }

            if (node == nodes.Count)
            {
                nodes.Add(vertices[i]);
                if (node == firstOfId + 1)
                {
                    inTwoPlaces.Add(vertices[i].Id);
                }
            }

            nodeOfVertex[i] = node;
        }

        int[] newIndex = HilbertOrder(nodes);
        Position[] positions = new Position[nodes.Count];
        for (int i = 0; i < nodes.Count; i++)
        {
            positions[newIndex[i]] = nodes[i].Position;
        }

        SurveyedNodes surveyed = new(positions, Sequences(ways, vertices, nodeOfVertex, newIndex), inTwoPlaces);
        for (int i = 0; i < nodes.Count; i++)
        {
            surveyed.Remember(nodes[i].Id, newIndex[i]);
        }

        return surveyed;
    }

    private static Vertex[] Vertices(IReadOnlyList<SurveyedWay> ways)
    {
        Vertex[] vertices = new Vertex[ways.Sum(way => way.NodeIds.Count)];
        int count = 0;
        for (int way = 0; way < ways.Count; way++)
        {
            CoordinateSequence course = ways[way].Geom.CoordinateSequence;
            for (int i = 0; i < course.Count; i++)
            {
                Position position = new(course.GetX(i), course.GetY(i));
                vertices[count++] = new Vertex(ways[way].NodeIds[i], position, way, i);
            }
        }

        return vertices;
    }

    private static bool IsSamePlace(in Vertex one, in Vertex other) =>
        Math.Abs(one.Position.Longitude - other.Position.Longitude) <= SamePlaceDegrees
        && Math.Abs(one.Position.Latitude - other.Position.Latitude) <= SamePlaceDegrees;

    /// <summary>The place of each node in the final order.</summary>
    private static int[] HilbertOrder(List<Vertex> nodes)
    {
        Box around = Box.Nothing;
        foreach (Vertex node in nodes)
        {
            around = around.With(Box.At(node.Position));
        }

        (uint Key, double Lon, double Lat, long Id)[] keys = new (uint, double, double, long)[nodes.Count];
        int[] order = new int[nodes.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            Position at = nodes[i].Position;
            keys[i] = (HilbertCurve.Key(at.Longitude, at.Latitude, around), at.Longitude, at.Latitude, nodes[i].Id);
            order[i] = i;
        }

        Array.Sort(keys, order);
        int[] newIndex = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            newIndex[order[i]] = i;
        }

        return newIndex;
    }

    private static int[][] Sequences(
        IReadOnlyList<SurveyedWay> ways,
        Vertex[] vertices,
        int[] nodeOfVertex,
        int[] newIndex
    )
    {
        int[][] ofWay = new int[ways.Count][];
        for (int way = 0; way < ways.Count; way++)
        {
            ofWay[way] = new int[ways[way].NodeIds.Count];
        }

        for (int i = 0; i < vertices.Length; i++)
        {
            ofWay[vertices[i].Way][vertices[i].Place] = newIndex[nodeOfVertex[i]];
        }

        for (int way = 0; way < ways.Count; way++)
        {
            ofWay[way] = WithoutRepeats(ofWay[way]);
        }

        return ofWay;
    }

    private static int[] WithoutRepeats(int[] nodes)
    {
        int count = 0;
        foreach (int node in nodes)
        {
            if (count == 0 || nodes[count - 1] != node)
            {
                nodes[count++] = node;
            }
        }

        return count == nodes.Length ? nodes : nodes[..count];
    }

    private void Remember(long id, int index)
    {
        if (!_indexesById.TryGetValue(id, out List<int>? indexes))
        {
            _indexesById.Add(id, indexes = new List<int>(1));
        }

        indexes.Add(index);
        indexes.Sort();
    }

    private readonly record struct Vertex(long Id, Position Position, int Way, int Place)
    {
        public int CompareWith(Vertex other)
        {
            int byId = Id.CompareTo(other.Id);
            if (byId != 0)
            {
                return byId;
            }

            int byLongitude = Position.Longitude.CompareTo(other.Position.Longitude);
            return byLongitude != 0 ? byLongitude : Position.Latitude.CompareTo(other.Position.Latitude);
        }
    }
}
