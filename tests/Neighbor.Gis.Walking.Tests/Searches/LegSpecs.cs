using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

public sealed class LegSpecs
{
    [Fact]
    public void The_legs_of_a_walk_join_take_as_long_as_it_and_pass_gates_that_let_it_pass() =>
        RandomScenes.Check(
            (network, places, random) =>
            {
                WalkingSearch search = new(network);
                Snapping.Snapped[] all = [.. places.OfType<Snapping.Snapped>()];
                foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                {
                    foreach (Snapping.Snapped from in all.Take(4))
                    {
                        search.Run(from.ToArray(), Pace.Adult, random.Next(900_000), direction);
                        foreach (Snapping.Snapped to in all)
                        {
                            if (search.PathTo(to) is { } path)
                            {
                                CheckLegs(network, path);
                            }
                        }
                    }
                }
            }
        );

    [Fact]
    public void A_walk_through_an_estate_names_its_gates_in_the_order_of_walking()
    {
        Town town = Town.Draw("a─g─h─k─b").Zoned("...AAA").Gate('g', Passage.Free, "A").Gate('k', Passage.Free, "A");
        foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
        {
            WalkingSearch search = new(town.Network);
            search.Run([town.Seed(direction == WalkDirection.Forward ? 'a' : 'b')], Pace.Planning, 900_000, direction);
            WalkPath path = search.PathTo(town.Seed(direction == WalkDirection.Forward ? 'b' : 'a'))!;
            Assert.Equal(
                [("g", true), ("k", false)],
                path.Legs.OfType<WalkLeg.Through>().Select(leg => (town.Network.Gates[leg.Gate].GateCode, leg.IsInward))
            );
        }
    }

    private static void CheckLegs(WalkingNetwork network, WalkPath path)
    {
        long walkMs = Pace.Adult.AccessMs(path.From.AccessMm) + Pace.Adult.AccessMs(path.To.AccessMm);
        int? node = null;
        for (int i = 0; i < path.Legs.Count; i++)
        {
            switch (path.Legs[i])
            {
                case WalkLeg.Along along:
                    walkMs += along.WalkMs;
                    Assert.True(i == 0 || EndOf(network, along.Link, along.FromMm) == node);
                    node = EndOf(network, along.Link, along.ToMm);
                    Assert.True(node is not null || i == path.Legs.Count - 1);
                    break;
                case WalkLeg.Through through:
                    GateArc gate = network.Gates[through.Gate];
                    Assert.NotEqual(Passage.Blocked, gate.Passage);
                    Assert.NotEqual(through.IsInward ? GateDirection.OutOnly : GateDirection.InOnly, gate.Direction);
                    Assert.Equal(through.IsInward ? gate.OuterNode.Value : gate.InnerNode.Value, node);
                    node = through.IsInward ? gate.InnerNode.Value : gate.OuterNode.Value;
                    break;
            }
        }

        Assert.Equal(path.WalkMs, walkMs);
    }

    private static int? EndOf(WalkingNetwork network, LinkId link, int offsetMm) =>
        offsetMm == 0 ? network.TailOf(link).Value
        : offsetMm == network.LengthMm(link) ? network.HeadOf(link).Value
        : null;
}
