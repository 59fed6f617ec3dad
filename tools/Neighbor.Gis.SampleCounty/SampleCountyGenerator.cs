using Neighbor.Gis.Ingest;
using Neighbor.Gis.SampleCounty.Grids;
using Neighbor.Gis.SampleCounty.Ledgers;
using Neighbor.Gis.SampleCounty.People;
using Neighbor.Gis.SampleCounty.Services;

namespace Neighbor.Gis.SampleCounty;

/// <summary>样例县. Makes the invented county seat that the demo, the tests and the benchmarks live in.</summary>
/// <remarks>
/// <para>The same seed gives the same county, number for number, on every machine.</para>
/// </remarks>
public static class SampleCountyGenerator
{
    /// <summary>The data set's name.</summary>
    public const string Source = "sample";

    /// <summary>The seed of the county in <c>data/sample-county</c>.</summary>
    public const long FixtureSeed = 20261121;

    /// <summary>Makes the county.</summary>
    /// <param name="seed">Any number; other seeds move houses and people, while the plan and all totals stay.</param>
    public static Delivery Generate(long seed = FixtureSeed)
    {
        TownDraft town = TownDrawing.Draw(seed);
        Annexation.Assign(town);
        var numbering = new Numbering();
        numbering.Number(town);
        new Households(town).Spread();

        var sheet = new MapSheet();
        var nodes = new NodeRegister();
        var areas = new AreaLedger(town, sheet, numbering);
        var ways = new WayLedger(town, sheet, nodes, numbering);
        var surveyed = ways.Ways();
        var lanes = ways.Lanes();
        var buildings = new BuildingLedger(town, sheet, nodes, numbering, ways);
        var services = new ServiceLedger(town, sheet, numbering);
        var roster = new Roster(sheet);
        new Appointments(town, roster, numbering).Appoint(lanes);
        return new Delivery
        {
            Source = Source,
            Areas = areas.Areas(),
            Grids = areas.Grids(),
            MicroGrids = areas.MicroGrids(),
            Compounds = buildings.Compounds(),
            Gates = buildings.Gates(),
            Buildings = buildings.Buildings(),
            Entrances = buildings.Entrances(),
            Lanes = lanes,
            Ways = surveyed,
            Grounds = ways.Grounds(),
            Centers = services.AllCenters,
            ServicePoints = services.AllPoints,
            Responders = roster.Responders,
            Duties = roster.Duties,
        };
    }
}
