using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Compounds;

/// <summary>A compound before it has a code.</summary>
internal sealed class CompoundDraft
{
    public required string Name { get; init; }

    public required CompoundKind Kind { get; init; }

    public required bool IsWalled { get; init; }

    public required char Community { get; init; }

    /// <summary>The wall or border, counter-clockwise; gates are among its points.</summary>
    public required List<PlanePoint> Ring { get; init; }

    public List<GateDraft> Gates { get; } = [];

    public string Code { get; set; } = "";
}
