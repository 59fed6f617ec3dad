using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>步行道路. A way as surveyed: undirected, joined to others only where both name the same node.</summary>
/// <remarks>
/// <para>Shapes: <c>NodeIds[Geom.NumPoints]</c>. Bridges and tunnels need no rule of their own: they share no node with
/// what they cross.</para>
/// </remarks>
public sealed class SurveyedWay
{
    /// <summary>Its id, unique inside its data set.</summary>
    public required long Id { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The street's name, or an empty text.</summary>
    public string Name { get; init; } = "";

    /// <summary>What one walks on.</summary>
    public WayKind Kind { get; init; }

    /// <summary>Who may walk on it.</summary>
    public WayAccess Access { get; init; }

    /// <summary>Which ways along the line it can be walked.</summary>
    public WayDirection Direction { get; init; }

    /// <summary>When it can be walked, in the grammar of <c>OpeningHours</c>; null means always.</summary>
    public string? Hours { get; init; }

    /// <summary>Whether it is a bridge.</summary>
    public bool IsBridge { get; init; }

    /// <summary>Whether it is a tunnel.</summary>
    public bool IsTunnel { get; init; }

    /// <summary>How many steps a flight has; null where nobody has counted.</summary>
    public int? StepCount { get; init; }

    /// <summary>Whether the line climbs from its first vertex to its last.</summary>
    public WayRise Rise { get; init; }

    /// <summary>How steeply it climbs, in metres a hundred metres, from -30 to 30; null where that is not known.</summary>
    public int? InclinePercent { get; init; }

    /// <summary>How many floors a lift goes; null where that is not known.</summary>
    public int? Floors { get; init; }

    /// <summary>Whether one waits for a signal here.</summary>
    public SignalCrossing Signals { get; init; }

    /// <summary>The node under each vertex.</summary>
    public required IReadOnlyList<long> NodeIds { get; init; }

    /// <summary>Its course, in CGCS2000.</summary>
    public required LineString Geom { get; init; }
}
