using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;
using Neighbor.Gis.Walking.Tests.Searches;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Networks;

public sealed class FreezingSpecs
{
    [Fact]
    public void The_order_of_the_survey_changes_nothing() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    Survey survey = seed % 2 == 0 ? RandomSurvey.Make(seed, 14) : RandomZones.Make(seed);
                    WalkingNetwork network = survey.Build();
                    AssertEqual(network.Columns, Shuffled(survey, new Random(seed)).Columns);
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Renumbering_the_nodes_of_the_survey_changes_nothing() =>
        ShortestWalkSpecs.ForRandomSurveys(
            survey =>
            {
                WalkingNetworkBuilder renumbered = new();
                foreach (SurveyedWay way in survey.Ways)
                {
                    renumbered.AddWay(With(way, [.. way.NodeIds.Select(id => (id * 7_919) % 1_000_003)]));
                }

                AssertEqual(survey.Build().Columns, renumbered.Build().Columns);
            },
            tests: 60
        );

    [Fact]
    public void Surveying_a_way_from_its_other_end_changes_nothing() =>
        ShortestWalkSpecs.ForRandomSurveys(
            survey =>
            {
                WalkingNetworkBuilder turned = new();
                foreach (SurveyedWay way in survey.Ways)
                {
                    turned.AddWay(Turned(way));
                }

                AssertEqual(survey.Build().Columns, turned.Build().Columns);
            },
            tests: 60
        );

    [Fact]
    public void Only_nodes_where_something_is_decided_remain_and_the_course_is_kept()
    {
        Town town = Town.Draw(
            """
            a──┐  c
               │  │
               └──┼──b
                  │
                  d
            """
        );
        Assert.Equal(5, town.Network.NodeCount);
        Assert.Equal(4, town.Network.LinkCount);
        LinkId longest = Longest(town.Network);
        Assert.Equal(800_000, town.Network.LengthMm(longest));
        Assert.Equal(9, town.Network.CourseOf(new Stretch(longest, 0, 800_000)).Length);
    }

    [Fact]
    public void A_ring_that_meets_nothing_keeps_one_node()
    {
        Town town = Town.Draw(
            """
            ┌──┐
            │  │
            └──┘
            """
        );
        Assert.Equal(1, town.Network.NodeCount);
        Assert.Equal(1, town.Network.LinkCount);
        Assert.Equal(1_000_000, town.Network.LengthMm(new LinkId(0)));
    }

    [Fact]
    public void A_change_of_ground_keeps_its_node()
    {
        Town town = Town.Draw("a──~~══b");
        Assert.Equal(
            [WayKind.Tertiary, WayKind.Residential, WayKind.Steps],
            Enumerable.Range(0, town.Network.LinkCount).Select(link => town.Network.KindOf(new LinkId(link))).Order()
        );
    }

    [Fact]
    public void Ways_join_only_where_they_name_the_same_node()
    {
        Survey bridge = new Survey().Node(1, -50, 0).Node(2, 50, 0).Node(3, 0, -50).Node(4, 0, 50).Way(1, 2).Way(3, 4);
        Assert.Equal(4, bridge.Build().NodeCount);
        Assert.Equal(2, bridge.Report.Components);
    }

