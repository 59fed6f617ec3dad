using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Spatial.Hours;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>The steps from a survey to a network, each in its order.</summary>
internal sealed class NetworkDraft
{
    private readonly IReadOnlyList<SurveyedWay> _ways;
    private readonly IReadOnlyList<SurveyedGate> _gates;
    private readonly IReadOnlyList<Zone> _zones;
    private readonly IReadOnlyList<SurveyedObstacle> _obstacles;
    private readonly List<OpeningHours?> _hours = [null];
    private readonly List<string> _unknownHours = [];

    /// <summary>A draft of a survey, in its one order.</summary>
    /// <param name="ways">By source and id.</param>
    /// <param name="gates">By code.</param>
    /// <param name="zones">By code.</param>
    /// <param name="obstacles">By kind and code.</param>
    public NetworkDraft(
        IReadOnlyList<SurveyedWay> ways,
        IReadOnlyList<SurveyedGate> gates,
        IReadOnlyList<Zone> zones,
        IReadOnlyList<SurveyedObstacle> obstacles
    )
    {
        _ways = ways;
        _gates = gates;
        _zones = zones;
        _obstacles = obstacles;
    }

    public BuildReport Report { get; private set; } = new();

    public WalkingNetwork ToNetwork()
    {
        SurveyedNodes nodes = SurveyedNodes.From(_ways);
        ChainTraits[] traits = TraitsOfWays();
        IEnumerable<int> gateNodes = _gates.SelectMany(gate => nodes.Find(gate.NodeId));
        Chain[] chains = new ChainTracer(nodes, _ways, traits, gateNodes).Trace();

        ChainZones placed = ChainZones.Place(ZoneNesting.Nest(_zones), chains, nodes, _ways);
        int[][] endsAt = EndsAt(chains, nodes.Positions.Length);
        GateRules rules = new(placed.Tree, nodes, _gates);
        Boundaries boundaries = Boundaries.Survey(placed, rules, endsAt);
        ZoneTree zones = placed.Tree.Counting(boundaries.CanHoldBack);

        SideSplitter sides = new(zones, rules, chains, placed.ZoneOfChain, _hours);
        sides.Split(endsAt);
        Components components = Components.Label(sides, chains);
        WallIndex walls = new(
            WallLines.Of(zones, _obstacles),
            GatesOfZones(zones, nodes),
            Passages.Find(nodes, _obstacles)
        );
        NetworkColumns columns = new ColumnWriter(
            nodes,
            chains,
            placed.ZoneOfChain,
            zones,
            sides,
            components,
            walls
        ).Write();

        Report = new BuildReport
        {
            Ways = _ways.Count,
            Nodes = sides.ZoneOfNode.Count,
            Links = chains.Length,
            LengthMetres = chains.Sum(static chain => (long)chain.LengthMm) / 1000.0,
            Zones = zones.Count - 1,
            GateArcs = sides.GateArcs.Count,
            Components = components.Count,
            LargestComponentShare = components.LargestShare,
            Islands = components.IslandNodes.Count,
            IslandPositions = [.. components.IslandNodes.Select(node => nodes.Positions[sides.SurveyedNode[node]])],
            SealedZones = boundaries.SealedZones,
            Obstacles = _obstacles.Count,
            WallCrossings = WallCrossings(nodes, walls),
            UnknownGates = sides.UnknownGates,
            GatesOffTheNetwork =
            [
                .. _gates.Where(gate => nodes.Find(gate.NodeId).Count == 0).Select(static gate => gate.Code),
            ],
            GatesWithoutBoundary = [.. sides.GatesWithoutBoundary.Distinct().Order(StringComparer.Ordinal)],
            NodesInTwoPlaces = nodes.InTwoPlaces,
            UnknownHours = [.. _unknownHours.Order(StringComparer.Ordinal)],
            WaysWithoutLength = Enumerable.Range(0, _ways.Count).Count(way => nodes.OfWay(way).Length < 2),
        };
        return new WalkingNetwork(columns);
    }

    private ChainTraits[] TraitsOfWays()
    {
        Dictionary<string, int> numbers = [];
        SortedSet<string> texts = new(_ways.Select(static way => way.Hours).OfType<string>(), StringComparer.Ordinal);
        foreach (string text in texts)
        {
            if (!OpeningHours.TryParse(text, out OpeningHours? hours, out _))
            {
                _unknownHours.Add(text);
                numbers.Add(text, 0);
            }
            else if (hours.IsAlways)
            {
                numbers.Add(text, 0);
            }
            else
            {
                numbers.Add(text, _hours.Count);
                _hours.Add(hours);
            }
        }

        return
        [
            .. _ways.Select(way => new ChainTraits(
                Terrain.Of(way, LengthMm),
                way.Access,
                way.Hours is null ? 0 : numbers[way.Hours]
            )),
        ];
    }

    private static int LengthMm(SurveyedWay way)
    {
        CoordinateSequence course = way.Geom.CoordinateSequence;
        double metres = 0;
        for (int i = 1; i < course.Count; i++)
        {
            Position from = new(course.GetX(i - 1), course.GetY(i - 1));
            metres += Geodesic.Metres(from, new Position(course.GetX(i), course.GetY(i)));
        }

        return checked((int)Math.Round(metres * 1000));
    }

    /// <summary>The chain ends at each surveyed node: chain number twice, plus one for its last node.</summary>
    private static int[][] EndsAt(Chain[] chains, int nodeCount)
    {
        int[] counts = new int[nodeCount];
        foreach (Chain chain in chains)
        {
            counts[chain.First]++;
            counts[chain.Last]++;
        }

        int[][] endsAt = new int[nodeCount][];
        for (int node = 0; node < nodeCount; node++)
        {
            endsAt[node] = counts[node] == 0 ? [] : new int[counts[node]];
        }

        Array.Clear(counts);
        for (int chain = 0; chain < chains.Length; chain++)
        {
            Add(chains[chain].First, 2 * chain);
            Add(chains[chain].Last, (2 * chain) + 1);
        }

        return endsAt;

        void Add(int node, int end) => endsAt[node][counts[node]++] = end;
    }

    private ILookup<int, Position> GatesOfZones(ZoneTree zones, SurveyedNodes nodes) =>
        _gates
            .SelectMany(gate =>
            {
                int zone = gate.ZoneCode is null ? 0 : zones.Find(gate.ZoneCode) ?? 0;
                return nodes.Find(gate.NodeId).Select(node => (Zone: zone, Place: nodes.Positions[node]));
            })
            .ToLookup(static gate => gate.Zone, static gate => gate.Place);

    private List<WallCrossing> WallCrossings(SurveyedNodes nodes, WallIndex walls)
    {
        List<WallCrossing> crossings = [];
        List<int> scratch = [];
        for (int way = 0; way < _ways.Count && !walls.IsEmpty; way++)
        {
            // What runs below or above the ground passes under and over whatever stands on it.
            if (_ways[way].IsBridge || _ways[way].IsTunnel)
            {
                continue;
            }

            ReadOnlySpan<int> course = nodes.OfWay(way);
            for (int i = 1; i < course.Length; i++)
            {
                Position from = nodes.Positions[course[i - 1]];
                int wall = walls.Crossing(from, nodes.Positions[course[i]], default, scratch, out Position at);
                if (wall >= 0)
                {
                    WallKind kind = walls.KindOf(wall);
                    crossings.Add(new WallCrossing(_ways[way].Source, _ways[way].Id, kind, walls.CodeOf(wall), at));
                }
            }
        }

        return crossings;
    }
}
