using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Explanations;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Explanations;

public class WalkExplainerSpecs
{
    private const int AnHourMs = 3_600_000;

    [Fact]
    public void Where_one_gets_there_the_walk_is_given()
    {
        Town town = Town.Draw("a──b");
        var reached = Assert.IsType<WalkExplanation.Reached>(Explain(town, 'a', 'b'));
        Assert.InRange(reached.Path.LengthMm, 299_000, 301_000);
    }

    [Fact]
    public void A_walk_beyond_the_limit_is_too_far_and_its_length_is_told()
    {
        Town town = Town.Draw("a──b");
        var far = Assert.IsType<WalkExplanation.TooFar>(Explain(town, 'a', 'b', limitMs: 60_000));
        Assert.InRange(far.Path.WalkMs, 299_000, 301_000); // 300 m at 1 m/s
    }

    [Fact]
    public void A_gate_outside_its_hours_is_named_and_within_them_it_is_none()
    {
        Town town = Town.Draw("a──g──b").Zoned("    AAA").Gate('g', Passage.Terminal, "A", "08:00-18:00");
        NetworkOverlay night = NetworkOverlay.At(town.Network, DayOfWeek.Monday, new TimeOnly(23, 0));
        NetworkOverlay noon = NetworkOverlay.At(town.Network, DayOfWeek.Monday, new TimeOnly(12, 0));
        AssertGate(town, 'g', GateRefusal.Closed, isInward: true, Explain(town, 'a', 'b', overlay: night));
        AssertGate(town, 'g', GateRefusal.Closed, isInward: false, Explain(town, 'b', 'a', overlay: night));
        Assert.IsType<WalkExplanation.Reached>(Explain(town, 'a', 'b', overlay: noon));
    }

    [Fact]
    public void Of_two_shut_gates_the_first_on_the_way_is_named()
    {
        Town town = Town.Draw("a──g──h──b").Zoned("    AA").Gate('g', Passage.Blocked, "A").Gate('h', Passage.Blocked);
        AssertGate(town, 'g', GateRefusal.Closed, isInward: true, Explain(town, 'a', 'h'));
    }

    [Fact]
    public void Nobody_walks_through_a_compound_and_the_gate_he_would_come_in_by_is_named()
    {
        Town town = Town.Draw("a──g──h──b")
            .Zoned("    AA ")
            .Gate('g', Passage.Terminal, "A")
            .Gate('h', Passage.Terminal, "A");
        AssertGate(town, 'g', GateRefusal.ThroughPassage, isInward: true, Explain(town, 'a', 'b'));
        AssertGate(town, 'h', GateRefusal.ThroughPassage, isInward: true, Explain(town, 'b', 'a'));
    }

    [Fact]
    public void A_short_cut_for_residents_is_not_blamed_for_a_locked_gate_farther_on()
    {
        // From a one could cut through A to the street's end x, or go round; the trouble is the lock at l.
        Town town = Town.Draw(
                """
                a──g──h──x──l──b
                │        │
                └────────┘
                """
            )
            .Zoned(
                """
                    AA
                """
            )
            .Gate('g', Passage.Terminal, "A")
            .Gate('h', Passage.Terminal, "A")
            .Gate('l', Passage.Blocked);
        AssertGate(town, 'l', GateRefusal.Closed, null, Explain(town, 'a', 'b'));
    }

    [Fact]
    public void A_gate_that_only_lets_out_is_named_to_who_wants_in()
    {
        Town town = Town.Draw("a──g──b")
            .Zoned("    AAA")
            .Gate('g', Passage.Terminal, "A", direction: GateDirection.OutOnly);
        AssertGate(town, 'g', GateRefusal.WrongWay, isInward: true, Explain(town, 'a', 'b'));
        Assert.IsType<WalkExplanation.Reached>(Explain(town, 'b', 'a'));
    }

    [Fact]
    public void A_closed_line_is_named_with_the_place_where_the_walk_meets_it()
    {
        Town town = Town.Draw("a─────b");
        NetworkOverlay closed = town.Network.WheneverOpen.Closing(
            LineAcross(town.Near('a', 250, 50), town.Near('a', 250, -50))
        );
        var held = Assert.IsType<WalkExplanation.HeldByClosure>(Explain(town, 'a', 'b', overlay: closed));
        Assert.Equal(0, Spatial.Distances.Geodesic.Metres(held.At, town.Near('a', 250, 0)), 0.1);
        Assert.InRange(held.Path.LengthMm, 599_000, 601_000);
        held = Assert.IsType<WalkExplanation.HeldByClosure>(Explain(town, 'b', 'a', overlay: closed));
        Assert.Equal(0, Spatial.Distances.Geodesic.Metres(held.At, town.Near('a', 250, 0)), 0.1);
    }

