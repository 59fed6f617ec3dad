using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

public sealed class NoThroughZoneSpecs
{
    [Fact]
    public void Outsiders_walk_round_an_estate_whose_gates_are_for_residents()
    {
        Town town = Estate(Passage.Terminal, Passage.Terminal);
        Assert.Equal(1_400, town.WalkMetres('a', 'b')); // round, not the 800 m through
    }

    [Fact]
    public void Visitors_and_residents_use_the_nearer_gate()
    {
        Town town = Estate(Passage.Terminal, Passage.Terminal);
        Assert.Equal(400, town.WalkMetres('a', 'h'));
        Assert.Equal(400, town.WalkMetres('h', 'a'));
        Assert.Equal(400, town.WalkMetres('h', 'b'));
        Assert.Equal(400, town.WalkMetres('b', 'h'));
    }

    [Fact]
    public void Through_open_gates_everybody_walks()
    {
        Town town = Estate(Passage.Free, Passage.Free);
        Assert.Equal(800, town.WalkMetres('a', 'b'));
    }

    [Fact]
    public void An_outsider_does_not_come_in_by_the_residents_gate_and_leave_by_the_open_one()
    {
        Town town = Estate(Passage.Terminal, Passage.Free);
        Assert.Equal(1_400, town.WalkMetres('a', 'b'));
        Assert.Equal(1_400, town.WalkMetres('b', 'a'));
        Assert.Equal(400, town.WalkMetres('a', 'h'));
        Assert.Equal(400, town.WalkMetres('h', 'a'));
    }

    [Fact]
    public void Closed_gates_seal_an_estate_and_the_report_says_so()
    {
        Town town = Estate(Passage.Blocked, Passage.Blocked);
        Assert.Null(town.WalkMetres('a', 'h'));
        Assert.Null(town.WalkMetres('h', 'a'));
        Assert.Equal(1_400, town.WalkMetres('a', 'b'));
        Assert.Equal(["A"], town.Report.SealedZones);
    }

    [Fact]
    public void An_unknown_opening_in_a_wall_is_for_residents_and_is_counted()
    {
        Town town = Draw();
        Assert.Equal(1_400, town.WalkMetres('a', 'b'));
        Assert.Equal(400, town.WalkMetres('a', 'h'));
        Assert.Equal(2, town.Report.UnknownGates);
    }

    [Fact]
    public void Open_ground_without_a_wall_is_walked_through()
    {
        Town town = Draw(zone: 'a');
        Assert.Equal(800, town.WalkMetres('a', 'b'));
        Assert.Equal(0, town.Report.UnknownGates);
        Assert.Equal(0, town.Report.GateArcs);
    }

    [Fact]
    public void A_resident_of_an_inner_court_passes_all_gates_on_his_way_out()
    {
        Town town = Nested();
        Assert.Equal(800, town.WalkMetres('h', 'a'));
        Assert.Equal(800, town.WalkMetres('a', 'h'));
    }

    [Fact]
    public void A_neighbour_from_the_outer_court_does_not_walk_through_the_inner_one()
    {
        Town town = Nested();
        Assert.Equal(1_200, town.WalkMetres('n', 'm')); // round the inner court, not the 800 m through it
        Assert.Equal(400, town.WalkMetres('n', 'h'));
    }

    [Fact]
    public void A_visitor_on_his_way_to_a_back_yard_may_cross_open_ground_inside_the_estate()
    {
        // The garden b inside the wall has open gates only for the record; the visitor came in through the residents' gate.
        Town town = Town.Draw("a──g──i─j──h")
            .Zoned("....AAbbbAAA", "bA")
            .Gate('g', Passage.Terminal, "A")
            .Gate('i', Passage.Free, "b")
            .Gate('j', Passage.Free, "b");
        Assert.Equal(1_100, town.WalkMetres('a', 'h'));
        Assert.Equal(1_100, town.WalkMetres('h', 'a'));
    }