    [Fact]
    public void Lengths_are_geodesic_to_the_millimetre_and_rounded_for_each_segment()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 33.3336, 0).Node(3, 66.6672, 0).Way(1, 2, 3);
        WalkingNetwork network = survey.Build();
        Assert.Equal(33_334 + 33_334, network.LengthMm(new LinkId(0))); // not 66,667
    }

    [Fact]
    public void An_empty_survey_is_an_empty_network()
    {
        WalkingNetwork network = new WalkingNetworkBuilder().Build();
        Assert.Equal(0, network.NodeCount);
        Assert.Equal(0, network.LinkCount);
        Snapping.TooFar far = Assert.IsType<Snapping.TooFar>(
            new Snapper(network).Snap(new Spatial.Position(118.5, 25.2))
        );
        Assert.Equal(double.PositiveInfinity, far.NearestMetres);
    }

    [Fact]
    public void What_is_added_twice_or_does_not_fit_is_refused()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 100, 0).Way(1, 2).Zone("A", 0, 0, 1, 1);
        survey.Gate("g", 1, Passage.Free);
        WalkingNetworkBuilder builder = new();
        builder.AddWay(survey.Ways[0]).AddGate(survey.Gates[0]).AddZone(survey.Zones[0]);
        Assert.Throws<ArgumentException>(() => builder.AddWay(survey.Ways[0]));
        Assert.Throws<ArgumentException>(() => builder.AddGate(survey.Gates[0]));
        Assert.Throws<ArgumentException>(() => builder.AddZone(survey.Zones[0]));
        Assert.Throws<ArgumentException>(() => builder.AddWay(With(survey.Ways[0], [1, 2, 3])));
    }

    [Fact]
    public void Gate_states_of_another_network_are_refused()
    {
        Town town = Town.Draw("a──b");
        Town other = Town.Draw("a──b");
        Neighbor.Gis.Walking.Searches.WalkingSearch search = new(town.Network);
        Assert.Throws<ArgumentException>(() =>
            search.Run([town.Seed('a')], Pace.Planning, 1, overlay: other.Network.WheneverOpen)
        );
    }

    private static WalkingNetwork Shuffled(Survey survey, Random random)
    {
        WalkingNetworkBuilder builder = new();
        SurveyedWay[] ways = [.. survey.Ways];
        SurveyedGate[] gates = [.. survey.Gates];
        Zone[] zones = [.. survey.Zones];
        random.Shuffle(ways);
        random.Shuffle(gates);
        random.Shuffle(zones);
        Array.ForEach(zones, zone => builder.AddZone(zone));
        Array.ForEach(gates, gate => builder.AddGate(gate));
        Array.ForEach(ways, way => builder.AddWay(way));
        return builder.Build();
    }

    private static SurveyedWay With(SurveyedWay way, long[] nodeIds) =>
        new()
        {
            Id = way.Id,
            Source = way.Source == "test" && nodeIds.Length == way.NodeIds.Count ? way.Source : "other",
            Kind = way.Kind,
            Access = way.Access,
            Direction = way.Direction,
            Hours = way.Hours,
            NodeIds = nodeIds,
            Geom = way.Geom,
        };

    private static SurveyedWay Turned(SurveyedWay way) =>
        new()
        {
            Id = way.Id,
            Source = way.Source,
            Kind = way.Kind,
            Access = way.Access,
            Direction = way.Direction switch
            {
                WayDirection.Forward => WayDirection.Backward,
                WayDirection.Backward => WayDirection.Forward,
                _ => WayDirection.Both,
            },
            Hours = way.Hours,
            NodeIds = [.. way.NodeIds.Reverse()],
            Geom = (NetTopologySuite.Geometries.LineString)way.Geom.Reverse(),
        };

    private static LinkId Longest(WalkingNetwork network) =>
        Enumerable.Range(0, network.LinkCount).Select(link => new LinkId(link)).MaxBy(network.LengthMm);

    private static void AssertEqual(NetworkColumns one, NetworkColumns other)
    {
        Assert.Equal(one.FirstArc, other.FirstArc);
        Assert.Equal(one.Heads, other.Heads);
        Assert.Equal(one.ArcLinks, other.ArcLinks);
        Assert.Equal(one.LinkTerrains, other.LinkTerrains);
        Assert.Equal(one.NodePositions, other.NodePositions);
        Assert.Equal(one.NodeZones, other.NodeZones);
        Assert.Equal(one.IsIsland, other.IsIsland);
        Assert.Equal(one.LinkTails, other.LinkTails);
        Assert.Equal(one.LinkHeads, other.LinkHeads);
        Assert.Equal(one.LinkLengthsMm, other.LinkLengthsMm);
        Assert.Equal(one.LinkTraits, other.LinkTraits);
        Assert.Equal(one.LinkZones, other.LinkZones);
        Assert.Equal(one.FirstShape, other.FirstShape);
        Assert.Equal(one.ShapePositions, other.ShapePositions);
        Assert.Equal(one.ShapeOffsetsMm, other.ShapeOffsetsMm);
        Assert.Equal(one.SegmentLinks, other.SegmentLinks);
        Assert.Equal(one.Zones.Codes, other.Zones.Codes);
        Assert.Equal(one.Gates, other.Gates);
        Assert.Equal(one.LayerCount, other.LayerCount);
    }
}
