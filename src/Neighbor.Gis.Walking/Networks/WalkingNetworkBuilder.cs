using Neighbor.Gis.Walking.Networks.Drafting;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>Collects ways, gates and zones, and freezes them into a <see cref="WalkingNetwork"/>.</summary>
/// <remarks>
/// <para>
/// The order of adding does not matter: equal input gives equal arrays. Ways join only where they name the same node;
/// nodes where nothing is decided vanish into links, whose geometry is kept.
/// </para>
/// </remarks>
public sealed class WalkingNetworkBuilder
{
    private readonly Dictionary<(string Source, long Id), SurveyedWay> _ways = [];
    private readonly Dictionary<string, SurveyedGate> _gates = [];
    private readonly Dictionary<string, Zone> _zones = [];

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

        return _ways.TryAdd((way.Source, way.Id), way)
            ? this
            : throw new ArgumentException($"Way {way.Source}/{way.Id} was added before.", nameof(way));
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

    /// <summary>Freezes what was added. The builder can go on afterwards; the network never changes.</summary>
    public WalkingNetwork Build()
    {
        NetworkDraft draft = new(
            [.. _ways.Values.OrderBy(static way => way.Source, StringComparer.Ordinal).ThenBy(static way => way.Id)],
            [.. _gates.Values.OrderBy(static gate => gate.Code, StringComparer.Ordinal)],
            [.. _zones.Values.OrderBy(static zone => zone.Code, StringComparer.Ordinal)]
        );
        WalkingNetwork network = draft.ToNetwork();
        Report = draft.Report;
        return network;
    }
}
