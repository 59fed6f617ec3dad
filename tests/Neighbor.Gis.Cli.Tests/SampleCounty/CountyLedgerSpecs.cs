using System.Text.RegularExpressions;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Spatial.Hours;
using Xunit;

namespace Neighbor.Gis.Cli.Tests.SampleCounty;

public sealed partial class CountyLedgerSpecs
{
    private static Delivery County => GeneratedCounty.Delivery;

    [Fact]
    public void Codes_are_given_once()
    {
        Assert.Distinct(County.Areas.Select(a => a.Code.Value));
        Assert.Distinct(County.Grids.Select(g => g.Code.Value));
        Assert.Distinct(County.MicroGrids.Select(m => m.Code));
        Assert.Distinct(County.Compounds.Select(c => c.Code));
        Assert.Distinct(County.Gates.Select(g => g.Code));
        Assert.Distinct(County.Buildings.Select(b => b.Code));
        Assert.Distinct(County.Entrances.Select(e => e.Code));
        Assert.Distinct(County.Lanes.Select(l => l.Code));
        Assert.Distinct(County.Ways.Select(w => w.Id));
        Assert.Distinct(County.Grounds.Select(g => g.Code));
        Assert.Distinct(County.Centers.Select(c => c.Code));
        Assert.Distinct(County.ServicePoints.Select(p => p.Code));
        Assert.Distinct(County.Responders.Select(r => r.Code));
        Assert.Distinct(County.Duties.Select(d => d.Code));
    }

    [Fact]
    public void Codes_have_the_agreed_forms_and_begin_with_what_they_belong_to()
    {
        Assert.All(County.Areas, a => Assert.StartsWith("359921", a.Code.Value, StringComparison.Ordinal));
        Assert.All(County.Grids, g => Assert.Matches(@"^359921\d{9}$", g.Code.Value));
        Assert.All(County.MicroGrids, m => Assert.Matches($@"^{m.GridCode}\d{{3}}$", m.Code));
        Assert.All(County.Compounds, c => Assert.Matches($@"^{c.CommunityCode}C\d{{3}}$", c.Code));
        Assert.All(County.Gates, g => Assert.Matches($@"^{g.CompoundCode}G\d{{2}}$", g.Code));
        Assert.All(County.Buildings, b => Assert.Matches($@"^{b.CommunityCode}\d{{5}}$", b.Code));
        Assert.All(County.Entrances, e => Assert.Matches($@"^{e.BuildingCode}E\d{{2}}$", e.Code));
        Assert.All(County.Lanes, l => Assert.Matches($@"^{l.CommunityCode}L\d{{3}}$", l.Code));
        Assert.All(County.Centers, c => Assert.Matches($@"^{c.CommunityCode}N\d{{2}}$", c.Code));
        Assert.All(County.ServicePoints, p => Assert.Matches($@"^{p.CommunityCode}P\d{{3}}$", p.Code));
        Assert.All(County.Responders, r => Assert.Matches(@"^R\d{6}$", r.Code));
        Assert.All(County.Duties, d => Assert.Matches(@"^D\d{6}$", d.Code));
    }

    [Fact]
    public void Everything_that_is_named_elsewhere_exists()
    {
        HashSet<string> codes =
        [
            .. County.Areas.Select(a => a.Code.Value),
            .. County.Grids.Select(g => g.Code.Value),
            .. County.MicroGrids.Select(m => m.Code),
            .. County.Compounds.Select(c => c.Code),
            .. County.Buildings.Select(b => b.Code),
            .. County.Lanes.Select(l => l.Code),
            .. County.Centers.Select(c => c.Code),
        ];
        Assert.All(County.Grids, g => Assert.Contains(g.Code.Value[..12], codes));
        Assert.All(County.MicroGrids, m => Assert.Contains(m.GridCode.Value, codes));
        Assert.All(County.Gates, g => Assert.Contains(g.CompoundCode!, codes));
        Assert.All(
            County.Buildings,
            b =>
            {
                Assert.Contains(b.GridCode!.Value.Value, codes);
                Assert.StartsWith(b.GridCode.Value.Value, b.MicroGridCode!, StringComparison.Ordinal);
                Assert.Contains(b.MicroGridCode!, codes);
                Assert.True(b.CompoundCode is null || codes.Contains(b.CompoundCode));
                Assert.True(b.LaneCode is null || codes.Contains(b.LaneCode));
            }
        );
        Assert.All(County.Entrances, e => Assert.Contains(e.BuildingCode, codes));
        Assert.All(County.ServicePoints, p => Assert.True(p.CenterCode is null || codes.Contains(p.CenterCode)));
        Assert.All(
            County.Responders,
            r => Assert.True(r.HomeBuildingCode is null || codes.Contains(r.HomeBuildingCode))
        );
    }

