using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;
using Neighbor.Gis.Walking.Tests.Searches;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Snaps;

public sealed class SnapperSpecs
{
    [Fact]
    public void A_position_meets_the_street_at_the_foot_of_its_perpendicular()
    {
        Town town = Town.Draw("a────b");
        SnapPoint place = First(town.Snap(town.Near('a', 123, 45)));
        Assert.InRange(place.AccessMm, 44_999, 45_001);
        int offsetMm = town.Network.TailOf(place.Link) == NodeAt(town, 'a') ? place.OffsetMm : 500_000 - place.OffsetMm;
        Assert.InRange(offsetMm, 122_999, 123_001);
        (double east, double north) = Ground.Metres(place.Position);
        Assert.Equal(123, east, 1e-3);
        Assert.Equal(0, north, 1e-3);
    }

    [Fact]
    public void Beyond_300_metres_it_is_refused_and_told_how_far_the_nearest_way_is()
    {
        Town town = Town.Draw("a────b");
        Assert.IsType<Snapping.Snapped>(town.Snap(town.Near('a', 200, 299.9)));
        Snapping.TooFar far = Assert.IsType<Snapping.TooFar>(town.Snap(town.Near('a', 200, 1_234)));
        Assert.Equal(1_234, far.NearestMetres, 1e-3);
        Assert.Equal(300, far.LimitMetres);
        far = Assert.IsType<Snapping.TooFar>(town.Snap(town.Near('a', -300, 400)));
        Assert.Equal(500, far.NearestMetres, 1e-3);
    }

    [Fact]
    public void Of_two_streets_both_doors_are_kept_the_nearer_first()
    {
        Town town = Town.Draw(
            """
            a───b

            c───d
            """
        );
        Snapping.Snapped doors = Assert.IsType<Snapping.Snapped>(town.Snap(town.Near('a', 200, -90)));
        Assert.InRange(doors.First.AccessMm, 89_999, 90_001);
        Assert.InRange(doors.Second!.Value.AccessMm, 109_999, 110_001);
        Assert.Null(Assert.IsType<Snapping.Snapped>(town.Snap(town.Near('a', 200, -40))).Second); // 160 m is no back door
    }

