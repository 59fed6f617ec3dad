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

    /// <summary>The node under each vertex.</summary>
    public required IReadOnlyList<long> NodeIds { get; init; }

    /// <summary>Its course, in CGCS2000.</summary>
    public required LineString Geom { get; init; }
}
