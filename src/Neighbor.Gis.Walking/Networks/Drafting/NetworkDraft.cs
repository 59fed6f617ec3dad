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
    private readonly List<OpeningHours?> _hours = [null];
    private readonly List<string> _unknownHours = [];

    /// <summary>A draft of a survey, in its one order.</summary>
    /// <param name="ways">By source and id.</param>
    /// <param name="gates">By code.</param>
    /// <param name="zones">By code.</param>
    public NetworkDraft(IReadOnlyList<SurveyedWay> ways, IReadOnlyList<SurveyedGate> gates, IReadOnlyList<Zone> zones)
    {
        _ways = ways;
        _gates = gates;
        _zones = zones;
    }

    public BuildReport Report { get; private set; } = new();

    public WalkingNetwork ToNetwork()
    {
        SurveyedNodes nodes = SurveyedNodes.From(_ways);
        ChainTraits[] traits = TraitsOfWays();
        IEnumerable<int> gateNodes = _gates.SelectMany(gate => nodes.Find(gate.NodeId));
        Chain[] chains = new ChainTracer(nodes, _ways, traits, gateNodes).Trace();

        ChainZones placed = ChainZones.Place(ZoneNesting.Nest(_zones), chains, nodes, _ways);
        IReadOnlyList<int>[] endsAt = EndsAt(chains, nodes.Positions.Length);
        GateRules rules = new(placed.Tree, nodes, _gates);
        Boundaries boundaries = Boundaries.Survey(placed, rules, endsAt);
        ZoneTree zones = placed.Tree.Counting(boundaries.CanHoldBack);

        SideSplitter sides = new(zones, rules, chains, placed.ZoneOfChain, _hours);
        sides.Split(endsAt);
        Components components = Components.Label(sides, chains);
        WallIndex walls = new(zones, GatesOfZones(zones, nodes));
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
            WallCrossings = WallCrossings(nodes, zones, walls),
            UnknownGates = sides.UnknownGates,
            GatesOffTheNetwork =
            [
                .. _gates.Where(gate => nodes.Find(gate.NodeId).Count == 0).Select(static gate => gate.Code),
            ],
            GatesWithoutBoundary = [.. sides.GatesWithoutBoundary.Distinct().Order(StringComparer.Ordinal)],
            NodesInTwoPlaces = nodes.InTwoPlaces,
            UnknownHours = [.. _unknownHours.Order(StringComparer.Ordinal)],
            WaysWithoutLength = nodes.OfWay.Count(static way => way.Length < 2),
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
    private static List<int>[] EndsAt(Chain[] chains, int nodeCount)
    {
        List<int>[] endsAt = new List<int>[nodeCount];
        List<int> none = [];
        Array.Fill(endsAt, none);
        for (int chain = 0; chain < chains.Length; chain++)
        {
            Add(chains[chain].First, 2 * chain);
            Add(chains[chain].Last, (2 * chain) + 1);
        }

        return endsAt;

        void Add(int node, int end)
        {
            if (ReferenceEquals(endsAt[node], none))
            {
                endsAt[node] = new List<int>(4);
            }

            endsAt[node].Add(end);
        }
    }

    private Dictionary<int, List<Position>> GatesOfZones(ZoneTree zones, SurveyedNodes nodes)
    {
        Dictionary<int, List<Position>> gatesOfZone = [];
        foreach (SurveyedGate gate in _gates)
        {
            int zone = gate.ZoneCode is null ? 0 : zones.Find(gate.ZoneCode) ?? 0;
            foreach (int node in nodes.Find(gate.NodeId))
            {
                if (!gatesOfZone.TryGetValue(zone, out List<Position>? positions))
                {
                    gatesOfZone.Add(zone, positions = []);
                }

                positions.Add(nodes.Positions[node]);
            }
        }

        return gatesOfZone;
    }

    private List<WallCrossing> WallCrossings(SurveyedNodes nodes, ZoneTree zones, WallIndex walls)
    {
        List<WallCrossing> crossings = [];
        if (walls.IsEmpty)
        {
            return crossings;
        }

        List<int> scratch = [];
        for (int way = 0; way < _ways.Count; way++)
        {
            int[] course = nodes.OfWay[way];
            for (int i = 1; i < course.Length; i++)
            {
                Position from = nodes.Positions[course[i - 1]];
                if (walls.Crossing(from, nodes.Positions[course[i]], exceptZone: 0, scratch) is { } crossing)
                {
                    string code = zones.Codes[crossing.Zone];
                    crossings.Add(new WallCrossing(_ways[way].Source, _ways[way].Id, code, crossing.At));
                }
            }
        }

        return crossings;
    }
}
