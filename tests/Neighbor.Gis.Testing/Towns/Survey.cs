using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>A survey in metres, to be built by the production builder: nodes by number, ways through them, gates, zones, obstacles.</summary>
public sealed class Survey
{
    private readonly Dictionary<long, (double East, double North)> _nodes = [];
    private readonly List<SurveyedWay> _ways = [];
    private readonly List<SurveyedGate> _gates = [];
    private readonly List<Zone> _zones = [];
    private readonly List<SurveyedObstacle> _obstacles = [];

    /// <summary>The ways so far.</summary>
    public IReadOnlyList<SurveyedWay> Ways => _ways;

    /// <summary>The gates so far.</summary>
    public IReadOnlyList<SurveyedGate> Gates => _gates;

    /// <summary>The zones so far.</summary>
    public IReadOnlyList<Zone> Zones => _zones;

    /// <summary>The obstacles so far.</summary>
    public IReadOnlyList<SurveyedObstacle> Obstacles => _obstacles;

    /// <summary>What the last <see cref="Build"/> reported.</summary>
    public BuildReport Report { get; private set; } = new();

    /// <summary>Puts a node on the ground.</summary>
    public Survey Node(long id, double eastMetres, double northMetres)
    {
        _nodes[id] = (eastMetres, northMetres);
        return this;
    }

    /// <summary>Adds a way through nodes.</summary>
    public Survey Way(params ReadOnlySpan<long> nodes) => Way(WayKind.Residential, nodes);

    /// <summary>Adds a way of a kind through nodes.</summary>
    public Survey Way(WayKind kind, params ReadOnlySpan<long> nodes) =>
        Add(new WayTraits { Kind = kind }, nodes.ToArray());

    /// <summary>Adds a way with all that can be said of it.</summary>
    public Survey Add(WayTraits traits, long[] nodes)
    {
        ArgumentNullException.ThrowIfNull(traits);
        Coordinate[] course = Array.ConvertAll(nodes, id => Ground.CoordinateAt(_nodes[id].East, _nodes[id].North));
        _ways.Add(
            new SurveyedWay
            {
                Id = _ways.Count + 1,
                Source = "test",
                Kind = traits.Kind,
                Access = traits.Access,
                Direction = traits.Direction,
                Hours = traits.Hours,
                IsBridge = traits.IsBridge,
                IsTunnel = traits.IsTunnel,
                StepCount = traits.StepCount,
                Rise = traits.Rise,
                InclinePercent = traits.InclinePercent,
                Floors = traits.Floors,
                Signals = traits.Signals,
                NodeIds = nodes,
                Geom = new LineString(course) { SRID = Spatial.Position.Srid },
            }
        );
        return this;
    }

    /// <summary>Adds a gate on a node.</summary>
    public Survey Gate(
        string code,
        long node,
        Passage passage,
        string? zone = null,
        string? hours = null,
        GateDirection direction = GateDirection.Both
    )
    {
        Spatial.Hours.OpeningHours? read = hours is null ? null : Spatial.Hours.OpeningHours.Parse(hours);
        _gates.Add(new SurveyedGate(code, node, passage, read, zone, direction));
        return this;
    }

    /// <summary>Adds an upright rectangle as a zone.</summary>
    public Survey Zone(
        string code,
        double west,
        double south,
        double east,
        double north,
        bool isWalled = true,
        string? parent = null
    ) => Zone(new Zone(code, parent, Ground.Rectangle(west, south, east, north), isWalled));

    /// <summary>Adds a zone.</summary>
    public Survey Zone(Zone zone)
    {
        _zones.Add(zone);
        return this;
    }

    /// <summary>Adds a line nobody steps across, through places in metres.</summary>
    public Survey Obstacle(string code, WallKind kind, params ReadOnlySpan<(double East, double North)> course)
    {
        Coordinate[] line = Array.ConvertAll(course.ToArray(), place => Ground.CoordinateAt(place.East, place.North));
        return Obstacle(new SurveyedObstacle(code, kind, new LineString(line) { SRID = Spatial.Position.Srid }));
    }

    /// <summary>Adds an obstacle.</summary>
    public Survey Obstacle(SurveyedObstacle obstacle)
    {
        _obstacles.Add(obstacle);
        return this;
    }

    /// <summary>Where a node is.</summary>
    public Spatial.Position PositionOf(long node) => Ground.At(_nodes[node].East, _nodes[node].North);

    /// <summary>Freezes it with the production builder.</summary>
    public WalkingNetwork Build()
    {
        WalkingNetworkBuilder builder = new();
        _ways.ForEach(way => builder.AddWay(way));
        _gates.ForEach(gate => builder.AddGate(gate));
        _zones.ForEach(zone => builder.AddZone(zone));
        _obstacles.ForEach(obstacle => builder.AddObstacle(obstacle));
        WalkingNetwork network = builder.Build();
        Report = builder.Report;
        return network;
    }
}
