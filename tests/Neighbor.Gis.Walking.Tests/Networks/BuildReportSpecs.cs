using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Networks;

public sealed class BuildReportSpecs
{
    [Fact]
    public void It_counts_what_was_built()
    {
        Town town = Town.Draw(
            """
            a──┬──b
               │
               c
            """
        );
        Assert.Equal(4, town.Report.Nodes);
        Assert.Equal(3, town.Report.Links);
        Assert.Equal(800, town.Report.LengthMetres);
        Assert.Equal(8, town.Report.Ways);
        Assert.Equal(1, town.Report.Components);
        Assert.Equal(1, town.Report.LargestComponentShare);
        Assert.Equal(0, town.Report.Islands);
    }

    [Fact]
    public void Parts_too_small_to_be_a_neighbourhood_are_islands_and_it_says_where()
    {
        Town town = Town.Draw("a────────b  c─d");
        Assert.Equal(2, town.Report.Components);
        Assert.Equal(1, town.Report.Islands);
        Assert.Equal(900.0 / 1_100, town.Report.LargestComponentShare);
        Assert.Contains(town.Report.IslandPositions[0], (Spatial.Position[])[town.At('c'), town.At('d')]);
    }

    [Fact]
    public void The_largest_part_is_no_island_however_small_it_is() => Assert.Equal(0, Town.Draw("c─d").Report.Islands);

    [Fact]
    public void A_part_of_300_metres_is_no_island() => Assert.Equal(0, Town.Draw("a────────b  c──d").Report.Islands);

    [Fact]
    public void A_way_through_a_wall_without_a_gate_is_named_with_the_place()
    {
        Town town = Town.Draw("a──┼──b").Zoned("....AAA");
        WallCrossing crossing = Assert.Single(town.Report.WallCrossings);
        Assert.Equal("A", crossing.Code);
        (double east, double north) = Ground.Metres(crossing.Position);
        Assert.Equal(350, east, 1e-3);
        Assert.Equal(0, north, 1e-3);
    }

    [Fact]
    public void A_way_through_a_gate_in_a_wall_is_in_order()
    {
        Survey survey = new Survey()
            .Node(1, 0, 0)
            .Node(2, 52, 0)
            .Node(3, 100, 0)
            .Way(1, 2, 3)
            .Zone("A", 50, -50, 150, 50);
        survey.Gate("g", 2, Passage.Terminal, "A"); // two metres inside the wall, as surveys go
        survey.Build();
        Assert.Empty(survey.Report.WallCrossings);
        Assert.Equal(0, survey.Report.UnknownGates);
    }

    [Fact]
    public void Gates_off_the_network_and_gates_that_change_nothing_are_named()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 50, 0).Node(3, 100, 0).Way(1, 2, 3);
        survey.Gate("lost", 99, Passage.Free).Gate("idle", 2, Passage.Free).Gate("closed", 3, Passage.Blocked);
        survey.Build();
        Assert.Equal(["lost"], survey.Report.GatesOffTheNetwork);
        Assert.Equal(["idle"], survey.Report.GatesWithoutBoundary);
    }

    [Fact]
    public void A_node_in_two_places_is_two_nodes_and_is_named()
    {
        WalkingNetworkBuilder builder = new();
        Survey here = new Survey().Node(1, 0, 0).Node(2, 100, 0).Way(1, 2);
        Survey there = new Survey().Node(2, 0, 500).Node(3, 100, 500).Way(2, 3).Way(2, 3);
        builder.AddWay(here.Ways[0]).AddWay(there.Ways[1]);
        Assert.Equal(4, builder.Build().NodeCount);
        Assert.Equal([2L], builder.Report.NodesInTwoPlaces);
    }

    [Fact]
    public void A_way_without_length_is_left_out_and_counted()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 100, 0).Way(1, 2).Way(1, 1);
        Assert.Equal(1, survey.Build().LinkCount);
        Assert.Equal(1, survey.Report.WaysWithoutLength);
    }

    [Fact]
    public void Zones_named_as_each_others_parents_still_nest_somehow()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 100, 0).Way(1, 2);
        survey.Zone("A", -10, -10, 50, 10, true, "B").Zone("B", -10, -10, 200, 10, true, "A");
        Assert.Equal(2, survey.Build().ZoneCount - 1);
    }
}
