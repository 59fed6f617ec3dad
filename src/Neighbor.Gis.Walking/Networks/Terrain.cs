namespace Neighbor.Gis.Walking.Networks;

/// <summary>路况. What one walks on, as far as it decides how long a stretch takes, seen along its line.</summary>
/// <remarks>
/// <para>Units: millimetres. Counted steps, lifts and signals belong to a way as a whole and are spread over its length, so that
/// half a crossing is half the wait, and cutting a way in two changes nothing.</para>
/// </remarks>
/// <param name="Kind">What it is.</param>
public readonly record struct Terrain(WayKind Kind)
{
    /// <summary>How long the way is that steps, floors and signals are spread over; 0 where it has none.</summary>
    public int WayLengthMm { get; init; }

    /// <summary>How many steps the way has; 0 where nobody has counted.</summary>
    public int StepCount { get; init; }

    /// <summary>Whether a flight of steps climbs along the line.</summary>
    public WayRise Rise { get; init; }

    /// <summary>How steeply a way climbs along the line, in percent; 0 where it is level or nobody has said.</summary>
    public int InclinePercent { get; init; }

    /// <summary>How many floors a lift goes.</summary>
    public int Floors { get; init; }

    /// <summary>Whether one waits for a signal.</summary>
    public SignalCrossing Signals { get; init; }

    /// <summary>What a surveyed way says; what does not matter for its kind is left out.</summary>
    /// <param name="way">The way.</param>
    /// <param name="lengthMm">How long it is; asked only where something is spread over it.</param>
    public static Terrain Of(SurveyedWay way, Func<SurveyedWay, int> lengthMm)
    {
        ArgumentNullException.ThrowIfNull(way);
        ArgumentNullException.ThrowIfNull(lengthMm);
        Terrain terrain = way.Kind switch
        {
            WayKind.Steps => new Terrain(way.Kind) { StepCount = way.StepCount ?? 0, Rise = RiseOf(way) },
            WayKind.Elevator => new Terrain(way.Kind) { Floors = way.Floors ?? 1 },
            _ => new Terrain(way.Kind) { InclinePercent = Math.Clamp(way.InclinePercent ?? 0, -30, 30) },
        };
        terrain = terrain with { Signals = way.Signals };
        bool isSpread = terrain.StepCount > 0 || terrain.Floors > 0 || terrain.Signals != SignalCrossing.None;
        return isSpread ? terrain with { WayLengthMm = Math.Max(1, lengthMm(way)) } : terrain;
    }

    /// <summary>The same, seen against its line.</summary>
    public Terrain Turned() =>
        this with
        {
            InclinePercent = -InclinePercent,
            Rise = Rise switch
            {
                WayRise.Up => WayRise.Down,
                WayRise.Down => WayRise.Up,
                WayRise other => other,
            },
        };

    /// <summary>An order, no matter which.</summary>
    internal int CompareWith(Terrain other)
    {
        int order = (Kind, Signals, Rise).CompareTo((other.Kind, other.Signals, other.Rise));
        return order != 0
            ? order
            : (StepCount, InclinePercent, Floors, WayLengthMm).CompareTo(
                (other.StepCount, other.InclinePercent, other.Floors, other.WayLengthMm)
            );
    }

    private static WayRise RiseOf(SurveyedWay way) =>
        (way.Rise, way.InclinePercent) switch
        {
            (WayRise.Unknown, > 0) => WayRise.Up,
            (WayRise.Unknown, < 0) => WayRise.Down,
            (WayRise rise, _) => rise,
        };
}
