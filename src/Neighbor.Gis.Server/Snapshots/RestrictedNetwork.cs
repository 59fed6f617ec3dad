using System.Collections.Concurrent;
using System.Collections.Frozen;
using Neighbor.Gis.Ingest.Surveys;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Spatial.Hours;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>通行限制. What holds walkers back on a network: how the gates stand and what is closed, at any moment.</summary>
/// <remarks>
/// <para>The network is frozen; here are only overlays on it. So a gate that closes and a line that is drawn cost no new network.</para>
/// <para>Threads: frozen but for the overlays it keeps; share it freely.</para>
/// </remarks>
public sealed class RestrictedNetwork
{
    /// <summary>How many overlays are kept. With closures each holds a column of times for the whole network.</summary>
    private const int MostKept = 16;

    private readonly WalkingNetwork _network;
    private readonly IReadOnlyList<Gate> _builtWith;
    private readonly FrozenDictionary<string, Gate> _gates;
    private readonly Gate[] _changed;
    private readonly IReadOnlyList<Closure> _closures;
    private readonly ConcurrentDictionary<string, NetworkOverlay> _kept = new(StringComparer.Ordinal);

    /// <summary>The restrictions a network was built with.</summary>
    /// <param name="network">The network.</param>
    /// <param name="gates">The gates it was built with.</param>
    /// <param name="closures">The closures, whenever they are in force.</param>
    public RestrictedNetwork(WalkingNetwork network, IReadOnlyList<Gate> gates, IReadOnlyList<Closure> closures)
        : this(network, gates, gates, [], closures) { }

    private RestrictedNetwork(
        WalkingNetwork network,
        IReadOnlyList<Gate> builtWith,
        IReadOnlyList<Gate> gates,
        Gate[] changed,
        IReadOnlyList<Closure> closures
    )
    {
        _network = network;
        _builtWith = builtWith;
        _gates = gates.ToFrozenDictionary(gate => gate.Code, StringComparer.Ordinal);
        _changed = changed;
        _closures = closures;
    }

    /// <summary>The gate of a code, or null.</summary>
    public Gate? FindGate(string code) => _gates.GetValueOrDefault(code);

    /// <summary>The closures in force at a moment.</summary>
    public IEnumerable<Closure> ClosuresAt(Moment moment) =>
        _closures.Where(closure => closure.IsInForce(moment.Instant));

    /// <summary>What holds at a moment.</summary>
    public NetworkOverlay At(Moment moment)
    {
        Closure[] closures = [.. ClosuresAt(moment)];
        string key = string.Join(
            '|',
            closures
                .Select(closure => closure.Code)
                .Prepend(moment.Local is { } local ? $"{local.DayOfWeek} {local:HH:mm} {moment.IsHoliday}" : "")
        );
        if (_kept.TryGetValue(key, out NetworkOverlay? kept))
        {
            return kept;
        }

        NetworkOverlay overlay = Make(moment, closures);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[key] = overlay;
        return overlay;
    }

    /// <summary>The same network with gates that stand otherwise and other closures.</summary>
    /// <returns>
    /// Null where an overlay cannot say it: a gate that came or went, one that shares its place with another, or one that the
    /// network has no sides for. Then the network must be built anew.
    /// </returns>
    public RestrictedNetwork? Renewed(IReadOnlyList<Gate> gates, IReadOnlyList<Closure> closures)
    {
        Dictionary<string, Gate> before = _builtWith.ToDictionary(gate => gate.Code, StringComparer.Ordinal);
        if (gates.Count != before.Count || !gates.All(gate => before.ContainsKey(gate.Code)))
        {
            return null;
        }

        Gate[] changed =
        [
            .. gates.Where(gate =>
                gate.Access != before[gate.Code].Access
                || !string.Equals(gate.Hours, before[gate.Code].Hours, StringComparison.Ordinal)
            ),
        ];
        HashSet<string> onNetwork = [.. _network.Gates.Select(arc => arc.GateCode).OfType<string>()];
        ILookup<long, Gate> byNode = gates.ToLookup(gate => gate.NodeId);
        bool canSay = Array.TrueForAll(
            changed,
            gate => onNetwork.Contains(gate.Code) && byNode[gate.NodeId].Count() == 1
        );
        return canSay ? new RestrictedNetwork(_network, _builtWith, gates, changed, closures) : null;
    }

    /// <summary>Who passes a gate of this access and these hours at a moment.</summary>
    public Passage PassageAt(Gate gate, Moment moment)
    {
        bool isShut =
            moment.Local is { } local
            && NetworkSurvey.HoursOf(gate) is OpeningHours hours
            && !hours.IsOpen(local, moment.IsHoliday);
        return isShut ? Passage.Blocked : PassageOf(gate.Code, gate.Access);
    }

    /// <summary>How a walker meets a gate of the network with this access while it is open.</summary>
    /// <remarks><para>A gate with the same ground on both sides can only close it: nobody lives on one side of it.</para></remarks>
    public Passage PassageOf(string gateCode, GateAccess access)
    {
        Passage passage = NetworkSurvey.PassageOf(access);
        return
            passage == Passage.Terminal
            && _network.Gates.Any(arc => arc.GateCode == gateCode && arc.InnerZone == arc.OuterZone)
            ? Passage.Free
            : passage;
    }

    private NetworkOverlay Make(Moment moment, Closure[] closures)
    {
        NetworkOverlay overlay = moment.Local is { } local
            ? NetworkOverlay.At(_network, local.DayOfWeek, TimeOnly.FromDateTime(local), moment.IsHoliday)
            : _network.WheneverOpen;
        overlay = _changed.Aggregate(overlay, (before, gate) => before.With(gate.Code, PassageAt(gate, moment)));
        return closures.Length == 0
            ? overlay
            : overlay.Closing(new GeometryCollection([.. closures.Select(closure => closure.Geom)]));
    }
}
