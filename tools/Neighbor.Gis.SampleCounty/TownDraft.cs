using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Compounds;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;

namespace Neighbor.Gis.SampleCounty;

/// <summary>The town while it is being drawn, in centimetres on its plane.</summary>
internal sealed class TownDraft(long seed)
{
    public long Seed { get; } = seed;

    public SegmentSplits Splits { get; } = new();

    public List<Block> Blocks { get; } = [];

    public List<WayDraft> Ways { get; } = [];

    public List<Cell> Cells { get; } = [];

    public List<Face> Faces { get; } = [];

    public List<CompoundDraft> Compounds { get; } = [];

    public List<GroundDraft> Grounds { get; } = [];

    /// <summary>Draws every line in full: from here on nothing may be put into a segment.</summary>
    public void FinishLines()
    {
        foreach (WayDraft way in Ways)
        {
            way.Line = Splits.Expand(way.Line);
        }

        foreach (Cell cell in Cells)
        {
            cell.Ring = Splits.ExpandRing(cell.Ring);
        }

        foreach (Face face in Faces)
        {
            face.Ring = Splits.ExpandRing(face.Ring);
        }
    }
}
