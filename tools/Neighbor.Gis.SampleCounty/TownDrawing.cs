using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Compounds;
using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Quarters;
using Neighbor.Gis.SampleCounty.Streets;

namespace Neighbor.Gis.SampleCounty;

/// <summary>Draws the town on its plane: river, streets, blocks, cells, compounds and buildings.</summary>
internal static class TownDrawing
{
    public const int Grids = 100;
    public const int MicroGrids = 736;
    private const int FewerCells = 7;

    public static TownDraft Draw(long seed)
    {
        var town = new TownDraft(seed);
        var north = new Lattice(TownPlan.North, new Chance(seed, "northern streets"));
        var south = new Lattice(TownPlan.South, new Chance(seed, "southern streets"));
        new BlockDrawing(TownPlan.North, north, town).Draw();
        new BlockDrawing(TownPlan.South, south, town).Draw();
        new Riverside(town).Draw(north, south);

        Dictionary<Block, int> cells = CellsPerBlock(town);
        var lanes = new LaneNames(new Chance(seed, "lane names"));
        var estates = new EstateBlocks(town, lanes);
        var quarters = new QuarterDrawing(town, lanes);
        var campuses = new Campuses(town);
        foreach (Block block in town.Blocks)
        {
            if (!block.IsResidential)
            {
                campuses.Draw(block);
            }
            else if (block.Use is LandUse.Village or LandUse.OldTown or LandUse.HillTown)
            {
                quarters.Draw(block, cells[block]);
            }
            else
            {
                estates.Draw(block, cells[block]);
            }
        }

        town.FinishLines();
        new Sidewalks(town).Draw();
        return town;
    }

    /// <summary>Seven cells per residential block, and one more in the largest estates until the sum is right.</summary>
    private static Dictionary<Block, int> CellsPerBlock(TownDraft town)
    {
        var blocks = town.Blocks.Where(b => b.IsResidential).ToList();
        if (blocks.Count != Grids)
        {
            throw new InvalidOperationException($"Got {blocks.Count} residential blocks for {Grids} grids.");
        }

        int more = MicroGrids - (FewerCells * Grids);
        var larger = blocks
            .OrderBy(b => b.Use is LandUse.Village ? 1 : 0)
            .ThenByDescending(b => Rings.SignedArea(b.Ground.Ring()))
            .Take(more)
            .ToHashSet();
        return blocks.ToDictionary(b => b, b => larger.Contains(b) ? FewerCells + 1 : FewerCells);
    }
}