    [Fact]
    public void Duties_are_held_by_responders_over_things_that_exist()
    {
        var responders = County.Responders.Select(r => r.Code).ToHashSet();
        var targets = new Dictionary<DutyTarget, HashSet<string>>
        {
            [DutyTarget.Area] = [.. County.Areas.Select(a => a.Code.Value)],
            [DutyTarget.Grid] = [.. County.Grids.Select(g => g.Code.Value)],
            [DutyTarget.MicroGrid] = [.. County.MicroGrids.Select(m => m.Code)],
            [DutyTarget.Lane] = [.. County.Lanes.Select(l => l.Code)],
            [DutyTarget.Building] = [.. County.Buildings.Select(b => b.Code)],
            [DutyTarget.Entrance] = [.. County.Entrances.Select(e => e.Code)],
        };
        Assert.All(County.Duties, d => Assert.Contains(d.ResponderCode, responders));
        Assert.All(County.Duties, d => Assert.Contains(d.TargetCode, targets[d.Target]));
        Assert.Equal(responders.Count, County.Duties.Select(d => d.ResponderCode).Distinct().Count());
    }

    [Fact]
    public void Hours_are_in_the_grammar_of_opening_hours()
    {
        string?[] hours =
        [
            .. County.Gates.Select(g => g.Hours),
            .. County.ServicePoints.Select(p => p.Hours),
            .. County.Responders.Select(r => r.Hours),
            .. County.Ways.Select(w => w.Hours),
        ];
        Assert.All(
            hours.OfType<string>().Distinct(),
            text => Assert.True(OpeningHours.TryParse(text, out _, out string? problem), $"{text}: {problem}")
        );
    }

    [Fact]
    public void Gates_differ_in_who_may_pass_and_when_and_some_nobody_has_looked_at()
    {
        Assert.Equal(Enum.GetValues<GateAccess>(), County.Gates.Select(g => g.Access).Distinct().Order());
        Assert.Contains(County.Gates, g => g.Hours == "05:30-23:00");
        Assert.Contains(County.Gates, g => g.CheckedOn is null);
        ILookup<string?, Gate> gates = County.Gates.ToLookup(g => g.CompoundCode);
        Assert.All(
            County.Compounds.Where(c => c.IsWalled),
            c =>
                Assert.Contains(
                    gates[c.Code],
                    g => g is { Access: GateAccess.Open or GateAccess.StaffedVisitors, Hours: null }
                )
        );
    }

    [Fact]
    public void People_have_a_role_and_a_number_for_a_name() =>
        Assert.All(County.Responders, r => Assert.Matches(RoleAndNumber(), r.Name));

    [Fact]
    public void Names_of_places_are_given_once()
    {
        Assert.Distinct(County.Areas.Select(a => a.Name));
        Assert.Distinct(County.Grids.Select(g => g.Name));
        Assert.Distinct(County.Compounds.Select(c => c.Name));
        Assert.Distinct(County.Buildings.Select(b => b.Name));
        Assert.Distinct(County.Centers.Select(c => c.Name));
        Assert.Distinct(County.Areas.Where(a => a.Level == AreaLevel.Community).Select(a => a.Name[..2]));
    }

    [GeneratedRegex(@"^(网格员|党员中心户|志愿者|街巷长|楼栋长)\d{4}$")]
    private static partial Regex RoleAndNumber();
}
