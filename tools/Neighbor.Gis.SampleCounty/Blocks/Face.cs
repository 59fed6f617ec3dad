using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Blocks;

/// <summary>A piece of ground where nobody lives: a field, a park, a school, a stretch of the river.</summary>
internal sealed class Face
{
    public required char Community { get; init; }

    /// <summary>Counter-clockwise; in full once the town's lines are finished.</summary>
    public required List<PlanePoint> Ring { get; set; }

    public List<BuildingDraft> Buildings { get; } = [];

    /// <summary>The cell that takes it over.</summary>
    public Cell? Owner { get; set; }
}
