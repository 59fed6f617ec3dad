using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Neighborhood.Obstacles;
using Neighbor.Gis.Walking.Networks;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

public sealed class ObstacleRowsSpecs
{
    [Theory]
    [InlineData("barrier=wall", ObstacleKind.Wall)]
    [InlineData("barrier=fence", ObstacleKind.Fence)]
    [InlineData("barrier=hedge", ObstacleKind.Hedge)]
    [InlineData("barrier=retaining_wall", ObstacleKind.RetainingWall)]
    [InlineData("barrier=city_wall", ObstacleKind.CityWall)]
    [InlineData("landuse=residential|barrier=fence", ObstacleKind.Fence)]
    [InlineData("railway=rail", ObstacleKind.Railway)]
    [InlineData("railway=light_rail", ObstacleKind.Railway)]
    [InlineData("railway=subway", ObstacleKind.Railway)]
    [InlineData("railway=rail|service=siding", ObstacleKind.Railway)]
    [InlineData("natural=coastline", ObstacleKind.Coast)]
    [InlineData("railway=rail|tunnel=yes", null)]
    [InlineData("railway=rail|bridge=viaduct", null)] // walked under
    [InlineData("railway=subway|location=underground", null)]
    [InlineData("railway=tram", null)] // in the street
    [InlineData("railway=abandoned", null)]
    [InlineData("railway=disused", null)]
    [InlineData("railway=construction", null)]
    [InlineData("railway=platform", null)]
    [InlineData("barrier=kerb", null)]
    [InlineData("barrier=gate", null)]
    [InlineData("barrier=guard_rail", null)]
    [InlineData("waterway=river", null)]
    [InlineData("", null)]
    public void What_stops_a_walker_follows_from_its_tags(string tags, ObstacleKind? expected) =>
        Assert.Equal(expected, ObstacleRows.Kind(WayRulesSpecs.Tags(tags)));