    [Fact]
    public void The_outline_of_a_control_zone_is_named_from_either_side_and_inside_one_walks()
    {
        Town town = Town.Draw("a──b──c");
        NetworkOverlay closed = town.Network.WheneverOpen.Closing(Testing.Towns.Ground.Rectangle(250, -50, 650, 50));
        var held = Assert.IsType<WalkExplanation.HeldByClosure>(Explain(town, 'a', 'c', overlay: closed));
        Assert.Equal(0, Spatial.Distances.Geodesic.Metres(held.At, town.Near('a', 250, 0)), 0.1);
        Assert.IsType<WalkExplanation.HeldByClosure>(Explain(town, 'c', 'a', overlay: closed));
        Assert.IsType<WalkExplanation.Reached>(Explain(town, 'b', 'c', overlay: closed));
    }

    [Fact]
    public void A_closure_and_a_shut_gate_in_a_row_are_told_one_at_a_time()
    {
        Town town = Town.Draw("a──g──b").Zoned("    AAA").Gate('g', Passage.Blocked, "A");
        NetworkOverlay closed = town.Network.WheneverOpen.Closing(
            LineAcross(town.Near('a', 150, 50), town.Near('a', 150, -50))
        );
        Assert.IsType<WalkExplanation.HeldByClosure>(Explain(town, 'a', 'b', overlay: closed));
        AssertGate(town, 'g', GateRefusal.Closed, isInward: false, Explain(town, 'b', 'a', overlay: closed));
    }

    [Fact]
    public void The_smaller_of_two_parts_is_the_island()
    {
        // Both are long enough to be neighbourhoods of their own; nothing joins them.
        Town town = Town.Draw(
            """
            a───────────b

            c─────────────────────d
            """
        );
        var island = Assert.IsType<WalkExplanation.OnIsland>(Explain(town, 'a', 'd'));
        Assert.True(island.IsOrigin);
        Assert.InRange(island.LengthMm, 1_199_000, 1_201_000);
        Assert.Equal(town.At('a').Longitude, island.Extent.MinX, 1e-9);
        Assert.Equal(town.At('b').Longitude, island.Extent.MaxX, 1e-9);
        Assert.False(Assert.IsType<WalkExplanation.OnIsland>(Explain(town, 'd', 'a')).IsOrigin);
    }

    [Fact]
    public void Steps_are_in_the_way_of_a_wheelchair()
    {
        Town town = Town.Draw("a──n~~m──b");
        var stuck = Assert.IsType<WalkExplanation.NotAtThisPace>(Explain(town, 'a', 'b', Pace.Wheelchair));
        Assert.Equal(WayKind.Steps, town.Network.KindOf(stuck.Link));
        Assert.Equal(0, Spatial.Distances.Geodesic.Metres(stuck.At, town.At('n')), 0.1);
        Assert.IsType<WalkExplanation.Reached>(Explain(town, 'a', 'b', Pace.Adult));
    }

    [Fact]
    public void Ways_of_one_direction_are_told_from_islands()
    {
        Town town = Town.Draw("a──→──b");
        Assert.IsType<WalkExplanation.Reached>(Explain(town, 'a', 'b'));
        Assert.IsType<WalkExplanation.AgainstOneWay>(Explain(town, 'b', 'a'));
    }

    [Fact]
    public void What_is_crossed_comes_in_order_and_a_flight_on_several_links_is_one()
    {
        Town town = Town.Draw(
                """
                a──g──n~~x~~m──b
                         │
                         c
                """
            )
            .Gate('g', Passage.Blocked, hours: null);
        NetworkOverlay open = town.Network.WheneverOpen.With("g", Passage.Free);
        var reached = Assert.IsType<WalkExplanation.Reached>(Explain(town, 'a', 'b', overlay: open));
        IReadOnlyList<WalkCrossing> crossings = WalkCrossings.Of(town.Network, reached.Path);
        Assert.Equal([CrossingKind.Gate, CrossingKind.Steps], crossings.Select(crossing => crossing.Kind));
        Assert.Equal("g", town.Network.Gates[crossings[0].Gate!.Value].GateCode);
        Assert.InRange(crossings[1].LengthMm, 599_000, 601_000);
        Assert.Equal(crossings[1].LengthMm * 2, crossings[1].WalkMs, 5.0); // half the planning pace
        Assert.Equal(0, Spatial.Distances.Geodesic.Metres(crossings[1].At, town.At('n')), 0.1);
    }

    [Fact]
    public void Lifts_signals_and_counted_steps_are_told_with_what_they_take()
    {
        Survey survey = new();
        for (int node = 0; node <= 4; node++)
        {
            survey.Node(node, node * 100, 0);
        }

        survey.Add(new WayTraits { Kind = WayKind.Elevator, Floors = 4 }, [0, 1]);
        survey.Add(new WayTraits { Signals = SignalCrossing.Major }, [1, 2]);
        survey.Add(
            new WayTraits
            {
                Kind = WayKind.Steps,
                StepCount = 40,
                Rise = WayRise.Up,
            },
            [2, 3]
        );
        survey.Add(new WayTraits(), [3, 4]);
        WalkingNetwork network = survey.Build();
        Snapper snapper = new(network);
        var explained = Assert.IsType<WalkExplanation.Reached>(
            new WalkExplainer(network).Explain(
                (Snapping.Snapped)snapper.Snap(survey.PositionOf(0)),
                (Snapping.Snapped)snapper.Snap(survey.PositionOf(4)),
                Pace.Adult,
                AnHourMs
            )
        );
        IReadOnlyList<WalkCrossing> crossings = WalkCrossings.Of(network, explained.Path);
        Assert.Equal(
            [CrossingKind.Lift, CrossingKind.MajorSignal, CrossingKind.Steps],
            crossings.Select(crossing => crossing.Kind)
        );
        Assert.Equal(25_000 + (4 * 2_000), crossings[0].WalkMs, 2.0);
        Assert.Equal(40, crossings[2].StepCount);
        Assert.Equal(40 * 500, crossings[2].WalkMs, 2.0);
    }

