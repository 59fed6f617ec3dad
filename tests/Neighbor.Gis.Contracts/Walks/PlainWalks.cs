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
/// vertex, every piece between two is an edge, every gate a pair of vertices. It shares no search code with the product; only
/// the places where things snap to are taken from it.
/// </summary>
/// <remarks>
/// <para>The rule of overlay: whoever passes a gate that is not open to all, and does not belong there, may go on to a door
/// inside but never come out again. For towns whose walled compounds do not nest.</para>
/// </remarks>
internal sealed class PlainWalks
{
    private const double MetresPerSecond = 1; // the planning pace
    private const double StepsFactor = 2;
    private const double MillimetresPerSecond = 1000;
    private const string PrivateWays = "private:";

    private readonly List<PlainEdge> _edges = [];
    private readonly List<PlainGate> _gates = [];
    private readonly Dictionary<string, int> _vertices = new(StringComparer.Ordinal);
    private readonly List<Compound> _walled;
    private List<(int To, double Seconds)>[] _steps = [];
    private List<(int To, double Seconds)>[] _stepsBack = [];
    private ILookup<int, PlainGate> _outside = Array.Empty<PlainGate>().ToLookup(gate => gate.Outside);
    private ILookup<int, PlainGate> _inside = Array.Empty<PlainGate>().ToLookup(gate => gate.Inside);

    public PlainWalks(Delivery town)
    {
        _walled = [.. town.Compounds.Where(compound => compound.IsWalled)];
        ILookup<long, Gate> gates = town.Gates.ToLookup(gate => gate.NodeId);
        Dictionary<long, long> privateParts = PrivateParts(town);
        var zonesAt = new Dictionary<long, HashSet<string>>();
        foreach (SurveyedWay way in town.Ways)
        {
            for (int i = 1; i < way.NodeIds.Count; i++)
            {
                AddEdge(way, i, gates, privateParts, zonesAt);
            }
        }

        foreach ((long node, HashSet<string> zones) in zonesAt)
        {
            foreach (string zone in zones.Where(zone => zone.Length > 0 && zones.Count > 1))
            {
                GateAccess access = AccessOf([.. gates[node]], zone);
                if (access is not (GateAccess.Closed or GateAccess.EmergencyOnly))
                {
                    _gates.Add(new PlainGate(Vertex($"{node}@"), Vertex($"{node}@{zone}"), zone, access));
                }
            }
        }
    }

    public IReadOnlyList<PlainEdge> Edges => _edges;

    public IReadOnlyList<PlainGate> Gates => _gates;

    public int VertexCount => _vertices.Count;

    /// <summary>
    /// Cuts the edges where things snap to, and gives each place its vertex. Call it once, with all of them.
    /// </summary>
    public IReadOnlyList<PlainPlace> Cut(WalkingNetwork network, IReadOnlyList<SnapPoint> places)
    {
        var placed = new PlainPlace[places.Count];
        var byEdge = new Dictionary<int, List<(double Share, int Place)>>();
        for (int place = 0; place < places.Count; place++)
        {
            SnapPoint at = places[place];
            (int edge, double share) = NearestEdge(at.Position);
            string code = network.CodeOf(at.Zone);
            string own = code.StartsWith(PrivateWays, StringComparison.Ordinal) ? _edges[edge].Zone : code;
            placed[place] = new PlainPlace(
                Vertex($"place {place}"),
                at.AccessMm / MillimetresPerSecond,
                new HashSet<string>(StringComparer.Ordinal) { own }
            );
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
                _edges.Add(Part(whole, from, placed[place].Vertex, share - walked));
                (from, walked) = (placed[place].Vertex, share);
            }

            _edges.Add(Part(whole, from, whole.To, 1 - walked));
        }

        _steps = Steps(isBackward: false);
        _stepsBack = Steps(isBackward: true);
        _outside = _gates.ToLookup(gate => gate.Outside);
        _inside = _gates.ToLookup(gate => gate.Inside);
        return placed;

