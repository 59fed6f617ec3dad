using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

public sealed class ShortestWalkSpecs
{
    [Fact]
    public void Every_walk_is_as_long_as_the_ways_as_surveyed_say_in_both_directions_from_anywhere_along_a_way() =>
        ForRandomSurveys(
            survey =>
            {
                WalkingNetwork network = survey.Build();
                RawWalks raw = new(survey, Pace.Planning);
                WalkingSearch forward = new(network);
                WalkingSearch reverse = new(network);
                SnapPoint[] places = [.. raw.Nodes.Select(node => On(network, survey.PositionOf(node)))];
                for (int from = 0; from < places.Length; from++)
                {
                    forward.Run([places[from]], Pace.Planning, int.MaxValue);
                    reverse.Run([places[from]], Pace.Planning, int.MaxValue, WalkDirection.Reverse);
                    for (int to = 0; to < places.Length; to++)
                    {
                        Assert.Equal(raw.WalkMs(raw.Nodes[from], raw.Nodes[to]), forward.WalkMs(places[to]));
                        Assert.Equal(raw.WalkMs(raw.Nodes[to], raw.Nodes[from]), reverse.WalkMs(places[to]));
                    }
                }
            },
            tests: 60
        );

    [Fact]
    public void A_walk_reaches_what_lies_exactly_at_the_limit_and_nothing_beyond() =>
        ForRandomSurveys(
            survey =>
            {
                WalkingNetwork network = survey.Build();
                RawWalks raw = new(survey, Pace.Planning);
                WalkingSearch search = new(network);
                SnapPoint[] places = [.. raw.Nodes.Select(node => On(network, survey.PositionOf(node)))];
                foreach (int limitMs in raw.Nodes.Select(node => raw.WalkMs(raw.Nodes[0], node) ?? 0).Order())
                {
                    search.Run([places[0]], Pace.Planning, limitMs);
                    for (int to = 0; to < places.Length; to++)
                    {
                        int? walkMs = raw.WalkMs(raw.Nodes[0], raw.Nodes[to]);
                        Assert.Equal(walkMs <= limitMs ? walkMs : null, search.WalkMs(places[to]));
                    }
                }
            },
            tests: 20
        );

    [Fact]
    public void A_path_is_as_long_as_its_walk_and_its_course_runs_from_place_to_place() =>
        ForRandomSurveys(
            survey =>
            {
                WalkingNetwork network = survey.Build();
                WalkingSearch search = new(network);
                SnapPoint[] places = [.. Places(survey).Select(position => On(network, position))];
                foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                {
                    search.Run([places[0], places[^1]], Pace.Planning, int.MaxValue, direction);
                    foreach (SnapPoint place in places)
                    {
                        CheckPath(search, place, direction);
                    }
                }
            },
            tests: 40
        );

    [Fact]
    public void With_two_doors_the_shorter_walk_counts() =>
        ForRandomSurveys(
            survey =>
            {
                WalkingNetwork network = survey.Build();
                RawWalks raw = new(survey, Pace.Planning);
                WalkingSearch search = new(network);
                (long front, long back) = (raw.Nodes[0], raw.Nodes[^1]);
                SnapPoint frontDoor = On(network, survey.PositionOf(front)) with { AccessMm = 20_000 };
                SnapPoint backDoor = On(network, survey.PositionOf(back)) with { AccessMm = 5_000 };
                search.Run([frontDoor, backDoor], Pace.Planning, int.MaxValue);
                foreach (long node in raw.Nodes)
                {
                    int? byFront = raw.WalkMs(front, node) + 20_000;
                    int? byBack = raw.WalkMs(back, node) + 5_000;
                    int? expected = byFront is null || byBack < byFront ? byBack : byFront;
                    Assert.Equal(expected, search.WalkMs(On(network, survey.PositionOf(node))));
                }
            },
            tests: 40
        );

    [Fact]
    public void A_cutoff_of_nothing_reaches_the_origin_only()
    {
        Town town = Town.Draw("a──b──c");
        WalkingSearch search = new(town.Network);
        search.Run([town.Seed('b')], Pace.Planning, 0);
        Assert.Equal(0, search.WalkMs(town.Seed('b')));
        Assert.Null(search.WalkMs(town.Seed('a')));
        Assert.Null(search.WalkMs(town.Seed('c')));
    }

    [Fact]
    public void A_search_that_has_not_run_reaches_nothing()
    {
        Town town = Town.Draw("a──b");
        Assert.Null(new WalkingSearch(town.Network).WalkMs(town.Seed('a')));
        Assert.Null(new WalkingSearch(town.Network).WalkMs(new NodeId(0)));
    }

    [Fact]
    public void A_search_from_nowhere_reaches_nothing()
    {
        Town town = Town.Draw("a──b");
        WalkingSearch search = new(town.Network);
        search.Run([], Pace.Planning, int.MaxValue);
        Assert.Null(search.WalkMs(town.Seed('a')));
    }

    [Fact]
    public void On_one_link_the_direct_walk_competes_with_the_way_round()
    {
        // The ring is 1,200 m round and one link each side of x; from a to b it is 400 m one way, 800 m the other.
        Town town = Town.Draw(
            """
            a─→─b
            │   │
            └───┘
            """
        );
        Assert.Equal(400, town.WalkMetres('a', 'b'));
        Assert.Equal(800, town.WalkMetres('b', 'a'));
    }

