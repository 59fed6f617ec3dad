using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Neighbor.Gis.Walking.Tests.Searches;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Paces;

public sealed class PaceSpecs
{
    /// <summary>Tobler's function relative to the level, as tabled from its formula by hand.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 0.8395)]
    [InlineData(10, 0.7047)]
    [InlineData(-5, 1.1912)]
    [InlineData(-10, 1)]
    [InlineData(-15, 0.8395)]
    public void Slopes_follow_tobler(int inclinePercent, double factor) =>
        Assert.Equal(factor, Pace.Tobler(inclinePercent), 0.0001);

    [Fact]
    public void Slopes_beyond_thirty_percent_count_as_thirty()
    {
        Assert.Equal(Pace.Tobler(30), Pace.Tobler(80));
        Assert.Equal(Pace.Tobler(-30), Pace.Tobler(-80));
        Assert.NotEqual(Pace.Tobler(30), Pace.Tobler(29));
    }

    [Fact]
    public void A_pace_has_a_name_and_a_speed_at_which_somebody_walks()
    {
        Assert.Throws<ArgumentException>(() => new Pace(" ", 1_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pace("snail", 99));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pace("horse", 5_001));
        Pace slowest = new("slowest", 100);
        Assert.Equal((100, 50, 50), (slowest.MillimetresPerSecond, UpStairs(slowest), DownStairs(slowest)));
        Assert.Equal(2_500, UpStairs(new Pace("fastest", 5_000)));

        static int UpStairs(Pace pace) => pace.StairsUpMillimetresPerSecond;
        static int DownStairs(Pace pace) => pace.StairsDownMillimetresPerSecond;
    }

    [Fact]
    public void Paces_are_found_by_their_names_and_others_are_not()
    {
        Assert.All(Pace.All, pace => Assert.Same(pace, Pace.Find(pace.Name)));
        Assert.Null(Pace.Find("nobody"));
    }

    [Theory]
    [InlineData("planning", false, false, 0)]
    [InlineData("adult", true, false, 20_000)]
    [InlineData("elder", true, false, 20_000)]
    [InlineData("frail", true, false, 20_000)]
    [InlineData("child", true, false, 20_000)]
    [InlineData("pram", true, true, 20_000)]
    [InlineData("wheelchair", false, true, 20_000)]
    public void Who_minds_what(string name, bool mindsSlope, bool avoidsSteps, int waitMs)
    {
        Pace pace = Pace.Find(name)!;
        Terrain level = new(WayKind.Path);
        double levelMs = pace.MsPerMm(level);
        Assert.Equal(mindsSlope, pace.MsPerMm(level with { InclinePercent = 5 }) > levelMs);
        Assert.Equal(avoidsSteps, double.IsPositiveInfinity(pace.MsPerMm(new Terrain(WayKind.Steps))));
        Assert.False(double.IsPositiveInfinity(levelMs));
        Terrain crossing = level with { Signals = SignalCrossing.Major, WayLengthMm = 10_000 };
        Assert.Equal((10_000 * levelMs) + waitMs, pace.WalkMs(10_000, crossing), 1.0);
        int minorMs = pace.WalkMs(10_000, crossing with { Signals = SignalCrossing.Minor });
        Assert.Equal((10_000 * levelMs) + (waitMs / 2), minorMs, 1.0);
    }

    [Fact]
    public void A_wheelchair_takes_eight_percent_and_not_nine_either_way()
    {
        foreach (int sign in new[] { 1, -1 })
        {
            Terrain slope = new(WayKind.Path) { InclinePercent = 8 * sign };
            Assert.Equal(12_500, Pace.Wheelchair.WalkMs(10_000, slope));
            slope = slope with { InclinePercent = 9 * sign };
            Assert.Equal(int.MaxValue, Pace.Wheelchair.WalkMs(10_000, slope));
        }
    }

    [Fact]
    public void Counted_steps_take_their_number_up_and_down_however_the_way_is_cut()
    {
        // Forty steps over 20 m, cut in two by a crossing path after 5 m: ten steps and thirty.
        Survey survey = new Survey()
            .Node(1, 0, 0)
            .Node(2, 5, 0)
            .Node(3, 20, 0)
            .Node(4, 5, 50)
            .Add(
                new WayTraits
                {
                    Kind = WayKind.Steps,
                    StepCount = 40,
                    Rise = WayRise.Up,
                },
                [1, 2, 3]
            )
            .Way(2, 4);
        Assert.Equal(10 * 500, Walk(survey, 1, 2, Pace.Adult), 2.0);
        Assert.Equal(40 * 500, Walk(survey, 1, 3, Pace.Adult), 2.0);
        Assert.Equal(40 * 450, Walk(survey, 3, 1, Pace.Adult), 2.0);
        Assert.Equal(40 * 800, Walk(survey, 1, 3, Pace.Elder), 2.0);
        Assert.Equal(40_000, Walk(survey, 3, 1, Pace.Planning), 2.0); // 20 m at half of 1 m/s
    }