    [Fact]
    public void A_wall_with_absent_nodes_is_kept_in_the_runs_that_are_there()
    {
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 10, 0)
            .Node(3, 20, 0)
            .Node(4, 30, 0)
            .Way(9, "barrier=wall", 1, 2, 77, 3, 4)
            .Way(10, "barrier=fence", 1, 78)
            .Import();
        Assert.Equal(["osm:w9", "osm:w9:2"], delivery.Obstacles.Select(o => o.Code));
        Assert.All(delivery.Obstacles, o => Assert.Equal((2, 4490, "osm"), (o.Geom.NumPoints, o.Geom.SRID, o.Source)));
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Obstacles, "broken"));
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Obstacles, "no-nodes"));
        Assert.Equal(2, summary.Kept.Single(kept => kept.Ledger == Ledger.Obstacles).Count);
    }

    [Theory]
    [InlineData("barrier=wall", "", "crosses-barrier")]
    [InlineData("railway=rail", "", "crosses-railway")]
    [InlineData("natural=coastline", "", "crosses-coast")]
    [InlineData("railway=rail", "|bridge=yes", null)]
    [InlineData("barrier=wall", "|tunnel=building_passage", null)]
    public void A_way_that_runs_through_one_is_reported_and_kept(string obstacle, string wayTags, string? key)
    {
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, -50, 0)
            .Node(2, 50, 0)
            .Node(3, 0, -50)
            .Node(4, 0, 50)
            .Way(8, "highway=footway" + wayTags, 1, 2)
            .Way(9, obstacle, 3, 4)
            .Import();
        Assert.Equal(8, delivery.Ways.Single().Id);
        Assert.Equal(key is null ? 0 : 1, summary.Build.WallCrossings.Count);
        Assert.Equal(key is null ? 0 : 1, key is null ? 0 : OutlineSpecs.Count(summary, Ledger.Ways, key));
    }

    [Fact]
    public void A_level_crossing_and_a_gate_in_a_fence_are_passages()
    {
        ImportSummary summary = new DrawnFile()
            .Node(1, -50, 0)
            .Node(2, 0, 0, "railway=level_crossing")
            .Node(3, 50, 0, "barrier=gate")
            .Node(4, 90, 0)
            .Node(5, 0, -50)
            .Node(6, 0, 50)
            .Node(7, 50, -50)
            .Node(8, 50, 50)
            .Way(10, "highway=footway", 1, 2, 3, 4)
            .Way(11, "railway=rail", 5, 2, 6)
            .Way(12, "barrier=fence", 7, 3)
            .Way(13, "barrier=fence", 3, 8)
            .Import()
            .Summary;
        Assert.Empty(summary.Build.WallCrossings);
        Assert.Equal(3, summary.Build.Obstacles);
    }

    [Fact]
    public void Water_without_a_bridge_is_reported()
    {
        DrawnFile file = new DrawnFile().Square(50, 51, -20, -20, 40, "natural=water");
        file.Node(1, -50, 0).Node(2, 50, 0).Way(8, "highway=footway", 1, 2);
        ImportSummary summary = file.Import().Summary;
        WallCrossing crossing = summary.Build.WallCrossings[0];
        Assert.Equal((WallKind.Water, "osm:w50", 8L), (crossing.Kind, crossing.Code, crossing.WayId));
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Ways, "crosses-water"));
    }

    [Fact]
    public void The_summary_says_how_far_doors_are_from_their_ways_in_both_languages()
    {
        // three houses 10, 100 and 200 m north of a street of 400 m, and one 500 m north
        DrawnFile file = new DrawnFile().Node(1, 0, 0).Node(2, 400, 0).Way(1, "highway=residential", 1, 2);
        file.Square(11, 101, 200, 10, 10, "building=yes").Square(12, 111, 200, 100, 10, "building=yes");
        file.Square(13, 121, 200, 200, 10, "building=yes").Square(14, 131, 200, 500, 10, "building=yes");
        ImportSummary summary = file.Import().Summary;
        Assert.Equal(4, summary.Snaps.Buildings);
        Assert.Equal(100, summary.Snaps.MedianMetres, 0.5); // of three
        Assert.Equal(200, summary.Snaps.P95Metres, 0.5);
        Assert.Equal(200, summary.Snaps.MaxMetres, 0.5);
        Assert.Equal((3, 2, 1), (summary.Snaps.BeyondGood, summary.Snaps.BeyondFair, summary.Snaps.TooFar));
        Assert.Equal(["osm:w14", "osm:w13"], summary.Snaps.Far.Select(far => far.Code));
        Assert.Equal(500, summary.Snaps.Far[0].Metres, 1);
        string english = ImportSummaryText.Write(summary);
        string chinese = ImportSummaryText.Write(summary, inChinese: true);
        Assert.Contains("4 buildings, half within 100 m, 95 % within 200 m", english, StringComparison.Ordinal);
        Assert.Contains("ways are missing where people live", english, StringComparison.Ordinal);
        Assert.Contains("osm:w14: 500 m", english, StringComparison.Ordinal);
        Assert.Contains("4 栋,半数不超过 100 m", chinese, StringComparison.Ordinal);
        Assert.Contains("to be walked on: 2 nodes, 1 links", english, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entrance_is_the_door_wherever_the_outline_comes_nearer()
    {
        DrawnFile file = new DrawnFile().Node(1, 0, 0).Node(2, 400, 0).Way(1, "highway=residential", 1, 2);
        file.Node(9, 205, 30, "entrance=yes")
            .Node(101, 200, 10)
            .Node(102, 210, 10)
            .Node(103, 210, 30)
            .Node(104, 200, 30);
        file.Way(11, "building=yes", 101, 102, 103, 9, 104, 101);
        Assert.Equal(30, file.Import().Summary.Snaps.MaxMetres, 0.5);
    }
}