    [Fact]
    public void Private_ways_are_for_those_who_live_there()
    {
        Town town = Town.Draw(
            """
            a─┬┄h┄┬─b
              │   │
              └───┘
            """
        );
        Assert.Equal(1_200, town.WalkMetres('a', 'b')); // not the 800 m through
        Assert.Equal(400, town.WalkMetres('a', 'h'));
        Assert.Equal(400, town.WalkMetres('h', 'b'));
        Assert.StartsWith("private:test:", town.Network.CodeOf(town.Seed('h').Zone), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_gate_on_a_public_path_lets_nobody_through_and_both_sides_can_be_walked_to()
    {
        Town town = Town.Draw("a──g──b").Gate('g', Passage.Blocked);
        Assert.Null(town.WalkMetres('a', 'b'));
        Assert.Equal(300, town.WalkMetres('a', 'g') ?? town.WalkMetres('b', 'g'));
    }

    [Fact]
    public void What_if_a_gate_were_open_is_asked_without_building_anew()
    {
        Town town = Estate(Passage.Terminal, Passage.Terminal);
        NetworkOverlay opened = town.Network.WheneverOpen.With("g", Passage.Free).With("k", Passage.Free);
        Assert.Equal(800, town.WalkMetres('a', 'b', opened));
        Assert.Equal(1_400, town.WalkMetres('a', 'b'));
        Assert.Throws<ArgumentException>(() => opened.With("x", Passage.Free));
    }

    [Fact]
    public void At_night_one_walks_round_the_park()
    {
        Town town = Town.Draw(
                """
                a─g──k─b
                  │  │
                  │  │
                  └──┘
                """
            )
            .Zoned("..pppp..")
            .Gate('g', Passage.Free, "p", "06:00-22:00")
            .Gate('k', Passage.Free, "p", "06:00-22:00");
        NetworkOverlay noon = NetworkOverlay.At(town.Network, DayOfWeek.Monday, new TimeOnly(12, 0));
        NetworkOverlay night = NetworkOverlay.At(town.Network, DayOfWeek.Monday, new TimeOnly(23, 0));
        Assert.Equal(700, town.WalkMetres('a', 'b'));
        Assert.Equal(700, town.WalkMetres('a', 'b', noon));
        Assert.Equal(1_300, town.WalkMetres('a', 'b', night));
    }

    [Fact]
    public void A_way_with_hours_is_closed_outside_them()
    {
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 100, 0).Node(3, 200, 0).Node(4, 200, 300).Node(5, 0, 300);
        survey.Way(1, 2).Add(new WayTraits { Hours = "08:00-18:00" }, [2, 3]).Way(2, 5, 4, 3);
        survey.Add(new WayTraits { Hours = "whenever the moon is full" }, [1, 5]);
        WalkingNetwork network = survey.Build();
        WalkingSearch search = new(network);
        SnapPoint from = ShortestWalkSpecs.On(network, survey.PositionOf(1));
        SnapPoint to = ShortestWalkSpecs.On(network, survey.PositionOf(4));
        search.Run([from], Pace.Planning, int.MaxValue);
        int? always = search.WalkMs(to);
        search.Run(
            [from],
            Pace.Planning,
            int.MaxValue,
            overlay: NetworkOverlay.At(network, DayOfWeek.Friday, new(9, 0))
        );
        Assert.Equal(always, search.WalkMs(to));
        Assert.Equal(500_000, always);
        search.Run(
            [from],
            Pace.Planning,
            int.MaxValue,
            overlay: NetworkOverlay.At(network, DayOfWeek.Friday, new(19, 0))
        );
        Assert.Equal(500_000, search.WalkMs(to)); // by the way whose hours nobody understood: 300 + 200 m
        Assert.Equal(["whenever the moon is full"], survey.Report.UnknownHours);
    }

    [Fact]
    public void Walks_obey_the_gates_as_all_simple_paths_of_small_random_towns_do()
    {
        int walks = 0;
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    WalkingNetwork network = RandomZones.Make(seed).Build();
                    walks += CompareWithAllPaths(network, WalkDirection.Forward);
                    walks += CompareWithAllPaths(network, WalkDirection.Reverse);
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Assert.True(walks > 10_000, $"Only {walks} walks were compared.");
    }

    [Fact]
    public void Closing_a_gate_never_shortens_a_walk_and_opening_one_never_lengthens_it() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    WalkingNetwork network = RandomZones.Make(seed).Build();
                    string[] codes = [.. network.Gates.Select(gate => gate.GateCode).OfType<string>().Distinct()];
                    foreach (string code in codes)
                    {
                        CompareStricter(
                            network,
                            network.WheneverOpen.With(code, Passage.Free),
                            network.WheneverOpen.With(code, Passage.Terminal)
                        );
                        CompareStricter(
                            network,
                            network.WheneverOpen.With(code, Passage.Terminal),
                            network.WheneverOpen.With(code, Passage.Blocked)
                        );
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void A_walk_is_as_long_when_it_is_asked_for_from_its_other_end() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    WalkingNetwork network = RandomZones.Make(seed).Build();
                    WalkingSearch forward = new(network);
                    WalkingSearch reverse = new(network);
                    for (int from = 0; from < network.LinkCount; from++)
                    {
                        forward.Run([Middle(network, from)], Pace.Planning, int.MaxValue);
                        for (int to = 0; to < network.LinkCount; to++)
                        {
                            reverse.Run([Middle(network, to)], Pace.Planning, int.MaxValue, WalkDirection.Reverse);
                            Assert.Equal(forward.WalkMs(Middle(network, to)), reverse.WalkMs(Middle(network, from)));
                        }
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Who_has_left_his_estate_comes_back_to_visit_but_not_to_walk_through()
    {
        // The estate lies on both sides of a street: h lives in the west of it, m in the east.
        Town town = Town.Draw(
                """
                h─i─┬─j─m─k─┬─b
                    │       │
                    │       │
                    └───────┘
                """
            )
            .Zoned("AA     AAA")
            .Gate('i', Passage.Terminal, "A")
            .Gate('j', Passage.Terminal, "A")
            .Gate('k', Passage.Terminal, "A");
        Assert.Equal(800, town.WalkMetres('h', 'm'));
        Assert.Equal(2_000, town.WalkMetres('h', 'b')); // round, not the 1,400 m through the east
        Assert.Equal(2_000, town.WalkMetres('b', 'h'));
        Assert.Equal(600, town.WalkMetres('m', 'b'));
    }

    private static Town Draw(char zone = 'A')
    {
        // The estate is the row between g and k; the street round it goes below.
        string inside = new(zone, 3);
        return Town.Draw(
                """
                a─g─h─k─b
                  │   │
                  │   │
                  └───┘
                """
            )
            .Zoned($"...{inside}...");
    }

    private static Town Estate(Passage west, Passage east) => Draw().Gate('g', west, "A").Gate('k', east, "A");

    /// <summary>Court B inside estate A; h lives in B, n and m in A on both sides of it, a outside.</summary>
    private static Town Nested() =>
        Town.Draw(
                """
                a─g─n─i─h─j─m
                    │       │
                    └───────┘
                """
            )
            .Zoned(
                """
                ...AAABBBAAAA
                ...AAAAAAAAAA
                ...AAAAAAAAAA
                """,
                "BA"
            )
            .Gate('g', Passage.Terminal, "A")
            .Gate('i', Passage.Terminal, "B")
            .Gate('j', Passage.Terminal, "B");

    private static int CompareWithAllPaths(WalkingNetwork network, WalkDirection direction)
    {
        AllPaths oracle = new(network, direction);
        WalkingSearch search = new(network);
        int compared = 0;
        for (int link = 0; link < network.LinkCount; link++)
        {
            SnapPoint seed = Middle(network, link);
            search.Run([seed], Pace.Planning, int.MaxValue, direction);
            int[] expected = oracle.From(seed);
            for (int node = 0; node < network.NodeCount; node++)
            {
                Assert.Equal(expected[node] == int.MaxValue ? null : expected[node], search.WalkMs(new NodeId(node)));
                compared++;
            }
        }

        return compared;
    }

    private static void CompareStricter(WalkingNetwork network, NetworkOverlay freer, NetworkOverlay stricter)
    {
        WalkingSearch free = new(network);
        WalkingSearch strict = new(network);
        for (int link = 0; link < network.LinkCount; link++)
        {
            free.Run([Middle(network, link)], Pace.Planning, int.MaxValue, WalkDirection.Forward, freer);
            strict.Run([Middle(network, link)], Pace.Planning, int.MaxValue, WalkDirection.Forward, stricter);
            for (int node = 0; node < network.NodeCount; node++)
            {
                int freely = free.WalkMs(new NodeId(node)) ?? int.MaxValue;
                int strictly = strict.WalkMs(new NodeId(node)) ?? int.MaxValue;
                Assert.True(freely <= strictly, $"Node {node}: {freely} ms with the gate freer, else {strictly} ms.");
            }
        }
    }

    internal static SnapPoint Middle(WalkingNetwork network, int link)
    {
        LinkId id = new(link);
        int offsetMm = network.LengthMm(id) / 2;
        return new SnapPoint(id, offsetMm, 0, network.PositionAt(id, offsetMm), network.ZoneOf(id));
    }
}
