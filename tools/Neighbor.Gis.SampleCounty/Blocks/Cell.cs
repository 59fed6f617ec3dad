using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Blocks;

/// <summary>A micro-grid to be: a piece of a residential block, with the empty ground it takes over.</summary>
internal sealed class Cell
{
    public required Block Block { get; init; }

    /// <summary>Counter-clockwise; in full once the town's lines are finished.</summary>
    public required List<PlanePoint> Ring { get; set; }

    /// <summary>Ground beside it where nobody lives, which it takes over.</summary>
    public List<Face> Annexes { get; } = [];

    /// <summary>The buildings on its own ground and its annexes'.</summary>
    public List<BuildingDraft> Buildings { get; } = [];

    public int Households { get; set; }

    /// <summary>The grid's and the micro-grid's code, once they are numbered.</summary>
    public string GridCode { get; set; } = "";

    public string MicroGridCode { get; set; } = "";
}
