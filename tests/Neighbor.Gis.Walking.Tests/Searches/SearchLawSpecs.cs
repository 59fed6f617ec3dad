using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>What holds of every kind of search, whatever it answers.</summary>
public sealed class SearchLawSpecs
{
    private const double TownMetres = 1_000;

    [Fact]
    public void Renumbering_the_nodes_changes_no_answer()
    {
        int renumbered = 0;
        ForRandomSurveys(
            (survey, seed) =>
            {
                WalkingNetwork network = survey.Build();

                // A hamlet far away moves the box the nodes are put in order in.
                Random random = new(seed);
                survey.Node(-1, random.Next(-9_000, 9_000), 30_000).Node(-2, random.Next(-9_000, 9_000), 31_000);
                WalkingNetwork other = survey.Way(-1, -2).Build();
                renumbered += network.PositionOf(new NodeId(0)) == other.PositionOf(new NodeId(0)) ? 0 : 1;
                SamePlaces same = new(network, other, isTurned: false);
                Snapping[] places =
                [
                    .. Places(network, seed).Select(place => same.Has(place) ? place : new Snapping.TooFar(0, 0)),
                ];
                Snapping[] samePlaces = Array.ConvertAll(places, same.Of);
                foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                {
                    Assert.Equal(
                        new EverySearch(network).Answer(places, direction),
                        new EverySearch(other).Answer(samePlaces, direction)
                    );
                }
            },
            tests: 40
        );
        Assert.True(renumbered > 10, $"Only {renumbered} networks began with another node.");
    }

    [Fact]
    public void Walking_toward_a_place_where_all_that_is_one_way_is_turned_is_walking_from_it() =>
        ForRandomSurveys(
            (survey, seed) =>
            {
                WalkingNetwork network = survey.Build();
                WalkingNetwork turned = TurnedTown.Of(survey);
                EverySearch search = new(network);
                EverySearch back = new(turned);
                SnapPoint[] places = [.. Places(network, seed).OfType<Snapping.Snapped>().Select(one => one.First)];
                SnapPoint[] turnedPlaces = Array.ConvertAll(places, new SamePlaces(network, turned, isTurned: true).Of);
                foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                {
                    Assert.Equal(
                        search.Walks(places, direction),
                        back.Walks(turnedPlaces, (WalkDirection)(1 - (int)direction))
                    );
                }
            },
            tests: 60
        );

    [Fact]
    public void Closing_a_line_never_shortens_any_answer_and_opening_it_again_gives_the_first() =>
        ForRandomSurveys(
            (survey, seed) =>
            {
                WalkingNetwork network = survey.Build();
                Random random = new(seed);
                NetworkOverlay once = network.WheneverOpen.Closing(RandomLine(random));
                NetworkOverlay twice = once.Closing(RandomLine(random));
                Snapping[] places = Places(network, seed);
                EverySearch search = new(network);
                foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                {
                    (int Point, int WalkMs)[] open = search.Answer(places, direction);
                    (int Point, int WalkMs)[] closed = search.Answer(places, direction, once);
                    (int Point, int WalkMs)[] closedTwice = search.Answer(places, direction, twice);
                    AssertNoShorter(open, closed);
                    AssertNoShorter(closed, closedTwice);
                    Assert.Equal(closed, search.Answer(places, direction, once));
                    Assert.Equal(open, search.Answer(places, direction));
                }
            },
            tests: 60
        );

    [Fact]
    public void Opening_a_gate_never_lengthens_any_answer() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    WalkingNetwork network = RandomZones.Make(seed).Build();
                    Snapping[] places = Places(network, seed);
                    EverySearch search = new(network);
                    foreach (string code in network.Gates.Select(gate => gate.GateCode).OfType<string>().Distinct())
                    {
                        (int Point, int WalkMs)[][] freer =
                        [
                            .. new[] { Passage.Free, Passage.Terminal, Passage.Blocked }.Select(passage =>
                                search.Answer(places, WalkDirection.Reverse, network.WheneverOpen.With(code, passage))
                            ),
                        ];
                        AssertNoShorter(freer[0], freer[1]);
                        AssertNoShorter(freer[1], freer[2]);
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_walk_to_one_place_has_the_course_of_a_search_that_goes_on_round_closed_lines_too() =>
        ForRandomSurveys(
            (survey, seed) =>
            {
                WalkingNetwork network = survey.Build();
                Random random = new(seed);
                NetworkOverlay overlay = network.WheneverOpen.Closing(RandomLine(random));
                Snapping.Snapped[] places = [.. Places(network, seed).OfType<Snapping.Snapped>()];
                WalkingSearch whole = new(network);
                WalkingSearch stopped = new(network);
                foreach (Snapping.Snapped from in places.Take(4))
                {
                    int limitMs = random.Next(1_500_000);
                    whole.Run(from.ToArray(), Pace.Elder, limitMs, overlay: overlay);
                    foreach (Snapping.Snapped to in places)
                    {
                        int? walkMs = stopped.RunTo(from.ToArray(), to, Pace.Elder, limitMs, overlay: overlay);
                        Assert.Equal(whole.WalkMs(to), walkMs);
                        WalkPath? expected = whole.PathTo(to);
                        WalkPath? found = stopped.PathTo(to);
                        Assert.Equal(
                            (expected?.From, expected?.To, expected?.WalkMs, expected?.LengthMm),
                            (found?.From, found?.To, found?.WalkMs, found?.LengthMm)
                        );
                        Assert.Equal(expected?.Positions, found?.Positions);
                        Assert.Equal(expected?.Legs, found?.Legs);
                    }
                }
            },
            tests: 60
        );

    /// <summary>Towns of ways with slopes, steps and lifts, and towns with estates and gates, in turn.</summary>
    private static void ForRandomSurveys(Action<Survey, int> check, int tests) =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    check(seed % 2 == 0 ? RandomZones.Make(seed) : RandomSurvey.Make(seed, 14, hasTerrain: true), seed);
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static Snapping[] Places(WalkingNetwork network, int seed)
    {
        Random random = new(seed);
        double extent = seed % 2 == 0 ? 260 : TownMetres;
        Snapper snapper = new(network);
        return
        [
            .. Enumerable
                .Range(0, 12)
                .Select(_ => snapper.Snap(Ground.At(extent * random.NextDouble(), extent * random.NextDouble()))),
        ];
    }

    /// <summary>A line across half a small town, or a piece of a larger one.</summary>
    private static LineString RandomLine(Random random)
    {
        (double east, double north) = (250 * random.NextDouble(), 250 * random.NextDouble());
        return new LineString([
            Ground.CoordinateAt(east, north),
            Ground.CoordinateAt(east + random.Next(-300, 600), north + random.Next(-300, 600)),
        ]);
    }

    private static void AssertNoShorter((int Point, int WalkMs)[] open, (int Point, int WalkMs)[] closed)
    {
        Assert.Equal(open.Length, closed.Length);
        for (int i = 0; i < open.Length; i++)
        {
            Assert.True(open[i].WalkMs <= closed[i].WalkMs, $"Answer {i}: {open[i]} open, {closed[i]} closed.");
        }
    }
}