        static PlainEdge Part(PlainEdge whole, int from, int to, double share) =>
            whole with
            {
                From = from,
                To = to,
                Seconds = whole.Seconds * share,
                SecondsBack = whole.SecondsBack * share,
            };
    }

    /// <summary>Dijkstra, nothing clever: seconds from the seeds to every vertex – or from every vertex to the seeds.</summary>
    /// <param name="seeds">The places where walks start, or end; all of one owner.</param>
    /// <param name="isBackward">Whether the walks end there.</param>
    public double[] SecondsFrom(IReadOnlyCollection<PlainPlace> seeds, bool isBackward)
    {
        HashSet<string> own = [.. seeds.SelectMany(seed => seed.Own)];
        List<(int To, double Seconds)>[] steps = isBackward ? _stepsBack : _steps;

        // Twice: what is walked freely, and what is walked after a gate that lets nobody out again.
        double[][] seconds = [new double[VertexCount], new double[VertexCount]];
        Array.Fill(seconds[0], double.PositiveInfinity);
        Array.Fill(seconds[1], double.PositiveInfinity);
        var open = new PriorityQueue<(double Seconds, int Layer, int Vertex), double>();
        foreach (PlainPlace seed in seeds)
        {
            Reach(seed.AccessSeconds, 0, seed.Vertex);
        }

        while (open.Count > 0)
        {
            (double walked, int layer, int vertex) = open.Dequeue();
            if (walked > seconds[layer][vertex])
            {
                continue;
            }

            foreach ((int to, double more) in steps[vertex])
            {
                Reach(walked + more, layer, to);
            }

            foreach (PlainGate gate in _outside[vertex])
            {
                bool isFree = gate.Access == GateAccess.Open || own.Contains(gate.Zone);
                Reach(walked, isFree ? layer : 1, gate.Inside);
            }

            foreach (PlainGate gate in _inside[vertex])
            {
                if (layer == 0 && (gate.Access == GateAccess.Open || own.Contains(gate.Zone)))
                {
                    Reach(walked, 0, gate.Outside);
                }
            }
        }

        return [.. seconds[0].Zip(seconds[1], Math.Min)];

        void Reach(double walked, int layer, int vertex)
        {
            if (walked < seconds[layer][vertex])
            {
                seconds[layer][vertex] = walked;
                open.Enqueue((walked, layer, vertex), walked);
            }
        }
    }

    private void AddEdge(
        SurveyedWay way,
        int i,
        ILookup<long, Gate> gates,
        Dictionary<long, long> privateParts,
        Dictionary<long, HashSet<string>> zonesAt
    )
    {
        Coordinate a = way.Geom.GetCoordinateN(i - 1);
        Coordinate b = way.Geom.GetCoordinateN(i);
        var from = new Position(a.X, a.Y);
        var to = new Position(b.X, b.Y);
        double seconds = Geodesic.Metres(from, to) / MetresPerSecond * (way.Kind == WayKind.Steps ? StepsFactor : 1);
        var middle = new Point((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        string zone = _walled.Find(compound => compound.Geom.Covers(middle))?.Code ?? "";
        if (zone.Length == 0 && way.Access == WayAccess.Private)
        {
            zone = PrivateWays + privateParts[way.NodeIds[0]];
        }

        _edges.Add(
            new PlainEdge(
                End(way.NodeIds[i - 1]),
                End(way.NodeIds[i]),
                way.Direction == WayDirection.Backward ? double.PositiveInfinity : seconds,
                way.Direction == WayDirection.Forward ? double.PositiveInfinity : seconds,
                zone,
                from,
                to
            )
        );

        int End(long node)
        {
            if (!zonesAt.TryGetValue(node, out HashSet<string>? zones))
            {
                zonesAt.Add(node, zones = new HashSet<string>(StringComparer.Ordinal));
            }

            zones.Add(zone);

            // A closed gate is a place where nothing meets: each edge that ends there ends at a vertex of its own.
            bool isClosed = gates[node].Any(gate => gate.Access is GateAccess.Closed or GateAccess.EmergencyOnly);
            return Vertex(isClosed ? $"{node} of {way.Id}/{i}" : $"{node}@{zone}");
        }
    }

    /// <summary>The strictest gate into the zone; of other zones' gates where it has none; residents only where there is none.</summary>
    private static GateAccess AccessOf(Gate[] there, string zone)
    {
        Gate[] into = Array.FindAll(there, gate => gate.CompoundCode == zone);
        Gate[] counted = into.Length > 0 ? into : there;
        return counted.Length == 0 ? GateAccess.ResidentsOnly : counted.Max(gate => gate.Access);
    }

    /// <summary>For each node of a private way the least node of the private ways that hang together with it.</summary>
    private static Dictionary<long, long> PrivateParts(Delivery town)
    {
        SurveyedWay[] ways = [.. town.Ways.Where(way => way.Access == WayAccess.Private)];
        var parts = ways.SelectMany(way => way.NodeIds).Distinct().ToDictionary(node => node, node => node);
        bool isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            foreach (SurveyedWay way in ways)
            {
                long least = way.NodeIds.Min(node => parts[node]);
                foreach (long node in way.NodeIds.Where(node => parts[node] != least))
                {
                    parts[node] = least;
                    isChanged = true;
                }
            }
        }

        return parts;
    }

    private List<(int To, double Seconds)>[] Steps(bool isBackward)
    {
        var steps = new List<(int To, double Seconds)>[VertexCount];
        for (int vertex = 0; vertex < steps.Length; vertex++)
        {
            steps[vertex] = [];
        }

        foreach (PlainEdge edge in _edges.Where(edge => double.IsFinite(edge.Seconds)))
        {
            (isBackward ? steps[edge.To] : steps[edge.From]).Add((isBackward ? edge.From : edge.To, edge.Seconds));
        }

        foreach (PlainEdge edge in _edges.Where(edge => double.IsFinite(edge.SecondsBack)))
        {
            (isBackward ? steps[edge.From] : steps[edge.To]).Add((isBackward ? edge.To : edge.From, edge.SecondsBack));
        }

        return steps;
    }

    private int Vertex(string name)
    {
        if (!_vertices.TryGetValue(name, out int vertex))
        {
            vertex = _vertices.Count;
            _vertices.Add(name, vertex);
        }

        return vertex;
    }

    private (int Edge, double Share) NearestEdge(Position position)
    {
        (int Edge, double Share, double Off) best = (-1, 0, double.PositiveInfinity);
        double cos = Math.Cos(position.Latitude * Math.PI / 180);
        for (int i = 0; i < _edges.Count; i++)
        {
            PlainEdge edge = _edges[i];
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
