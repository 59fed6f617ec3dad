using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Walking.Networks;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

/// <summary>What makes a way slow: steps, slopes, lifts and signals; and gates passed one way.</summary>
public sealed class WalkDetailSpecs
{
    [Fact]
    public void A_flight_brings_its_steps_and_slope()
    {
        SurveyedWay way = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 20, 0)
            .Way(9, "highway=steps|step_count=30|incline=-45%", 1, 2)
            .Import()
            .Delivery.Ways.Single();
        Assert.Equal((30, WayRise.Down, -30), (way.StepCount, way.Rise, way.InclinePercent));
        Assert.Equal((null, SignalCrossing.None), (way.Floors, way.Signals));
    }

    [Fact]
    public void A_lift_drawn_as_a_way_brings_its_floors()
    {
        SurveyedWay way = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 2, 0)
            .Way(9, "highway=elevator|level=-1;0;3", 1, 2)
            .Import()
            .Delivery.Ways.Single();
        Assert.Equal((WayKind.Elevator, 4), (way.Kind, way.Floors));
    }

    [Fact]
    public void At_a_lift_drawn_as_a_node_ways_of_different_floors_meet_only_by_riding()
    {
        // two ways on floor 0 and one on floor 2 reach lift 5; way 11 passes on floor 1
        Delivery delivery = new DrawnFile()
            .Node(1, -30, 0)
            .Node(2, 30, 0)
            .Node(3, 0, 30)
            .Node(4, 0, -30)
            .Node(5, 0, 0, "highway=elevator|name=电梯")
            .Node(6, 30, 30)
            .Way(8, "highway=footway|level=0", 1, 5)
            .Way(9, "highway=footway|level=0", 5, 2)
            .Way(10, "highway=footway|level=2", 5, 3)
            .Way(11, "highway=footway|level=1", 4, 5, 6)
            .Import()
            .Delivery;
        Assert.Equal(5, delivery.Ways.Single(w => w.Id == 8).NodeIds[^1]);
        Assert.Equal(5, delivery.Ways.Single(w => w.Id == 9).NodeIds[0]);
        long second = delivery.Ways.Single(w => w.Id == 10).NodeIds[0];
        long first = delivery.Ways.Single(w => w.Id == 11).NodeIds[1];
        SurveyedWay[] rides = [.. delivery.Ways.Where(way => way.Kind == WayKind.Elevator)];
        Assert.Equal(
            [(5, second, 2), (5, first, 1), (second, first, 1)],
            rides.Select(ride => (ride.NodeIds[0], ride.NodeIds[1], ride.Floors ?? 0))
        );
        Assert.All(rides, ride => Assert.Equal((0.0, 2, "电梯"), (ride.Geom.Length, ride.Geom.NumPoints, ride.Name)));
        Assert.Distinct([5, second, first]);
    }

    [Theory]
    [InlineData("highway=elevator", 1, WayAccess.Public)]
    [InlineData("highway=elevator|access=private", 1, WayAccess.Private)]
    [InlineData("highway=elevator|access=no", 0, WayAccess.Public)]
    public void A_lift_says_who_may_ride(string lift, int rides, WayAccess access)
    {
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, -30, 0)
            .Node(2, 30, 0)
            .Node(5, 0, 0, lift)
            .Way(8, "highway=footway", 1, 5)
            .Way(9, "highway=footway", 5, 2)
            .Import();
        SurveyedWay[] found = [.. delivery.Ways.Where(way => way.Kind == WayKind.Elevator)];
        Assert.Equal(rides, found.Length);
        Assert.All(found, ride => Assert.Equal(access, ride.Access));
        Assert.Equal(2 - rides, summary.Network.Components);
    }

    [Fact]
    public void One_way_at_a_lift_stays_as_it_is() =>
        Assert.Equal(
            [1, 5, 2],
            new DrawnFile()
                .Node(1, -30, 0)
                .Node(2, 30, 0)
                .Node(5, 0, 0, "highway=elevator")
                .Way(8, "highway=footway", 1, 5, 2)
                .Import()
                .Delivery.Ways.Single()
                .NodeIds
        );

    [Theory]
    [InlineData("crossing=traffic_signals", "", "primary", SignalCrossing.Major)]
    [InlineData("crossing=traffic_signals", "", "trunk_link", SignalCrossing.Major)]
    [InlineData("crossing=marked|crossing:signals=yes", "", "secondary", SignalCrossing.Major)]
    [InlineData("crossing=traffic_signals;marked", "", "tertiary", SignalCrossing.Minor)]
    [InlineData("", "highway=crossing|crossing=traffic_signals", "secondary", SignalCrossing.Major)]
    [InlineData("", "highway=crossing|crossing:signals=yes", "residential", SignalCrossing.Minor)]
    [InlineData("crossing=traffic_signals|crossing:signals=no", "", "primary", SignalCrossing.None)]
    [InlineData("crossing=zebra", "highway=crossing|crossing=zebra", "primary", SignalCrossing.None)]
    [InlineData("", "", "primary", SignalCrossing.None)]
    public void One_waits_where_a_signal_is_and_longer_on_a_great_street(
        string crossing,
        string node,
        string street,
        SignalCrossing expected
    )
    {
        Delivery delivery = Crossing(crossing, node, street).Import().Delivery;
        SurveyedWay[] parts = [.. delivery.Ways.Where(way => way.Kind == WayKind.Crossing)];
        Assert.Equal(expected == SignalCrossing.None ? 1 : 2, parts.Length);
        Assert.Equal(expected, parts[0].Signals);
        Assert.All(parts.Skip(1), part => Assert.Equal(SignalCrossing.None, part.Signals)); // one wait for one crossing
        Assert.Equal([1, 2, 3], parts.SelectMany(part => part.NodeIds).Distinct());
    }

    [Fact]
    public void A_crossing_drawn_in_halves_waits_once()
    {
        DrawnFile file = new DrawnFile().Node(1, 0, -9).Node(2, 0, 0).Node(3, 0, 9).Node(4, -90, 0).Node(5, 90, 0);
        file.Way(7, "highway=primary", 4, 2, 5);
        file.Way(8, "highway=footway|footway=crossing|crossing=traffic_signals", 1, 2);
        file.Way(9, "highway=footway|footway=crossing|crossing=traffic_signals", 2, 3);
        Assert.Equal(
            [SignalCrossing.None, SignalCrossing.Major, SignalCrossing.None],
            file.Import().Delivery.Ways.Select(way => way.Signals)
        );
    }

    [Fact]
    public void Walking_along_the_street_past_a_signal_is_no_wait()
    {
        Delivery delivery = Crossing("crossing=traffic_signals", "crossing=traffic_signals", "primary")
            .Import()
            .Delivery;
        Assert.All(
            delivery.Ways.Where(way => way.Kind != WayKind.Crossing),
            way => Assert.Equal(SignalCrossing.None, way.Signals)
        );
    }

    [Theory]
    [InlineData("barrier=turnstile|oneway=yes", false, GateFlow.InOnly)] // the way runs inward
    [InlineData("barrier=turnstile|oneway=-1", false, GateFlow.OutOnly)]
    [InlineData("barrier=turnstile|oneway:foot=yes", true, GateFlow.OutOnly)]
    [InlineData("barrier=full-height_turnstile|entrance=exit", false, GateFlow.OutOnly)]
    [InlineData("barrier=turnstile|entry=only", true, GateFlow.InOnly)]
    [InlineData("barrier=gate|exit=only", false, GateFlow.OutOnly)]
    [InlineData("barrier=gate", false, GateFlow.Both)]
    public void A_gate_passed_one_way_says_which(string tags, bool isTurned, GateFlow expected)
    {
        DrawnFile file = new DrawnFile().Square(50, 51, 50, -50, 100, "landuse=residential|name=花园小区");
        file.Node(1, 0, 0).Node(2, 50, 0, tags).Node(3, 100, 0);
        long[] nodes = isTurned ? [3, 2, 1] : [1, 2, 3];
        Assert.Equal(expected, file.Way(8, "highway=footway", nodes).Import().Delivery.Gates.Single().Flow);
        DrawnFile inTwo = new DrawnFile().Square(50, 51, 50, -50, 100, "landuse=residential|name=花园小区");
        inTwo.Node(1, 0, 0).Node(2, 50, 0, tags).Node(3, 100, 0);
        inTwo.Way(8, "highway=footway", nodes[..2]).Way(9, "highway=footway", nodes[1..]);
        Assert.Equal(expected, inTwo.Import().Delivery.Gates.Single().Flow);
    }

    [Fact]
    public void A_turnstile_that_turns_both_ways_is_no_gate() =>
        Assert.Empty(
            new DrawnFile()
                .Node(1, 0, 0)
                .Node(2, 50, 0, "barrier=turnstile")
                .Node(3, 100, 0)
                .Way(8, "highway=footway", 1, 2, 3)
                .Import()
                .Delivery.Gates
        );

    private static DrawnFile Crossing(string crossingTags, string nodeTags, string street) =>
        new DrawnFile()
            .Node(1, 0, -9)
            .Node(2, 0, 0, nodeTags)
            .Node(3, 0, 9)
            .Node(4, -90, 0)
            .Node(5, 90, 0)
            .Way(7, $"highway={street}|sidewalk=both", 4, 2, 5)
            .Way(8, "highway=footway|footway=crossing" + (crossingTags.Length > 0 ? "|" + crossingTags : ""), 1, 2, 3);
}
