using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

public sealed class RankedCatchmentSpecs
{
    [Fact]
    public void Every_place_has_the_sources_that_single_searches_would_name_in_their_order() =>
        RandomScenes.Check(
            (network, places, random) =>
            {
                int ranks = random.Next(1, 5);
                RankedCatchmentSearch ranked = new(network, ranks);
                WalkingSearch search = new(network);
                Snapping[] sources = [.. places.Take(8)];
                PlacedPoints points = new(network, sources);
                NearestSource[] found = new NearestSource[ranks];
                foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                {
                    int limitMs = random.Next(4) == 0 ? int.MaxValue : random.Next(800_000);
                    Predicate<int>? isCounted = random.Next(2) == 0 ? static point => point != 1 : null;
                    ranked.Run(points, Pace.Planning, limitMs, direction, isCounted);
                    foreach (Snapping.Snapped place in places.OfType<Snapping.Snapped>())
                    {
                        List<NearestSource> expected = [];
                        for (int source = 0; source < sources.Length; source++)
                        {
                            if (sources[source] is not Snapping.Snapped from || isCounted?.Invoke(source) == false)
                            {
                                continue;
                            }

                            search.Run(from.ToArray(), Pace.Planning, limitMs, direction);
                            if (search.WalkMs(place) is { } walkMs)
                            {
                                expected.Add(new NearestSource(source, walkMs));
                            }
                        }

                        int count = ranked.NearestInto(place, found);
                        Assert.Equal(
                            expected.OrderBy(one => one.WalkMs).ThenBy(one => one.Source).Take(ranks),
                            found[..count]
                        );
                    }
                }
            },
            tests: 60
        );

    [Fact]
    public void The_first_rank_is_the_catchment() =>
        RandomScenes.Check(
            (network, places, _) =>
            {
                PlacedPoints points = new(network, [.. places.Take(6)]);
                RankedCatchmentSearch ranked = new(network, 3);
                CatchmentSearch catchment = new(network);
                ranked.Run(points, Pace.Elder, 900_000);
                catchment.Run(points, Pace.Elder, 900_000);
                NearestSource[] found = new NearestSource[1];
                foreach (Snapping.Snapped place in places.OfType<Snapping.Snapped>())
                {
                    NearestSource? first = ranked.NearestInto(place, found) == 1 ? found[0] : null;
                    Assert.Equal(catchment.NearestTo(place), first);
                }
            }
        );

    [Fact]
    public void Where_there_are_fewer_sources_than_ranks_each_comes_once()
    {
        Town town = Town.Draw("a──b──c");
        RankedCatchmentSearch ranked = new(town.Network, 4);
        ranked.Run(
            new PlacedPoints(town.Network, [town.Snap(town.At('a')), town.Snap(town.At('c'))]),
            Pace.Planning,
            int.MaxValue
        );
        NearestSource[] found = new NearestSource[4];
        int count = ranked.NearestInto((Snapping.Snapped)town.Snap(town.At('b')), found);
        Assert.Equal([new NearestSource(0, 300_000), new NearestSource(1, 300_000)], found[..count]);
    }

    [Fact]
    public void No_rank_more_than_eight_and_sources_of_another_network_are_refused()
    {
        Town town = Town.Draw("a──b");
        Assert.Throws<ArgumentNullException>(() => new RankedCatchmentSearch(null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RankedCatchmentSearch(town.Network, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RankedCatchmentSearch(town.Network, 9));
        RankedCatchmentSearch ranked = new(town.Network, 8);
        PlacedPoints elsewhere = new(Town.Draw("a──b").Network, []);
        Assert.Throws<ArgumentException>(() => ranked.Run(elsewhere, Pace.Planning, 1));
        Assert.Throws<ArgumentNullException>(() => ranked.Run(null!, Pace.Planning, 1));
    }
}
