using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Coverage.Demand;
using Neighbor.Gis.Coverage.Reports;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Coverage.Tests.Reports;

public class CoverageCountSpecs
{
    private const int Cutoff = 900_000;

    private static readonly SnapPoint Door = new(new LinkId(0), 0, 0, new Position(118.5, 25.2), ZoneId.Outside);

    [Fact]
    public void A_walk_of_exactly_the_cutoff_is_covered_and_a_millisecond_more_is_not()
    {
        CoverageReport report = Count([Point("1"), Point("2"), Point("3")], [Cutoff, Cutoff + 1, null]);
        Assert.Equal(new Tally(3, 1), report.Totals.Buildings);
        Assert.Equal([("2", Cutoff + 1), ("3", null)], report.Uncovered.Select(one => (one.Demand.Code, one.WalkMs)));
    }

    [Fact]
    public void Buildings_without_counts_weigh_nothing_and_are_said_so()
    {
        CoverageReport report = Count(
            [
                Point("1", households: 10, residents: 30),
                Point("2", households: 5),
                Point("3"),
                Point("4", residents: 7),
            ],
            [0, 0, 0, null]
        );
        Assert.Equal(new Tally(4, 3), report.Totals.Buildings);
        Assert.Equal(new Tally(15, 15), report.Totals.Households);
        Assert.Equal(new Tally(37, 30), report.Totals.Residents);
        Assert.Equal(3, report.WithoutCounts);
    }

    [Fact]
    public void Buildings_with_no_path_near_are_outside_and_are_said_so()
    {
        DemandPoint lost = Point("1", residents: 4) with { Doors = [] };
        CoverageReport report = Count([lost], [null]);
        Assert.Equal(1, report.Unsnapped);
        Assert.Equal(new Tally(4, 0), report.Totals.Residents);
    }

    [Fact]
    public void Groups_come_in_the_order_of_their_codes_the_empty_ones_too_and_those_in_none_last()
    {
        DemandPoint[] demand =
        [
            Point("1", community: "b"),
            Point("2"),
            Point("3", community: "a"),
            Point("4", community: "a"),
        ];
        CoverageReport report = CoverageCount.Count(
            demand,
            [0, 0, null, 0],
            Cutoff,
            CoverageGrouping.Community,
            ["a", "c"]
        );
        Assert.Equal(
            [("a", new Tally(2, 1)), ("b", new Tally(1, 1)), ("c", new Tally(0, 0)), ("", new Tally(1, 1))],
            report.Rows.Select(row => (row.Code, row.Buildings))
        );
    }

    [Theory]
    [InlineData(CoverageGrouping.Community, "community")]
    [InlineData(CoverageGrouping.Grid, "grid")]
    [InlineData(CoverageGrouping.Compound, "compound")]
    public void Rows_stand_for_what_was_asked(CoverageGrouping grouping, string code)
    {
        DemandPoint point = Point("1", community: "community") with { GridCode = "grid", CompoundCode = "compound" };
        Assert.Equal(code, Assert.Single(CoverageCount.Count([point], [0], Cutoff, grouping, []).Rows).Code);
    }

    [Fact]
    public void The_buildings_outside_come_with_the_most_residents_first()
    {
        CoverageReport report = Count(
            [Point("1", residents: 5), Point("2"), Point("3", residents: 50), Point("4", residents: 5)],
            [null, null, null, null]
        );
        Assert.Equal(["3", "1", "4", "2"], report.Uncovered.Select(one => one.Demand.Code));
    }

    [Fact]
    public void The_rows_add_up_to_the_totals_and_a_longer_cutoff_covers_no_fewer() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    DemandPoint[] demand =
                    [
                        .. Enumerable
                            .Range(0, random.Next(40))
                            .Select(i =>
                                Point(
                                    $"{i}",
                                    random.Next(3) == 0 ? null : $"c{random.Next(4)}",
                                    random.Next(4) == 0 ? null : random.Next(60),
                                    random.Next(4) == 0 ? null : random.Next(200)
                                )
                            ),
                    ];
                    int?[] walkMs = [.. demand.Select(_ => random.Next(5) == 0 ? (int?)null : random.Next(2 * Cutoff))];
                    CoverageReport report = CoverageCount.Count(demand, walkMs, Cutoff, CoverageGrouping.Community, []);
                    CoverageReport longer = CoverageCount.Count(
                        demand,
                        walkMs,
                        Cutoff + random.Next(Cutoff),
                        CoverageGrouping.Community,
                        []
                    );
                    return Sum(report.Rows, row => row.Buildings) == report.Totals.Buildings
                        && Sum(report.Rows, row => row.Households) == report.Totals.Households
                        && Sum(report.Rows, row => row.Residents) == report.Totals.Residents
                        && report.Uncovered.Count == report.Totals.Buildings.Uncovered
                        && longer.Totals.Residents.Covered >= report.Totals.Residents.Covered;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void As_many_walks_as_demand_points_are_needed() =>
        Assert.Throws<ArgumentException>(() => Count([Point("1")], []));

    private static Tally Sum(IEnumerable<CoverageRow> rows, Func<CoverageRow, Tally> of) =>
        rows.Select(of)
            .Aggregate(default(Tally), (sum, one) => new Tally(sum.Total + one.Total, sum.Covered + one.Covered));

    private static CoverageReport Count(DemandPoint[] demand, int?[] walkMs) =>
        CoverageCount.Count(demand, walkMs, Cutoff, CoverageGrouping.Community, []);

    private static DemandPoint Point(
        string code,
        string? community = null,
        int? households = null,
        int? residents = null
    ) =>
        new()
        {
            Code = code,
            Name = code,
            Position = Door.Position,
            CommunityCode = community,
            Households = households,
            Residents = residents,
            Doors = [Door],
        };
}
