using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Xunit;

namespace Neighbor.Gis.Cli.Tests.SampleCounty;

public sealed class CountyFigureSpecs
{
    private static Delivery County => GeneratedCounty.Delivery;

    [Fact]
    public void There_are_180_000_residents_in_35_000_households()
    {
        Assert.Equal(180_000, County.Buildings.Sum(b => b.Residents));
        Assert.Equal(35_000, County.Buildings.Sum(b => b.Households));
        Assert.Equal(35_000, County.Grids.Sum(g => g.Households));
        Assert.Equal(35_000, County.MicroGrids.Sum(m => m.Households));
        Assert.Equal(35_000, County.Entrances.Sum(e => e.Households));
    }

    [Fact]
    public void Elders_and_children_are_part_of_the_residents()
    {
        Assert.All(
            County.Buildings,
            b => Assert.InRange((b.Residents60Plus ?? -1) + (b.ChildrenUnder7 ?? -1), 0, b.Residents ?? -1)
        );
        Assert.InRange(County.Buildings.Sum(b => b.Residents60Plus) ?? 0, 30_000, 42_000);
        Assert.InRange(County.Buildings.Sum(b => b.ChildrenUnder7) ?? 0, 10_000, 18_000);
    }

    [Fact]
    public void Nobody_lives_where_there_are_no_homes_and_everywhere_else_somebody_does()
    {
        Assert.All(
            County.Buildings,
            b => Assert.Equal(b.Use is BuildingUse.Residential or BuildingUse.Mixed, b.Households > 0)
        );
        Assert.All(County.Buildings, b => Assert.InRange(b.Households ?? -1, 0, 50));
    }

    [Fact]
    public void Of_84_compounds_78_have_a_party_branch_and_all_three_kinds_occur()
    {
        Assert.Equal(84, County.Compounds.Count);
        Assert.Equal(78, County.Compounds.Count(c => c.HasPartyBranch));
        Assert.Equal(3, County.Compounds.Select(c => c.Kind).Distinct().Count());
        Assert.All(County.Compounds.Where(c => c.Kind != CompoundKind.OpenUnmanaged), c => Assert.True(c.IsWalled));
        Assert.True(
            County.Compounds.Count(c => c is { Kind: CompoundKind.OpenUnmanaged, IsWalled: false })
                > County.Compounds.Count(c => c is { Kind: CompoundKind.OpenUnmanaged, IsWalled: true })
        );
    }

    [Fact]
    public void There_are_about_3_000_buildings_with_one_to_four_entrances_each()
    {
        Assert.InRange(County.Buildings.Count, 2_800, 3_300);
        Dictionary<string, int> doors = County
            .Entrances.GroupBy(e => e.BuildingCode)
            .ToDictionary(g => g.Key, g => g.Count());
        Assert.All(County.Buildings, b => Assert.InRange(doors.GetValueOrDefault(b.Code), 1, 4));
        Assert.Equal(County.Buildings.Count, doors.Count);
    }

    [Fact]
    public void The_households_of_a_building_are_behind_its_doors()
    {
        Dictionary<string, int?> behind = County
            .Entrances.GroupBy(e => e.BuildingCode)
            .ToDictionary(g => g.Key, g => g.Sum(e => e.Households));
        Assert.All(County.Buildings, b => Assert.Equal(b.Households, behind[b.Code]));
    }

    [Fact]
    public void There_is_one_county_of_three_towns_with_fourteen_communities_and_100_grids()
    {
        Assert.Equal(1, County.Areas.Count(a => a.Level == AreaLevel.County));
        Assert.Equal(3, County.Areas.Count(a => a.Level == AreaLevel.Town));
        Assert.Equal(14, County.Areas.Count(a => a.Level == AreaLevel.Community));
        Assert.Equal(100, County.Grids.Count);
        Assert.All(County.Grids, g => Assert.Equal(GridKind.Basic, g.Kind));
        Assert.All(County.Grids, g => Assert.InRange(g.Households, 300, 500));
    }

    [Fact]
    public void There_are_736_micro_grids_of_30_to_50_households()
    {
        Assert.Equal(736, County.MicroGrids.Count);
        Assert.All(County.MicroGrids, m => Assert.InRange(m.Households, 30, 50));
    }

