using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Networks;

/// <summary>A street of 200 m from west to east; whatever stands across it stands at 100 m.</summary>
public sealed class ObstacleSpecs
{
    [Theory]
    [InlineData(WallKind.Barrier)]
    [InlineData(WallKind.Railway)]
    [InlineData(WallKind.Water)]
    [InlineData(WallKind.Coast)]
    public void A_way_through_an_obstacle_is_named_with_the_place_and_stays_open(WallKind kind)
    {
        Survey survey = Street().Obstacle("o", kind, (100, -50), (100, 50));
        Assert.Equal(1, survey.Build().LinkCount);
        WallCrossing crossing = Assert.Single(survey.Report.WallCrossings);
        Assert.Equal((1, kind, "o"), (crossing.WayId, crossing.Kind, crossing.Code));
        Assert.Equal(100, Ground.Metres(crossing.Position).East, 1e-3);
        Assert.Equal(1, survey.Report.Obstacles);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_bridge_or_tunnel_passes_over_or_under(bool isBridge, bool isTunnel)
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 200, 0);
        survey.Add(new WayTraits { IsBridge = isBridge, IsTunnel = isTunnel }, [1, 2]);
        survey.Obstacle("o", WallKind.Railway, (100, -50), (100, 50)).Zone("A", 120, -50, 180, 50).Build();
        Assert.Empty(survey.Report.WallCrossings);
    }

    [Fact]
    public void Where_both_name_the_same_vertex_there_is_a_passage()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 100, 0).Node(3, 200, 0).Way(1, 2, 3);
        survey.Obstacle("o", WallKind.Barrier, (100, -50), (100, 0), (100, 50)).Build();
        Assert.Empty(survey.Report.WallCrossings);
        Assert.False(IsStopped(survey, (90, 3), (110, 3))); // within five metres of it
        Assert.True(IsStopped(survey, (90, 8), (110, 8)));
    }

    [Fact]
    public void A_way_that_runs_along_a_wall_or_ends_at_it_passes_nothing()
    {
        Survey survey = new Survey().Node(1, 100, -50).Node(2, 100, 0).Node(3, 100, 50).Node(4, 60, 0);
        survey.Way(1, 2, 3).Way(4, 2); // along the wall, and up to it from the west
        survey.Obstacle("o", WallKind.Barrier, (100, -50), (100, 0), (100, 50));
        survey.Obstacle("far", WallKind.Barrier, (100, 90), (60, 0), (20, 90)).Build();
        Assert.True(IsStopped(survey, (90, 3), (110, 3)));
        Assert.True(IsStopped(survey, (55, 3), (65, 3))); // a dead end at the bend of another wall
    }

    [Fact]
    public void Where_a_wall_ends_on_a_way_that_goes_on_the_next_wall_may_begin()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 100, 0).Node(3, 200, 0).Way(1, 2, 3);
        survey.Obstacle("south", WallKind.Barrier, (100, -50), (100, 0));
        survey.Obstacle("north", WallKind.Barrier, (100, 0), (100, 50)).Build();
        Assert.False(IsStopped(survey, (90, 3), (110, 3)));
        Assert.True(IsStopped(survey, (90, -8), (110, -8)));
    }

    [Fact]
    public void Nobody_passes_where_each_side_has_a_node_of_its_own()
    {
        // as the import does at a wall across a way
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 100, 0).Node(3, 100, 0).Node(4, 200, 0).Way(1, 2).Way(3, 4);
        survey.Obstacle("o", WallKind.Barrier, (100, -50), (100, 0), (100, 50)).Build();
        Assert.True(IsStopped(survey, (90, 3), (110, 3)));
    }

    [Fact]
    public void An_obstacle_has_a_gap_at_every_gate_and_a_zone_at_its_own()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 101, 0).Node(3, 200, 0).Way(1, 2, 3);
        survey.Gate("g", 2, Passage.Terminal, "A").Zone("A", 100, -80, 300, 80).Zone("B", 99, -80, 320, 90);
        survey.Obstacle("o", WallKind.Barrier, (98, -50), (98, 50)).Build();
        WallCrossing crossing = Assert.Single(survey.Report.WallCrossings);
        Assert.Equal("B", crossing.Code); // the gate leads into A
    }

    [Fact]
    public void Holes_and_parts_of_water_are_edges_too()
    {
        Polygon lake = Ground.Rectangle(50, -50, 150, 50);
        Polygon island = Ground.Rectangle(80, -20, 120, 20);
        Polygon pond = Ground.Rectangle(170, -5, 180, 5);
        MultiPolygon water = new([new Polygon(lake.Shell, [island.Shell]), pond]);
        Survey survey = Street().Obstacle(new SurveyedObstacle("w", WallKind.Water, water));
        List<(Spatial.Position From, Spatial.Position To)> edges = [];
        survey.Build().Columns.Walls.SegmentsInto(new Spatial.Indexes.Box(-180, -90, 180, 90), edges);
        Assert.Equal(12, edges.Count);
    }

    private static Survey Street() => new Survey().Node(1, 0, 0).Node(2, 200, 0).Way(1, 2);

    private static bool IsStopped(Survey survey, (double East, double North) from, (double East, double North) to) =>
        survey
            .Build()
            .Columns.Walls.AnyCrossing(Ground.At(from.East, from.North), Ground.At(to.East, to.North), default, [])
        >= 0;
}
