using Neighbor.Gis.Spatial.Hours;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>大门状态. How every gate stands at one moment, or in a what-if: an overlay on a frozen network.</summary>
/// <remarks><para>Threads: immutable; make it once for a moment and share it among searches.</para></remarks>
public sealed class NetworkOverlay
{
    private readonly WalkingNetwork _network;
    private readonly Passage[] _passages;

    private NetworkOverlay(WalkingNetwork network, Passage[] passages)
    {
        _network = network;
        _passages = passages;
    }

    internal Passage[] Array => _passages;

    /// <summary>Every gate as it is whenever it is open.</summary>
    public static NetworkOverlay WheneverOpen(WalkingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new NetworkOverlay(network, [.. network.Gates.Select(static gate => gate.Passage)]);
    }

    /// <summary>Every gate as it is at a moment of the week: those outside their hours let nobody pass.</summary>
    /// <param name="network">The network.</param>
    /// <param name="day">The day of the week.</param>
    /// <param name="time">The time of day.</param>
    /// <param name="isHoliday">Whether it is a public holiday.</param>
    public static NetworkOverlay At(WalkingNetwork network, DayOfWeek day, TimeOnly time, bool isHoliday = false)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new NetworkOverlay(network, [.. network.Gates.Select(gate => PassageAt(gate, day, time, isHoliday))]);
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
            ? new NetworkOverlay(_network, passages)
            : throw new ArgumentException(
                $"The network has no gate {gateCode} that could hold anybody back.",
                nameof(gateCode)
            );
    }

    /// <summary>How one gate stands, by its place in <see cref="WalkingNetwork.Gates"/>.</summary>
    public Passage PassageOf(int gate) => _passages[gate];

    internal bool BelongTo(WalkingNetwork network) => ReferenceEquals(network, _network);

    private static Passage PassageAt(GateArc gate, DayOfWeek day, TimeOnly time, bool isHoliday) =>
        gate.Hours is OpeningHours hours && !hours.IsOpen(day, time, isHoliday) ? Passage.Blocked : gate.Passage;
}
