using System.Collections.Concurrent;
using Neighbor.Gis.Spatial.Hours;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>网络叠加. What holds on a frozen network at one moment, or in a what-if: how every gate stands, and what is closed.</summary>
/// <remarks><para>Threads: immutable; make it once for a moment and share it among searches.</para></remarks>
public sealed class NetworkOverlay
{
    private readonly WalkingNetwork _network;
    private readonly Passage[] _passages;
    private readonly ConcurrentDictionary<Pace, PacedArcs> _arcs = new();

    private NetworkOverlay(WalkingNetwork network, Passage[] passages, Cuts? cuts)
    {
        _network = network;
        _passages = passages;
        Cuts = cuts;
    }

    internal Passage[] Passages => _passages;

    internal Cuts? Cuts { get; }

    /// <summary>Whether any line or area is closed.</summary>
    public bool HasClosures => Cuts is not null;

    /// <summary>Every gate as it is whenever it is open.</summary>
    public static NetworkOverlay WheneverOpen(WalkingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new NetworkOverlay(network, [.. network.Gates.Select(static gate => gate.Passage)], null);
    }

    /// <summary>Every gate as it is at a moment of the week: those outside their hours let nobody pass.</summary>
    /// <param name="network">The network.</param>
    /// <param name="day">The day of the week.</param>
    /// <param name="time">The time of day.</param>
    /// <param name="isHoliday">Whether it is a public holiday.</param>
    public static NetworkOverlay At(WalkingNetwork network, DayOfWeek day, TimeOnly time, bool isHoliday = false)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new NetworkOverlay(
            network,
            [.. network.Gates.Select(gate => PassageAt(gate, day, time, isHoliday))],
            null
        );
    }

    /// <summary>The same, but with one gate otherwise: what if it were open, or closed?</summary>
    /// <exception cref="ArgumentException">The network has no gate of that code.</exception>
    public NetworkOverlay With(string gateCode, Passage passage)
    {
        Passage[] passages = [.. _passages];
        bool isKnown = false;
        for (int gate = 0; gate < passages.Length; gate++)
        {
            if (_network.Gates[gate].GateCode == gateCode)
            {
                passages[gate] = passage;
                isKnown = true;
            }
        }

        return isKnown
            ? new NetworkOverlay(_network, passages, Cuts)
            : throw new ArgumentException(
                $"The network has no gate {gateCode} that could hold anybody back.",
                nameof(gateCode)
            );
    }

    /// <summary>The same, but with closed lines nobody crosses, or areas whose outline nobody crosses: who is inside stays inside.</summary>
    /// <param name="closed">Lines or areas, on CGCS2000.</param>
    /// <exception cref="ArgumentException">It has points in it.</exception>
    public NetworkOverlay Closing(Geometry closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        return closed.IsEmpty ? this : new NetworkOverlay(_network, _passages, Cuts.Of(_network, closed, Cuts));
    }

    /// <summary>The same, but with every gate open to anybody both ways and nothing closed: what if nothing held anybody back?</summary>
    public NetworkOverlay Opened()
    {
        Passage[] passages = new Passage[_passages.Length];
        return new NetworkOverlay(_network, passages, null) { IgnoresDirections = true };
    }

    /// <summary>How one gate stands, by its place in <see cref="WalkingNetwork.Gates"/>.</summary>
    public Passage PassageOf(int gate) => _passages[gate];

    /// <summary>Whether a straight line runs across something closed.</summary>
    public bool Separates(Position one, Position other) => Cuts is { } cuts && cuts.Separate(one, other);

    /// <summary>Whether a closed line lies between two offsets of a link.</summary>
    public bool IsCutBetween(LinkId link, int oneMm, int otherMm) =>
        Cuts is { } cuts && cuts.IsBetween(link.Value, oneMm, otherMm);

    /// <summary>Adds every piece of a closed line that may meet a window.</summary>
    public void ClosuresInto(Box window, List<(Position From, Position To)> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        Cuts?.SegmentsInto(window, found);
    }

    /// <summary>The same, but with nothing closed.</summary>
    internal NetworkOverlay WithoutClosures() => new(_network, _passages, null);

    /// <summary>The same, but with every shut gate unlocked for those who have business behind it.</summary>
    internal NetworkOverlay Unlocked()
    {
        Passage[] passages = [.. _passages];
        for (int gate = 0; gate < passages.Length; gate++)
        {
            if (passages[gate] == Passage.Blocked)
            {
                GateArc arc = _network.Gates[gate];
                passages[gate] = arc.InnerZone == arc.OuterZone ? Passage.Free : Passage.Terminal;
            }
        }

        return new NetworkOverlay(_network, passages, Cuts);
    }

    /// <summary>Whether one-way gates are passed both ways here.</summary>
    internal bool IgnoresDirections { get; private init; }

    internal bool BelongTo(WalkingNetwork network) => ReferenceEquals(network, _network);

    /// <summary>Whether a place cannot be come to from the door it was placed for.</summary>
    internal bool IsCutOff(in SnapPoint place) =>
        Cuts is { } cuts && place.Door is { } door && cuts.Separate(door, place.Position);

    /// <summary>How long every arc takes at a pace; made once for a pace, and again where something is closed.</summary>
    internal PacedArcs ArcsFor(Pace pace) =>
        Cuts is { } cuts
            ? _arcs.GetOrAdd(
                pace,
                static (pace, at) => at.Network.ArcsFor(pace).Without(at.Cuts.Links),
                (Network: _network, Cuts: cuts)
            )
            : _network.ArcsFor(pace);

    private static Passage PassageAt(GateArc gate, DayOfWeek day, TimeOnly time, bool isHoliday) =>
        gate.Hours is OpeningHours hours && !hours.IsOpen(day, time, isHoliday) ? Passage.Blocked : gate.Passage;
}
