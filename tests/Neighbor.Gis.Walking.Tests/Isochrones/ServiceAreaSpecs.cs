using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

public sealed class ServiceAreaSpecs
{
    private const double Cell = 4;

    private static readonly int[] CutoffsMs = [120_000, 240_000, 360_000];

    [Fact]
    public void Whatever_the_town_the_areas_are_sound_and_hold_their_origins() =>
        Prop.ForAll(
                AnyQuestion.ToArbitrary(),
                question =>
                {
                    ServiceAreaSearch search = new(question.Network, Unfilled);
                    foreach (OverlapRule rule in Enum.GetValues<OverlapRule>())
                    {
                        AssertSound(Draw(search, question, rule), question);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void What_is_dissolved_is_all_that_overlaps_within_a_cell() =>
        Prop.ForAll(
                AnyQuestion.ToArbitrary(),
                question =>
                {
                    ServiceAreaSearch search = new(question.Network, Unfilled);
                    IReadOnlyList<ServiceArea> each = Draw(search, question, OverlapRule.Overlap);
                    IReadOnlyList<ServiceArea> together = Draw(search, question, OverlapRule.Dissolve);
                    foreach (ServiceArea area in together)
                    {
                        Geometry union = OverlayNGRobust.Union(
                            each.Where(one => one.CutoffMs == area.CutoffMs).Select(one => one.Geom)
                        );

                        // Alone, an origin is held back by what only another reaches; together they are not.
                        Assert.True(
                            area.Geom.Buffer(Degrees(Cell)).Covers(union),
                            "something overlaps that is not dissolved"
                        );
                        Assert.True(
                            area.ReachedMm <= each.Where(one => one.CutoffMs == area.CutoffMs).Sum(one => one.ReachedMm)
                        );
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Split_areas_do_not_overlap_and_make_up_the_dissolved_one_within_a_cell() =>
        Prop.ForAll(
                AnyQuestion.ToArbitrary(),
                question =>
                {
                    ServiceAreaSearch search = new(question.Network, Unfilled);
                    IReadOnlyList<ServiceArea> split = Draw(search, question, OverlapRule.Split);
                    foreach (ServiceArea whole in Draw(search, question, OverlapRule.Dissolve))
                    {
                        ServiceArea[] parts = [.. split.Where(part => part.CutoffMs == whole.CutoffMs)];
                        Assert.Equal(whole.ReachedMm, parts.Sum(part => part.ReachedMm));
                        for (int i = 0; i < parts.Length; i++)
                        {
                            for (int j = 0; j < i; j++)
                            {
                                double shared = OverlayNGRobust
                                    .Overlay(
                                        parts[i].Geom,
                                        parts[j].Geom,
                                        NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection
                                    )
                                    .Area;
                                Assert.True(shared < 1e-16, $"{i} and {j} share {shared}");
                            }
                        }

                        Geometry union = OverlayNGRobust.Union(parts.Select(part => part.Geom));
                        Assert.True(whole.Geom.Buffer(Degrees(Cell)).Covers(union), "a part reaches beyond the whole");
                        Geometry left = OverlayNGRobust
                            .Overlay(whole.Geom, union, NetTopologySuite.Operation.Overlay.SpatialFunction.Difference)
                            .Buffer(-Degrees(1.5 * Cell));
                        Assert.True(left.IsEmpty, "something wider than three cells belongs to nobody");
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void The_order_of_the_origins_changes_nothing() =>
        Prop.ForAll(
                AnyQuestion.ToArbitrary(),
                question =>
                {
                    ServiceAreaSearch search = new(question.Network);
                    Question reversed = question with { Origins = [.. question.Origins.Reverse()] };
                    foreach (OverlapRule rule in Enum.GetValues<OverlapRule>())
                    {
                        IReadOnlyList<ServiceArea> first = Draw(search, question, rule);
                        IReadOnlyList<ServiceArea> second = Draw(search, reversed, rule);
                        foreach (ServiceArea area in first)
                        {
                            int? origin = area.Origin is { } number ? question.Origins.Length - 1 - number : null;
                            ServiceArea same = Assert.Single(
                                second,
                                one => one.Origin == origin && one.CutoffMs == area.CutoffMs
                            );
                            Assert.Equal(area.Geom.AsBinary(), same.Geom.AsBinary());
                            Assert.Equal(area.ReachedMm, same.ReachedMm);
                        }
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Along_a_street_between_two_origins_the_border_is_in_the_middle()
    {
        WalkingNetwork network = TownNetwork.Of([(-500, 0), (500, 0)]);
        Question question = new(
            network,
            [TownNetwork.OriginAt(network, -200, 0), TownNetwork.OriginAt(network, 200, 0)],
            WalkDirection.Forward
        );
        IReadOnlyList<ServiceArea> split = new ServiceAreaSearch(network).Draw(
            question.Origins,
            Pace.Planning,
            [300_000],
            OverlapRule.Split
        );
        (DrawnReach west, DrawnReach east) = (new DrawnReach(split[0].Geom), new DrawnReach(split[1].Geom));

        Assert.InRange(split[0].ReachedMm, 499_990, 500_010);
        Assert.InRange(split[1].ReachedMm, 499_990, 500_010);
        for (int x = -499; x <= 499; x += 2)
        {
            Assert.True(Math.Abs(x) < 2 || west.HoldsMetres(x, 0) == x < 0, $"west at {x}");
            Assert.True(Math.Abs(x) < 2 || east.HoldsMetres(x, 0) == x > 0, $"east at {x}");
        }
    }

    [Fact]
    public void Of_two_origins_at_one_place_one_has_the_area_and_the_other_nothing()
    {
        WalkingNetwork network = TownNetwork.Of([(-500, 0), (500, 0)]);
        ServiceAreaOrigin origin = TownNetwork.OriginAt(network, 0, 0);
        IReadOnlyList<ServiceArea> split = new ServiceAreaSearch(network).Draw(
            [origin, origin],
            Pace.Planning,
            [300_000],
            OverlapRule.Split
        );
        Assert.False(split[0].Geom.IsEmpty);
        Assert.True(split[1].Geom.IsEmpty);
        Assert.Equal(0, split[1].ReachedMm);
    }

    [Fact]
    public void Origins_a_hundred_kilometres_apart_are_drawn_in_one_question()
    {
        WalkingNetwork network = TownNetwork.Of([(-500, 0), (500, 0)], [(99_500, 70_000), (100_500, 70_000)]);
        ServiceAreaOrigin[] origins =
        [
            TownNetwork.OriginAt(network, 0, 0),
            TownNetwork.OriginAt(network, 100_000, 70_000),
        ];
        ServiceAreaSearch search = new(network);
        ServiceArea whole = Assert.Single(search.Draw(origins, Pace.Planning, [300_000], OverlapRule.Dissolve));
        IReadOnlyList<ServiceArea> split = search.Draw(origins, Pace.Planning, [300_000], OverlapRule.Split);

        Assert.Equal(2, whole.Geom.NumGeometries);
        Assert.InRange(whole.ReachedMm, 1_199_900, 1_200_100);
        Assert.Equal(2, split.Count);
        Assert.All(split, area => Assert.Equal(1, area.Geom.NumGeometries));
    }

    [Theory]
    [InlineData(OverlapRule.Overlap, 2)]
    [InlineData(OverlapRule.Split, 2)]
    [InlineData(OverlapRule.Dissolve, 1)]
    public void An_origin_far_from_every_way_is_drawn_as_itself(OverlapRule rule, int areas)
    {
        WalkingNetwork network = TownNetwork.Of([(-500, 0), (500, 0)]);
        ServiceAreaOrigin[] origins =
        [
            TownNetwork.OriginAt(network, 0, 0),
            new ServiceAreaOrigin(MetreTown.At(5_000, 3_000), []),
        ];
        IReadOnlyList<ServiceArea> drawn = new ServiceAreaSearch(network).Draw(origins, Pace.Planning, [300_000], rule);

        Assert.Equal(areas, drawn.Count);
        Assert.True(new DrawnReach(drawn[^1].Geom).HoldsMetres(5_000, 3_000));
        Assert.True(new DrawnReach(drawn[0].Geom).HoldsMetres(250, 0));
        Assert.InRange(drawn.Sum(area => area.ReachedMm), 599_900, 600_100);
    }

    [Theory]
    [InlineData(OverlapRule.Overlap)]
    [InlineData(OverlapRule.Split)]
    [InlineData(OverlapRule.Dissolve)]
    public void Without_a_way_on_the_map_origins_are_drawn_and_no_origins_are_nothing(OverlapRule rule)
    {
        ServiceAreaSearch search = new(new WalkingNetworkBuilder().Build());
        ServiceAreaOrigin origin = new(MetreTown.Origin, []);
        ServiceArea only = Assert.Single(search.Draw([origin], Pace.Planning, [300_000], rule));
        Assert.True(new DrawnReach(only.Geom).HoldsMetres(0, 0));
        Assert.Equal(0, only.ReachedMm);
        Assert.Empty(search.Draw([], Pace.Planning, [300_000], rule));
        Assert.Empty(search.Draw([origin], Pace.Planning, [], rule));
        Assert.Throws<ArgumentException>(() => search.Draw([origin], Pace.Planning, [2, 1], rule));
    }

    [Fact]
    public void A_question_that_is_stopped_ends()
    {
        WalkingNetwork network = TownNetwork.Of([(-500, 0), (500, 0)]);
        ServiceAreaOrigin origin = TownNetwork.OriginAt(network, 0, 0);
        foreach (OverlapRule rule in Enum.GetValues<OverlapRule>())
        {
            Assert.Throws<OperationCanceledException>(() =>
                new ServiceAreaSearch(network).Draw(
                    [origin],
                    Pace.Planning,
                    [300_000],
                    rule,
                    cancellation: new CancellationToken(canceled: true)
                )
            );
        }
    }

    private static DistanceFieldSettings Unfilled => new() { LeastHoleSquareMetres = 0 };

    private static double Degrees(double metres) => metres / 111_000;

    private static IReadOnlyList<ServiceArea> Draw(ServiceAreaSearch search, Question question, OverlapRule rule) =>
        search.Draw(question.Origins, Pace.Planning, CutoffsMs, rule, question.Direction);

    private static void AssertSound(IReadOnlyList<ServiceArea> areas, Question question)
    {
        for (int i = 0; i < areas.Count; i++)
        {
            IsValidOp check = new(areas[i].Geom);
            Assert.True(check.IsValid, check.ValidationError?.ToString());
            Assert.True(
                i % CutoffsMs.Length == 0 || areas[i].Geom.Covers(areas[i - 1].Geom),
                $"cutoff {areas[i].CutoffMs} of {areas[i].Origin} does not cover the one before"
            );
            for (int origin = 0; origin < question.Origins.Length; origin++)
            {
                if (areas[i].Origin is null || areas[i].Origin == origin)
                {
                    Position at = question.Origins[origin].Position;
                    Assert.True(
                        areas[i].Geom.Contains(new Point(at.Longitude, at.Latitude)),
                        $"origin {origin} is outside"
                    );
                }
            }
        }
    }

    // Streets of a lattice of 60 m, some missing, some one-way; origins at different crossings or between them.
    private static Gen<Question> AnyQuestion =>
        from seed in Gen.Choose(0, 1_000_000)
        from count in Gen.Choose(1, 5)
        from isForward in Gen.Elements(true, false)
        select QuestionOf(seed, count, isForward);

    private static Question QuestionOf(int seed, int count, bool isForward)
    {
        Random random = new(seed);
        WalkingNetwork network = TownNetwork.Random(random, lines: 9, spacing: 60);
        List<ServiceAreaOrigin> origins = [];
        HashSet<(int, int)> taken = [];
        while (origins.Count < count)
        {
            (int x, int y) = (random.Next(-8, 9), random.Next(-8, 9));
            if (taken.Add((x, y)) && TownNetwork.FindOriginAt(network, (x * 60) + 7, y * 60) is { } origin)
            {
                origins.Add(origin);
            }
        }

        return new Question(network, [.. origins], isForward ? WalkDirection.Forward : WalkDirection.Reverse);
    }

    private sealed record Question(WalkingNetwork Network, ServiceAreaOrigin[] Origins, WalkDirection Direction);
}
