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
}