    [Fact]
    public void Steps_and_service_ways_are_used_only_if_they_are_nearer_by_more_than_they_cost()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 200, 0).Node(3, 0, 20).Node(4, 200, 20);
        survey.Way(WayKind.Steps, 1, 2).Way(1, 3, 4);
        WalkingNetwork network = survey.Build();
        Snapper snapper = new(network);
        Assert.Equal(WayKind.Residential, network.KindOf(First(snapper.Snap(Ground.At(100, 6))).Link)); // 6 m + 10 s
        Assert.Equal(WayKind.Steps, network.KindOf(First(snapper.Snap(Ground.At(100, 5))).Link)); // 5 m + 10 s
    }

    [Fact]
    public void A_house_in_a_walled_estate_goes_to_the_lane_inside_not_across_the_wall()
    {
        WalkingNetwork network = WalledEstate().Build();
        SnapPoint place = First(new Snapper(network).Snap(Ground.At(50, 15))); // street 15 m south, lane 35 m north
        Assert.Equal("A", network.CodeOf(place.Zone));
        Assert.InRange(place.AccessMm, 34_999, 35_001);
    }

    [Fact]
    public void A_house_outside_does_not_go_across_the_wall_to_the_lane_inside()
    {
        WalkingNetwork network = WalledEstate().Build();
        SnapPoint place = First(new Snapper(network).Snap(Ground.At(50, 98))); // lane 48 m south, street 52 m north
        Assert.Equal("", network.CodeOf(place.Zone));
        Assert.InRange(place.AccessMm, 51_999, 52_001);
    }

    [Fact]
    public void Where_no_lane_is_surveyed_inside_one_walks_to_the_gate()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 80, 0).Node(3, 200, 0).Way(1, 2, 3);
        survey.Zone("A", 10, 0.5, 90, 90).Gate("g", 2, Passage.Terminal, "A");
        WalkingNetwork network = survey.Build();
        SnapPoint place = First(new Snapper(network).Snap(Ground.At(20, 40)));
        (double east, double north) = Ground.Metres(place.Position);
        Assert.Equal(80, east, 1e-3);
        Assert.Equal(0, north, 1e-3);
        Assert.Equal("A", network.CodeOf(place.Zone));
        Assert.InRange(place.AccessMm, 72_100, 72_120); // √(60² + 40²)
    }

    [Fact]
    public void Where_neither_lane_nor_gate_is_surveyed_one_walks_straight_out()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(3, 200, 0).Way(1, 3).Zone("A", 10, 0.5, 90, 90);
        SnapPoint place = First(new Snapper(survey.Build()).Snap(Ground.At(20, 40)));
        Assert.InRange(place.AccessMm, 39_999, 40_001);
    }

    [Fact]
    public void The_zone_may_be_named_where_it_is_known_better_than_by_position()
    {
        WalkingNetwork network = WalledEstate().Build();
        Snapper snapper = new(network);
        Assert.Equal("A", network.CodeOf(First(snapper.Snap(Ground.At(50, 6), "A")).Zone)); // on the wall by an old survey
        Assert.Equal("", network.CodeOf(First(snapper.Snap(Ground.At(50, 3))).Zone));
    }

    [Fact]
    public void Nobody_is_put_on_an_island_but_who_is_in_a_zone_with_it()
    {
        Survey survey = new Survey()
            .Node(1, 0, 0)
            .Node(2, 400, 0)
            .Way(1, 2)
            .Node(3, 100, 50)
            .Node(4, 150, 50)
            .Way(3, 4);
        WalkingNetwork network = survey.Build();
        SnapPoint place = First(new Snapper(network).Snap(Ground.At(120, 45)));
        Assert.InRange(place.AccessMm, 44_999, 45_001);
        Assert.False(network.IsOnIsland(place.Link));

        survey.Zone("a", 90, 30, 160, 70, isWalled: false);
        network = survey.Build();
        place = First(new Snapper(network).Snap(Ground.At(120, 45)));
        Assert.InRange(place.AccessMm, 4_999, 5_001);
        Assert.True(network.IsOnIsland(place.Link));
    }

    [Fact]
    public void Without_walls_the_best_place_is_the_nearest_of_all() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    Survey survey = RandomSurvey.Make(seed, 20);
                    WalkingNetwork network = survey.Build();
                    Snapper snapper = new(network);
                    Random random = new(seed);
                    for (int i = 0; i < 10; i++)
                    {
                        CheckNearest(
                            network,
                            snapper,
                            Ground.At(1_200 * random.NextDouble(), 1_200 * random.NextDouble())
                        );
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public async Task Many_may_use_one_snapper_at_once()
    {
        WalkingNetwork network = RandomSurvey.Make(7, 40).Build();
        Snapper snapper = new(network);
        Spatial.Position[] positions = [.. Enumerable.Range(0, 400).Select(i => Ground.At(i * 2.5, i * 37 % 1_000))];
        Snapping[] alone = Array.ConvertAll(positions, position => snapper.Snap(position));
        Snapping[][] together = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => Array.ConvertAll(positions, place => snapper.Snap(place))))
        );
        Assert.All(together, snaps => Assert.Equal(alone, snaps));
    }

    private static void CheckNearest(WalkingNetwork network, Snapper snapper, Spatial.Position position)
    {
        const int Samples = 400;
        double nearest = double.MaxValue;
        for (int link = 0; link < network.LinkCount; link++)
        {
            LinkId id = new(link);
            double penaltyMetres = network.KindOf(id) == WayKind.Steps ? 9 : 0; // 10 s at 0.9 m/s
            if (network.IsOnIsland(id))
            {
                continue;
            }

            for (int i = 0; i <= Samples; i++)
            {
                int offsetMm = (int)((long)network.LengthMm(id) * i / Samples);
                double metres = Geodesic.Metres(position, network.PositionAt(id, offsetMm));
                nearest = metres <= 300 ? Math.Min(nearest, metres + penaltyMetres) : nearest;
            }
        }

        if (snapper.Snap(position) is not Snapping.Snapped snapped)
        {
            Assert.True(nearest > 299, $"Nothing found, but there is a way {nearest} m away.");
            return;
        }

        bool isSteps = network.KindOf(snapped.First.Link) == WayKind.Steps;
        double found = (snapped.First.AccessMm / 1000.0) + (isSteps ? 9 : 0);
        Assert.InRange(found, nearest - 2, nearest + 0.01); // the samples lie a metre or two apart
    }

    /// <summary>A street south, east and north; a wall from 5 m to 95 m north of it; a lane inside at 50 m; a gate in the east.</summary>
    private static Survey WalledEstate() =>
        new Survey()
            .Node(1, 0, 0)
            .Node(2, 200, 0)
            .Node(3, 200, 50)
            .Node(4, 150, 50)
            .Node(5, 20, 50)
            .Node(6, 200, 150)
            .Node(7, 0, 150)
            .Way(1, 2, 3, 6, 7)
            .Way(3, 4, 5)
            .Zone("A", 10, 5, 150, 95)
            .Gate("g", 4, Passage.Terminal, "A");

    private static SnapPoint First(Snapping snapping) => Assert.IsType<Snapping.Snapped>(snapping).First;

    [Fact]
    public void Which_of_two_ways_equally_near_is_taken_does_not_depend_on_a_hamlet_far_away()
    {
        // The door lies behind the corner at which a private way begins: both ways are nearest there.
        HashSet<string> chosen = [];
        for (int direction = 0; direction < 16; direction++)
        {
            double angle = direction * Math.PI / 8;
            (double east, double north) = (5_000 * Math.Cos(angle), 5_000 * Math.Sin(angle));
            Survey survey = new Survey()
                .Node(1, 0, 0)
                .Node(2, 100, 0)
                .Node(3, 0, 100)
                .Node(4, east, north)
                .Node(5, east + 50, north)
                .Way(1, 2)
                .Add(new WayTraits { Access = WayAccess.Private }, [1, 3])
                .Way(4, 5);
            WalkingNetwork network = survey.Build();
            var placed = (Snapping.Snapped)new Snapper(network).Snap(Ground.At(-10, -10));
            chosen.Add(network.CodeOf(network.ZoneOf(placed.First.Link)));
        }

        Assert.Single(chosen);
    }

    private static NodeId NodeAt(Town town, char place) =>
        Enumerable
            .Range(0, town.Network.NodeCount)
            .Select(node => new NodeId(node))
            .Single(node => town.Network.PositionOf(node) == town.At(place));
}