    [Fact]
    public void Climbing_takes_longer_than_going_down_the_same_way()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 100, 0).Add(new WayTraits { InclinePercent = 10 }, [1, 2]);
        Assert.Equal(100_000 / 1.33 / 0.70469, Walk(survey, 1, 2, Pace.Adult), 2.0);
        Assert.Equal(100_000 / 1.33, Walk(survey, 2, 1, Pace.Adult), 2.0); // at -10 percent as fast as on the level
        Assert.Equal(100_000, Walk(survey, 1, 2, Pace.Planning), 2.0);
        Assert.Null(WalkOrNull(survey, 1, 2, Pace.Wheelchair));
    }

    [Fact]
    public void Two_flights_that_meet_at_the_top_are_climbed_from_both_ends()
    {
        // The same way of drawing both toward the top, with nothing else there: a chain must not take them for one flight.
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 30, 0).Node(3, 60, 0);
        WayTraits flight = new()
        {
            Kind = WayKind.Steps,
            StepCount = 60,
            Rise = WayRise.Up,
        };
        survey.Add(flight, [1, 2]).Add(flight, [3, 2]);
        Assert.Equal((60 * 500) + (60 * 450), Walk(survey, 1, 3, Pace.Adult), 2.0);
        Assert.Equal((60 * 500) + (60 * 450), Walk(survey, 3, 1, Pace.Adult), 2.0);
        Assert.Equal(60 * 500, Walk(survey, 3, 2, Pace.Adult), 2.0);
    }

    [Fact]
    public void A_flight_drawn_on_in_the_other_direction_is_one_flight()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 30, 0).Node(3, 60, 0);
        WayTraits up = new()
        {
            Kind = WayKind.Steps,
            StepCount = 60,
            Rise = WayRise.Up,
        };
        survey.Add(up, [1, 2]).Add(up with { Rise = WayRise.Down }, [3, 2]);
        Assert.Equal(1, survey.Build().LinkCount);
        Assert.Equal(120 * 500, Walk(survey, 1, 3, Pace.Adult), 2.0);
        Assert.Equal(120 * 450, Walk(survey, 3, 1, Pace.Adult), 2.0);
    }

    [Fact]
    public void A_lift_takes_its_wait_and_its_floors_however_short_its_line()
    {
        Survey survey = new Survey()
            .Node(1, 0, 0)
            .Node(2, 3, 0)
            .Add(new WayTraits { Kind = WayKind.Elevator, Floors = 4 }, [1, 2]);
        Assert.Equal(25_000 + (4 * 2_000), Walk(survey, 1, 2, Pace.Wheelchair), 2.0);
    }

    [Fact]
    public void A_signal_is_waited_for_once_though_the_crossing_is_cut_at_the_street()
    {
        Survey survey = new Survey()
            .Node(1, 0, 0)
            .Node(2, 10, 0)
            .Node(3, 20, 0)
            .Node(4, 10, 50)
            .Add(new WayTraits { Kind = WayKind.Crossing, Signals = SignalCrossing.Major }, [1, 2, 3])
            .Way(2, 4);
        Assert.Equal((20_000 / 1.33) + 20_000, Walk(survey, 1, 3, Pace.Adult), 2.0);
        Assert.Equal(20_000, Walk(survey, 1, 3, Pace.Planning), 2.0);
    }

    [Fact]
    public void Whoever_cannot_climb_steps_goes_round_them()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 40, 0).Node(3, 20, 60).Way(WayKind.Steps, 1, 2).Way(1, 3, 2);
        Assert.Equal(
            40_000 / 0.665,
            Walk(
                survey,
                1,
                2,
                Pace.Adult with
                {
                    MindsSlope = false,
                    StairsUpMillimetresPerSecond = 665,
                    StairsDownMillimetresPerSecond = 665,
                }
            ),
            2.0
        );
        Assert.Equal(2 * Math.Sqrt(400 + 3_600) * 1000 / 0.8, Walk(survey, 1, 2, Pace.Pram), 2.0);
    }

    [Fact]
    public void Walks_over_steps_slopes_and_signals_are_as_long_as_the_ways_as_surveyed_say_both_ways() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    Survey survey = RandomSurvey.Make(seed, 12, hasTerrain: true);
                    WalkingNetwork network = survey.Build();
                    foreach (Pace pace in (Pace[])[Pace.Adult, Pace.Elder, Pace.Wheelchair])
                    {
                        RawWalks raw = new(survey, pace);
                        WalkingSearch forward = new(network);
                        WalkingSearch reverse = new(network);
                        SnapPoint[] places =
                        [
                            .. raw.Nodes.Select(node => ShortestWalkSpecs.On(network, survey.PositionOf(node))),
                        ];
                        for (int from = 0; from < places.Length; from++)
                        {
                            forward.Run([places[from]], pace, int.MaxValue);
                            reverse.Run([places[from]], pace, int.MaxValue, WalkDirection.Reverse);
                            for (int to = 0; to < places.Length; to++)
                            {
                                AssertNear(raw.WalkMs(raw.Nodes[from], raw.Nodes[to]), forward.WalkMs(places[to]));
                                AssertNear(raw.WalkMs(raw.Nodes[to], raw.Nodes[from]), reverse.WalkMs(places[to]));
                            }
                        }
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_longest_stretch_within_a_time_takes_no_longer_and_a_millimetre_more_would() =>
        Prop.ForAll(
                Gen.Choose(0, 10_000_000).ToArbitrary(),
                Gen.Choose(100, 5_000).ToArbitrary(),
                (walkMs, speed) =>
                {
                    Pace pace = new("any", speed);
                    int reachMm = pace.AccessReachMm(walkMs);
                    return pace.AccessMs(reachMm) <= walkMs && pace.AccessMs(reachMm + 1) > walkMs;
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>The oracle rounds every segment, the network every link: half a millisecond for each of some fifty segments.</summary>
    private static void AssertNear(int? expected, int? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.InRange((actual - expected) ?? 0, -30, 30);
    }

    private static double Walk(Survey survey, long from, long to, Pace pace) =>
        WalkOrNull(survey, from, to, pace) ?? double.NaN;

    private static double? WalkOrNull(Survey survey, long from, long to, Pace pace)
    {
        WalkingNetwork network = survey.Build();
        WalkingSearch search = new(network);
        search.Run([ShortestWalkSpecs.On(network, survey.PositionOf(from))], pace, int.MaxValue);
        return search.WalkMs(ShortestWalkSpecs.On(network, survey.PositionOf(to)));
    }
}
