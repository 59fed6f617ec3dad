using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Contracts.Walks;

/// <summary>
/// The walking rules once more, as plainly as they can be said, for checking the fast ones: every vertex of every way is a
/// vertex, every piece between two is an edge, and a walk between two places may use the street and the compounds that either
/// place lies in. It shares no search code with the product; only the places where positions snap to are taken from it.
/// </summary>
/// <remarks>
/// <para>True where every gate that lets anybody in holds through-walkers back, and the inside of a compound hangs
/// together: then entering a third compound never helps.</para>
/// </remarks>
internal sealed class PlainWalks
{
    private const double MetresPerSecond = 1; // the planning pace
    private const double StepsFactor = 2;

    private readonly List<PlainEdge> _edges = [];
    private readonly List<string> _vertexNames = [];
    private readonly Dictionary<string, int> _vertices = new(StringComparer.Ordinal);
    private readonly List<Compound> _compounds;

    public PlainWalks(Delivery town)
    {
        _compounds = [.. town.Compounds.OrderBy(compound => compound.Geom.Area)];
        HashSet<long> closed =
        [
            .. town
                .Gates.Where(gate => gate.Access is GateAccess.Closed or GateAccess.EmergencyOnly)
                .Select(gate => gate.NodeId),
        ];
        foreach (SurveyedWay way in town.Ways)
        {
            for (int i = 1; i < way.NodeIds.Count; i++)
            {
                AddEdge(way, i, closed);
            }
        }
    }

    public IReadOnlyList<PlainEdge> Edges => _edges;

    public int VertexCount => _vertexNames.Count;

    /// <summary>
    /// Cuts the edges at the places where things snap to, and gives each place its vertex. Call it once, with all of them.
    /// </summary>
    public int[] Cut(IReadOnlyList<SnapPoint> places)
    {
        int[] vertices = new int[places.Count];
        var byEdge = new Dictionary<int, List<(double Share, int Place)>>();
        for (int place = 0; place < places.Count; place++)
        {
            (int edge, double share) = NearestEdge(places[place].Position);
            vertices[place] = Vertex($"place {place}");
            (byEdge.TryGetValue(edge, out List<(double, int)>? cuts) ? cuts : byEdge[edge] = []).Add((share, place));
        }

        foreach ((int index, List<(double Share, int Place)> cuts) in byEdge)
        {
            PlainEdge whole = _edges[index];
            _edges[index] = whole with { Seconds = double.PositiveInfinity, SecondsBack = double.PositiveInfinity };
            int from = whole.From;
            double walked = 0;
            foreach ((double share, int place) in cuts.Order())
            {
                _edges.Add(Part(whole, from, vertices[place], share - walked));
                (from, walked) = (vertices[place], share);
            }

            _edges.Add(Part(whole, from, whole.To, 1 - walked));
        }

        return vertices;

        static PlainEdge Part(PlainEdge whole, int from, int to, double share) =>
            whole with
            {
                From = from,
                To = to,
                Seconds = whole.Seconds * share,
                SecondsBack = whole.SecondsBack * share,
            };
    }

    /// <summary>Dijkstra over a set of vertices, nothing clever: seconds from the seeds to every vertex.</summary>
    /// <param name="seeds">Where walks start, and what has been walked before.</param>
    /// <param name="zones">The compounds that may be walked in.</param>
    public double[] SecondsFrom(IEnumerable<(int Vertex, double Seconds)> seeds, IReadOnlySet<string> zones)
    {
        double[] seconds = new double[VertexCount];
        Array.Fill(seconds, double.PositiveInfinity);
        ILookup<int, (int To, double Seconds)> steps = _edges
            .Where(edge => edge.Zone is null || zones.Contains(edge.Zone))
            .SelectMany(edge => new[] { (edge.From, edge.To, edge.Seconds), (edge.To, edge.From, edge.SecondsBack) })
            .Where(step => double.IsFinite(step.Item3))
            .ToLookup(step => step.Item1, step => (step.Item2, step.Item3));
        var open = new SortedSet<(double Seconds, int Vertex)>();
        foreach ((int vertex, double start) in seeds)
        {
            if (start < seconds[vertex])
            {
                seconds[vertex] = start;
                open.Add((start, vertex));
            }
        }

        while (open.Count > 0)
        {
            (double walked, int vertex) = open.Min;
            open.Remove(open.Min);
            if (walked > seconds[vertex])
            {
                continue;
            }

            foreach ((int to, double more) in steps[vertex])
            {
                if (walked + more < seconds[to])
                {
                    seconds[to] = walked + more;
                    open.Add((seconds[to], to));
                }
            }
        }

        return seconds;
    }

    /// <summary>The compound a place lies in and those around it.</summary>
    public IReadOnlySet<string> ZonesAt(Position position)
    {
        var point = new Point(position.Longitude, position.Latitude);
        return _compounds
            .Where(compound => compound.Geom.Covers(point))
            .Select(compound => compound.Code)
            .ToHashSet(StringComparer.Ordinal);
    }

    private void AddEdge(SurveyedWay way, int i, HashSet<long> closed)
    {
        Coordinate a = way.Geom.GetCoordinateN(i - 1);
        Coordinate b = way.Geom.GetCoordinateN(i);
        var from = new Position(a.X, a.Y);
        var to = new Position(b.X, b.Y);
        double seconds = Geodesic.Metres(from, to) / MetresPerSecond * (way.Kind == WayKind.Steps ? StepsFactor : 1);
        var middle = new Point((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        _edges.Add(
            new PlainEdge(
                Vertex(Name(way.NodeIds[i - 1])),
                Vertex(Name(way.NodeIds[i])),
                way.Direction == WayDirection.Backward ? double.PositiveInfinity : seconds,
                way.Direction == WayDirection.Forward ? double.PositiveInfinity : seconds,
                _compounds.Find(compound => compound.Geom.Covers(middle))?.Code,
                from,
                to
            )
        );

        // A closed gate is a place where nothing meets: each edge that ends there ends at a vertex of its own.
        string Name(long node) => closed.Contains(node) ? $"node {node} of {way.Id}/{i}" : $"node {node}";
    }

    private int Vertex(string name)
    {
        if (!_vertices.TryGetValue(name, out int vertex))
        {
            vertex = _vertexNames.Count;
            _vertices.Add(name, vertex);
            _vertexNames.Add(name);
        }

        return vertex;
    }

    private (int Edge, double Share) NearestEdge(Position position)
    {
        (int Edge, double Share, double Off) best = (-1, 0, double.PositiveInfinity);
        for (int i = 0; i < _edges.Count; i++)
        {
            PlainEdge edge = _edges[i];
            double cos = Math.Cos(position.Latitude * Math.PI / 180);
            double ax = (edge.Start.Longitude - position.Longitude) * cos;
            double ay = edge.Start.Latitude - position.Latitude;
            double bx = (edge.End.Longitude - edge.Start.Longitude) * cos;
            double by = edge.End.Latitude - edge.Start.Latitude;
            double length = (bx * bx) + (by * by);
            double share = length == 0 ? 0 : Math.Clamp(-((ax * bx) + (ay * by)) / length, 0, 1);
            double x = ax + (share * bx);
            double y = ay + (share * by);
            double off = (x * x) + (y * y);
            if (off < best.Off)
            {
                best = (i, share, off);
            }
        }

        return (best.Edge, best.Share);
    }
}