    /// <summary>An oracle for every random town: the explanation agrees with the plain search, and what it names does stop.</summary>
    [Fact]
    public void An_explanation_agrees_with_the_search_and_opening_what_it_names_never_makes_it_worse()
    {
        Prop.ForAll(
                Arb.From(Gen.Choose(1, 100_000)),
                seed =>
                {
                    Random random = new(seed);
                    Survey survey = RandomSurvey.Make(seed, crossings: 14, hasTerrain: true);
                    for (int gate = 0; gate < 5; gate++)
                    {
                        survey.Gate(
                            $"g{gate}",
                            random.Next(14),
                            (Passage)random.Next(3),
                            random.Next(2) == 0 ? "Z" : null
                        );
                    }

                    survey.Zone("Z", 200, 200, 700, 800);
                    WalkingNetwork network = survey.Build();
                    Snapper snapper = new(network);
                    NetworkOverlay overlay = network.WheneverOpen;
                    if (random.Next(2) == 0)
                    {
                        overlay = overlay.Closing(
                            Testing.Towns.Ground.Rectangle(
                                random.Next(500),
                                random.Next(500),
                                random.Next(500, 1_000),
                                random.Next(500, 1_000)
                            )
                        );
                    }

                    Pace pace = random.Next(3) == 0 ? Pace.Wheelchair : Pace.Adult;
                    WalkExplainer explainer = new(network);
                    WalkingSearch search = new(network);
                    for (int from = 0; from < 14; from++)
                    {
                        int to = random.Next(14);
                        if (
                            snapper.Snap(survey.PositionOf(from)) is Snapping.Snapped here
                            && snapper.Snap(survey.PositionOf(to)) is Snapping.Snapped there
                        )
                        {
                            int limitMs = random.Next(2) == 0 ? 300_000 : int.MaxValue;
                            search.Run(here.ToArray(), pace, limitMs, WalkDirection.Forward, overlay);
                            int? walkMs = search.WalkMs(there);
                            WalkExplanation explained = explainer.Explain(here, there, pace, limitMs, overlay);
                            Assert.Equal(walkMs, (explained as WalkExplanation.Reached)?.Path.WalkMs);
                            search.Run(here.ToArray(), pace, int.MaxValue, WalkDirection.Forward, overlay);
                            Assert.Equal(
                                walkMs is null && search.WalkMs(there) is not null,
                                explained is WalkExplanation.TooFar
                            );
                            AssertStops(network, overlay, explained);
                        }
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static void AssertStops(WalkingNetwork network, NetworkOverlay overlay, WalkExplanation explained)
    {
        switch (explained)
        {
            case WalkExplanation.HeldByGate { Refusal: GateRefusal.Closed } held:
                Assert.Equal(Passage.Blocked, overlay.PassageOf(held.Gate));
                break;
            case WalkExplanation.HeldByGate { Refusal: GateRefusal.ThroughPassage } held:
                Assert.Equal(Passage.Terminal, overlay.PassageOf(held.Gate));
                break;
            case WalkExplanation.HeldByGate { Refusal: GateRefusal.WrongWay } held:
                Assert.NotEqual(GateDirection.Both, network.Gates[held.Gate].Direction);
                break;
            case WalkExplanation.HeldByClosure:
                Assert.True(overlay.HasClosures);
                break;
        }
    }

    private static WalkExplanation Explain(
        Town town,
        char from,
        char to,
        Pace? pace = null,
        int limitMs = AnHourMs,
        NetworkOverlay? overlay = null
    ) =>
        new WalkExplainer(town.Network).Explain(
            (Snapping.Snapped)town.Snap(town.At(from)),
            (Snapping.Snapped)town.Snap(town.At(to)),
            pace ?? Pace.Planning,
            limitMs,
            overlay
        );

    private static void AssertGate(
        Town town,
        char gate,
        GateRefusal refusal,
        bool? isInward,
        WalkExplanation explanation
    )
    {
        var held = Assert.IsType<WalkExplanation.HeldByGate>(explanation);
        Assert.Equal((gate.ToString(), refusal), (town.Network.Gates[held.Gate].GateCode, held.Refusal));
        if (isInward is { } expected)
        {
            Assert.Equal(expected, held.IsInward);
        }
    }

    private static LineString LineAcross(Position one, Position other) =>
        new([new Coordinate(one.Longitude, one.Latitude), new Coordinate(other.Longitude, other.Latitude)]);
}