    [Fact]
    public void On_a_dead_end_one_walks_out_and_back()
    {
        Town town = Town.Draw(
            """
            a──┬──b
               │
               c
            """
        );
        Assert.Equal(500, town.WalkMetres('a', 'c'));
        Assert.Equal(600, town.WalkMetres('a', 'b'));
    }

    [Fact]
    public void Steps_take_the_pace_of_steps()
    {
        Town town = Town.Draw("a─b~~c"); // b to c: 300 m of steps
        WalkingSearch search = new(town.Network);
        search.Run([town.Seed('a')], Pace.Elder, int.MaxValue);
        // Nobody has said whether they climb: the mean of 300 m up at 0.312 m/s and down at 0.375 m/s.
        Assert.Equal(200_000 + 880_769, search.WalkMs(town.Seed('c')));
    }

    [Fact]
    public void Both_access_stretches_are_walked_at_the_pace_and_count_against_the_limit()
    {
        Town town = Town.Draw("a──b");
        SnapPoint seed = town.Seed('a') with { AccessMm = 10_000 };
        SnapPoint target = town.Seed('b') with { AccessMm = 6_000 };
        WalkingSearch search = new(town.Network);
        search.Run([seed], Pace.Frail, 395_000);
        Assert.Equal((300_000 + 10_000 + 6_000) * 1000 / 800, search.WalkMs(target));
        search.Run([seed], Pace.Frail, 394_999);
        Assert.Null(search.WalkMs(target));
    }

    [Fact]
    public void After_the_rounds_run_out_no_old_walk_is_taken_for_a_new_one()
    {
        Town town = Town.Draw("a──b──c");
        WalkingSearch search = new(town.Network);
        search.Run([town.Seed('a')], Pace.Planning, 600_000); // the first number
        search.Frontier.SkipToRound(1);
        search.Run([town.Seed('c')], Pace.Planning, 100_000); // the first number once more
        Assert.Null(search.WalkMs(town.Seed('a')));
        Assert.Null(search.WalkMs(town.Seed('b')));
        Assert.Equal(0, search.WalkMs(town.Seed('c')));
    }

    [Fact]
    public void A_walk_of_half_a_day_is_told_to_the_millisecond_between_short_ones()
    {
        // 40, 50 and 10 km: labels have room for 4.6 hours beside the number of the search, and for more without it.
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 40_000, 0).Node(3, 90_000, 0).Node(4, 40_000, 10_000);
        WalkingNetwork network = survey.Way(1, 2, 3).Way(2, 4).Build();
        RawWalks raw = new(survey, Pace.Planning);
        WalkingSearch search = new(network);
        SnapPoint[] places = [.. raw.Nodes.Select(node => On(network, survey.PositionOf(node)))];
        foreach (int limitMs in (ReadOnlySpan<int>)[1_000, 100_000_000, 16_777_215, 16_777_216, 9_999_999, 100_000_000])
        {
            for (int from = 0; from < places.Length; from++)
            {
                search.Run([places[from]], Pace.Planning, limitMs);
                for (int to = 0; to < places.Length; to++)
                {
                    int? walkMs = raw.WalkMs(raw.Nodes[from], raw.Nodes[to]);
                    Assert.Equal(walkMs <= limitMs ? walkMs : null, search.WalkMs(places[to]));
                }
            }
        }
    }

    [Fact]
    public void A_place_that_is_not_on_the_network_is_refused()
    {
        Town town = Town.Draw("a──b");
        WalkingSearch search = new(town.Network);
        SnapPoint seed = town.Seed('a');
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            search.Run([seed with { Link = new LinkId(-1) }], Pace.Planning, 1)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            search.Run([seed with { OffsetMm = 300_001 }], Pace.Planning, 1)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Run([seed], Pace.Planning, -1));
    }

    internal static void ForRandomSurveys(Action<Survey> check, int tests)
    {
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                Gen.Choose(2, 14).ToArbitrary(),
                (seed, crossings) =>
                {
                    check(RandomSurvey.Make(seed, crossings));
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
    }

    /// <summary>The place of a vertex of the survey, on the first link it is a vertex of.</summary>
    internal static SnapPoint On(WalkingNetwork network, Spatial.Position position)
    {
        NetworkColumns columns = network.Columns;
        int vertex = Array.IndexOf(columns.ShapePositions, position);
        int link = Array.FindLastIndex(columns.FirstShape, first => first <= vertex);
        int offsetMm = columns.ShapeOffsetsMm[vertex];
        return new SnapPoint(new LinkId(link), offsetMm, 0, position, network.ZoneOf(new LinkId(link)));
    }

    private static IEnumerable<Spatial.Position> Places(Survey survey) =>
        survey.Ways.SelectMany(way => way.NodeIds).Distinct().Select(survey.PositionOf);

    private static void CheckPath(WalkingSearch search, SnapPoint place, WalkDirection direction)
    {
        WalkPath? path = search.PathTo(place);
        Assert.Equal(search.WalkMs(place), path?.WalkMs);
        if (path is null)
        {
            return;
        }

        (SnapPoint begin, SnapPoint end) = (path.From, path.To);
        Assert.Equal(place, direction == WalkDirection.Forward ? end : begin);
        Assert.Equal(begin.Position, path.Positions[0]);
        Assert.Equal(end.Position, path.Positions[^1]);
        double metres = Spatial.Distances.Geodesic.Metres([.. path.Positions]);
        Assert.InRange(metres, (path.LengthMm / 1000.0) - 0.1, (path.LengthMm / 1000.0) + 0.1);
        Assert.InRange(path.WalkMs, path.LengthMm, 2 * path.LengthMm); // the level, and steps at half speed
    }
}
