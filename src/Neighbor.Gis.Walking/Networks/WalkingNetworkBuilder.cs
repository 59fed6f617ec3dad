using Neighbor.Gis.Walking.Networks.Drafting;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>Collects ways, gates, zones and obstacles, and freezes them into a <see cref="WalkingNetwork"/>.</summary>
/// <remarks>
/// <para>
/// The order of adding does not matter: equal input gives equal arrays. Ways join only where they name the same node;
/// nodes where nothing is decided vanish into links, whose geometry is kept.
/// </para>
/// </remarks>
public sealed class WalkingNetworkBuilder
{
    private readonly List<SurveyedWay> _ways = [];
    private readonly Dictionary<string, HashSet<long>> _wayIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurveyedGate> _gates = [];
    private readonly Dictionary<string, Zone> _zones = [];
    private readonly Dictionary<(WallKind Kind, string Code), SurveyedObstacle> _obstacles = [];

    /// <summary>What the last <see cref="Build"/> found.</summary>
    public BuildReport Report { get; private set; } = new();

    /// <summary>Adds a way.</summary>
    /// <exception cref="ArgumentException">Its node ids do not fit its vertices, or it was added before.</exception>
    public WalkingNetworkBuilder AddWay(SurveyedWay way)
    {
        ArgumentNullException.ThrowIfNull(way);
        if (way.NodeIds.Count != way.Geom.NumPoints)
        {
            throw new ArgumentException(
                $"Way {way.Source}/{way.Id} has {way.NodeIds.Count} node ids for {way.Geom.NumPoints} vertices.",
                nameof(way)
            );
        }

        if (!_wayIds.TryGetValue(way.Source, out HashSet<long>? ids))
        {
            _wayIds.Add(way.Source, ids = []);
        }

        if (!ids.Add(way.Id))
        {
            throw new ArgumentException($"Way {way.Source}/{way.Id} was added before.", nameof(way));
        }

        _ways.Add(way);
        return this;
    }

    /// <summary>Adds a gate.</summary>
    /// <exception cref="ArgumentException">One of that code was added before.</exception>
    public WalkingNetworkBuilder AddGate(SurveyedGate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return _gates.TryAdd(gate.Code, gate)
            ? this
            : throw new ArgumentException($"Gate {gate.Code} was added before.", nameof(gate));
    }

    /// <summary>Adds a zone.</summary>
    /// <exception cref="ArgumentException">One of that code was added before, or the code is empty.</exception>
    public WalkingNetworkBuilder AddZone(Zone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentException.ThrowIfNullOrWhiteSpace(zone.Code, nameof(zone));
        return _zones.TryAdd(zone.Code, zone)
            ? this
            : throw new ArgumentException($"Zone {zone.Code} was added before.", nameof(zone));
    }

    /// <summary>Adds something nobody steps across.</summary>
    /// <exception cref="ArgumentException">One of that kind and code was added before, or it is a zone's wall.</exception>
    public WalkingNetworkBuilder AddObstacle(SurveyedObstacle obstacle)
    {
        ArgumentNullException.ThrowIfNull(obstacle);
        if (obstacle.Kind == WallKind.Zone)
        {
            throw new ArgumentException($"Obstacle {obstacle.Code} is the wall of a zone.", nameof(obstacle));
        }

        return _obstacles.TryAdd((obstacle.Kind, obstacle.Code), obstacle)
            ? this
            : throw new ArgumentException($"{obstacle.Kind} {obstacle.Code} was added before.", nameof(obstacle));
    }

    /// <summary>Freezes what was added. The builder can go on afterwards; the network never changes.</summary>
    public WalkingNetwork Build()
    {
        NetworkDraft draft = new(
            WaysInOrder(),
            [.. _gates.Values.OrderBy(static gate => gate.Code, StringComparer.Ordinal)],
            [.. _zones.Values.OrderBy(static zone => zone.Code, StringComparer.Ordinal)],
            [.. _obstacles.Values.OrderBy(static o => o.Kind).ThenBy(static o => o.Code, StringComparer.Ordinal)]
        );
        WalkingNetwork network = draft.ToNetwork();
        Report = draft.Report;
        return network;
    }

    /// <summary>By source and id; a survey read from the database is so already.</summary>
    private SurveyedWay[] WaysInOrder()
    {
        SurveyedWay[] ways = [.. _ways];
        for (int i = 1; i < ways.Length; i++)
        {
            if (Compare(ways[i - 1], ways[i]) > 0)
            {
                Array.Sort(ways, Compare);
                break;
            }
        }

        return ways;
    }

    private static int Compare(SurveyedWay one, SurveyedWay other)
    {
        int bySource = string.CompareOrdinal(one.Source, other.Source);
        return bySource != 0 ? bySource : one.Id.CompareTo(other.Id);
    }
}
