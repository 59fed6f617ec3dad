using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Grids;

/// <summary>Spreads the county's households and residents over cells and buildings; every sum is exact.</summary>
internal sealed class Households(TownDraft town)
{
    public const int Total = 35_000;
    public const int TotalResidents = 180_000;
    private const int Fewest = 41;
    private const int Most = 50;

    /// <summary>Least of a grid's households, with some room above the rule's 300.</summary>
    private const int FewestInGrid = 308;

    private readonly Chance _chance = new(town.Seed, "households");

    public void Spread()
    {
        SpreadOverCells();
        foreach (Cell cell in town.Cells)
        {
            List<BuildingDraft> homes = cell.Buildings.FindAll(b => b.HasHomes);
            double[] room = [.. homes.Select(b => Rings.SignedArea(b.Ring) * b.Floors * _chance.Between(0.85, 1.15))];
            int[] households = Shares.Of(cell.Households, room, _ => 1, _ => Most);
            foreach ((BuildingDraft home, int count) in homes.Zip(households))
            {
                home.Households = count;
            }
        }

        SpreadResidents();
    }

    private void SpreadOverCells()
    {
        int count = town.Cells.Count;
        for (int i = 0; i < count; i++)
        {
            town.Cells[i].Households = (int)((Total * (i + 1L) / count) - (Total * (long)i / count));
        }

        Dictionary<Block, int> perBlock = town
            .Cells.GroupBy(c => c.Block)
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Households));
        for (int i = 0; i < count * 8; i++)
        {
            Cell from = _chance.Pick(town.Cells);
            Cell to = _chance.Pick(town.Cells);
            if (from.Households > Fewest && to.Households < Most && perBlock[from.Block] > FewestInGrid)
            {
                from.Households--;
                to.Households++;
                perBlock[from.Block]--;
                perBlock[to.Block]++;
            }
        }
    }

    private void SpreadResidents()
    {
        var homes = new List<(BuildingDraft Home, LandUse Use)>();
        foreach (Cell cell in town.Cells)
        {
            homes.AddRange(cell.Buildings.Where(b => b.HasHomes).Select(b => (b, cell.Block.Use)));
        }

        double[] weights = [.. homes.Select(h => h.Home.Households * _chance.Between(4.4, 5.9))];
        int[] residents = Shares.Of(
            TotalResidents,
            weights,
            i => homes[i].Home.Households,
            i => homes[i].Home.Households * 9
        );
        foreach (((BuildingDraft home, LandUse use), int count) in homes.Zip(residents))
        {
            (double elders, double children) = use switch
            {
                LandUse.OldTown or LandUse.HillTown => (0.29, 0.05),
                LandUse.Village => (0.24, 0.075),
                LandUse.OpenEstate => (0.25, 0.06),
                LandUse.HighRise or LandUse.TwinHighRise => (0.15, 0.095),
                _ => (0.18, 0.085),
            };
            home.Residents = count;
            home.Elders = (int)(count * elders * _chance.Between(0.6, 1.4));
            home.Children = (int)(count * children * _chance.Between(0.5, 1.5));
        }
    }
}
