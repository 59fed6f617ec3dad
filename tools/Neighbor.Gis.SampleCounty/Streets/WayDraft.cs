using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Streets;

/// <summary>A way before its line is drawn in full.</summary>
internal sealed class WayDraft
{
    /// <summary>The street's name, or an empty text.</summary>
    public string Name { get; init; } = "";

    public required WayKind Kind { get; init; }

    public WayAccess Access { get; init; }

    public bool IsBridge { get; init; }

    /// <summary>When it can be walked, or null for always.</summary>
    public string? Hours { get; init; }

    /// <summary>The letter of the community whose lane it is.</summary>
    public required char Community { get; init; }

    /// <summary>Its points; what was put between them since is added when the town is finished.</summary>
    public required List<PlanePoint> Line { get; set; }
}
