using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Grids;
using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Ledgers;

/// <summary>Writes the nested ground: micro-grids of the cells, and everything above as outlines of what lies below.</summary>
internal sealed class AreaLedger(TownDraft town, MapSheet sheet, Numbering numbering)
{
    private const string CountyName = "樾溪县";

    public List<MicroGrid> MicroGrids() =>
        [
            .. town.Cells.Select(cell => new MicroGrid
            {
                Code = cell.MicroGridCode,
                Name = $"{cell.GridCode[^3..]}网格{cell.MicroGridCode[^2..]}号微网格",
                GridCode = GridCode.Parse(cell.GridCode),
                Households = cell.Households,
                Geom = Outline([cell]),
                Source = SampleCountyGenerator.Source,
            }),
        ];

    public List<Grid> Grids() =>
        [
            .. town
                .Cells.GroupBy(c => c.GridCode)
                .Select(cells => new Grid
                {
                    Code = GridCode.Parse(cells.Key),
                    Name = $"{TownPlan.Communities[cells.First().Block.Community].Name}第{cells.Key[^2..]}网格",
                    Kind = GridKind.Basic,
                    Households = cells.Sum(c => c.Households),
                    Geom = Outline(cells),
                    Source = SampleCountyGenerator.Source,
                }),
        ];

    public List<Area> Areas()
    {
        var areas = new List<Area> { Of(Numbering.County, CountyName, town.Cells) };
        for (int number = 1; number <= TownPlan.Towns.Count; number++)
        {
            areas.Add(
                Of(
                    Numbering.Town(number),
                    TownPlan.Towns[number - 1],
                    town.Cells.Where(c => TownPlan.Communities[c.Block.Community].Town == number)
                )
            );
        }

        foreach ((char letter, (_, string name)) in TownPlan.Communities)
        {
            areas.Add(Of(numbering.Community(letter), name, town.Cells.Where(c => c.Block.Community == letter)));
        }

        return areas;
    }

    private Area Of(AreaCode code, string name, IEnumerable<Cell> cells) =>
        new()
        {
            Code = code,
            Name = name,
            Geom = Outline(cells),
            Source = SampleCountyGenerator.Source,
        };

    private NetTopologySuite.Geometries.MultiPolygon Outline(IEnumerable<Cell> cells) =>
        sheet.Area(
            RingOutlines.Of(cells.SelectMany(cell => cell.Annexes.Select(annex => annex.Ring).Prepend(cell.Ring)))
        );
}
