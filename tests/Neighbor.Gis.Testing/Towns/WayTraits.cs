using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>What can be said of a way in a test.</summary>
public sealed record WayTraits
{
    /// <summary>What one walks on.</summary>
    public WayKind Kind { get; init; } = WayKind.Residential;

    /// <summary>Who may walk on it.</summary>
    public WayAccess Access { get; init; }

    /// <summary>Which ways along it.</summary>
    public WayDirection Direction { get; init; }

    /// <summary>When it can be walked; null for always.</summary>
    public string? Hours { get; init; }

    /// <summary>Whether it is a bridge.</summary>
    public bool IsBridge { get; init; }

    /// <summary>Whether it is a tunnel.</summary>
    public bool IsTunnel { get; init; }

    /// <summary>How many steps a flight has.</summary>
    public int? StepCount { get; init; }

    /// <summary>Whether it climbs along its line.</summary>
    public WayRise Rise { get; init; }

    /// <summary>How steeply.</summary>
    public int? InclinePercent { get; init; }

    /// <summary>How many floors a lift goes.</summary>
    public int? Floors { get; init; }

    /// <summary>Whether one waits for a signal.</summary>
    public SignalCrossing Signals { get; init; }
}