    [Fact]
    public void Households_of_grids_and_micro_grids_are_those_of_their_buildings()
    {
        Dictionary<string, int?> perGrid = County
            .Buildings.GroupBy(b => b.GridCode!.Value.Value)
            .ToDictionary(g => g.Key, g => g.Sum(b => b.Households));
        Dictionary<string, int?> perMicroGrid = County
            .Buildings.GroupBy(b => b.MicroGridCode!)
            .ToDictionary(g => g.Key, g => g.Sum(b => b.Households));
        Assert.All(County.Grids, g => Assert.Equal(g.Households, perGrid[g.Code.Value]));
        Assert.All(County.MicroGrids, m => Assert.Equal(m.Households, perMicroGrid[m.Code]));
    }

    [Fact]
    public void Of_24_centers_17_are_open_and_7_planned_in_all_three_forms()
    {
        Assert.Equal(24, County.Centers.Count);
        Assert.Equal(17, County.Centers.Count(c => c.Status == ServicePointStatus.Open));
        Assert.Equal(7, County.Centers.Count(c => c.Status == ServicePointStatus.Planned));
        Assert.Equal(3, County.Centers.Select(c => c.Form).Distinct().Count());
    }

    [Fact]
    public void A_center_has_the_sites_of_its_form()
    {
        ILookup<string?, ServicePoint> sites = County.ServicePoints.ToLookup(p => p.CenterCode);
        Assert.All(
            County.Centers,
            center =>
            {
                CenterRole?[] roles = [.. sites[center.Code].Select(s => s.CenterRole)];
                Assert.All(sites[center.Code], s => Assert.Equal(center.Status, s.Status));
                switch (center.Form)
                {
                    case CenterForm.SingleSite:
                        Assert.Equal([CenterRole.Site], roles);
                        break;
                    case CenterForm.MultiSite:
                        Assert.True(roles.Length > 1);
                        Assert.All(roles, role => Assert.Equal(CenterRole.Site, role));
                        break;
                    default:
                        Assert.Equal(1, roles.Count(r => r == CenterRole.Hub));
                        Assert.Equal(roles.Length - 1, roles.Count(r => r == CenterRole.Spoke));
                        Assert.True(roles.Length > 2);
                        break;
                }
            }
        );
    }

    [Fact]
    public void Every_kind_and_every_function_of_service_occurs()
    {
        Assert.Equal(
            Enum.GetValues<ServicePointKind>().Where(k => k != ServicePointKind.Other),
            County.ServicePoints.Select(p => p.Kind).Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<ServiceFunction>(),
            County.ServicePoints.SelectMany(p => p.Functions).Distinct().Order()
        );
        Assert.Equal(1, County.ServicePoints.Count(p => p.Kind == ServicePointKind.Hospital));
    }

    [Fact]
    public void There_are_2_709_grid_workers_736_contact_households_and_5_600_volunteers()
    {
        Assert.Equal(2_709, Holders(DutyRole.GridWorker));
        Assert.Equal(736, Holders(DutyRole.ContactHousehold));
        Assert.Equal(5_600, Holders(DutyRole.Volunteer));
        Assert.Equal(2_709, County.Duties.Count(d => d.Role == DutyRole.GridWorker));
        Assert.Equal(736, County.Duties.Count(d => d.Role == DutyRole.ContactHousehold));
        Assert.Equal(5_600, County.Duties.Count(d => d.Role == DutyRole.Volunteer));

        static int Holders(DutyRole role) =>
            County.Duties.Where(d => d.Role == role).Select(d => d.ResponderCode).Distinct().Count();
    }

    [Fact]
    public void Every_lane_building_grid_and_micro_grid_has_somebody()
    {
        Assert.Equal(County.Lanes.Select(l => l.Code).Order(), Targets(DutyRole.LaneHead, DutyTarget.Lane));
        Assert.Equal(County.Buildings.Select(b => b.Code).Order(), Targets(DutyRole.BuildingHead, DutyTarget.Building));
        Assert.Equal(
            County.MicroGrids.Select(m => m.Code).Order(),
            Targets(DutyRole.ContactHousehold, DutyTarget.MicroGrid)
        );
        Assert.Equal(
            County.Grids.Select(g => g.Code.Value).Order(),
            Targets(DutyRole.GridWorker, DutyTarget.Grid).Distinct()
        );

        static IEnumerable<string> Targets(DutyRole role, DutyTarget target) =>
            County.Duties.Where(d => d.Role == role && d.Target == target).Select(d => d.TargetCode).Order();
    }
}
