using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

public sealed class NearestSpecs
{
    [Fact]
    public void The_nearest_are_those_that_a_search_from_the_seeds_to_each_would_name() =>
        RandomScenes.Check(
            (network, places, random) =>
            {
                NearestSearch nearest = new(network);
                WalkingSearch search = new(network);
                PlacedPoints points = new(network, places);
                Predicate<int> isEven = static point => point % 2 == 0;
                List<NearPoint> found = [];
                foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                {
                    foreach (Snapping.Snapped from in places.OfType<Snapping.Snapped>().Take(6))
                    {
                        int count = random.Next(1, 6);
                        int limitMs = random.Next(600_000);
                        Predicate<int>? isEligible = random.Next(2) == 0 ? isEven : null;
                        search.Run(from.ToArray(), Pace.Planning, limitMs, direction);
                        nearest.Run(
                            from.ToArray(),
                            points,
                            count,
                            Pace.Planning,
                            limitMs,
                            found,
                            direction,
                            isEligible
                        );
                        (int, int)[] expected =
                        [
                            .. Enumerable
                                .Range(0, places.Length)
                                .Where(point => isEligible is null || isEligible(point))
                                .Where(point => places[point] is Snapping.Snapped)
                                .Select(point => (Walk: search.WalkMs((Snapping.Snapped)places[point]), Point: point))
                                .Where(walk => walk.Walk is not null)
                                .Select(walk => (walk.Walk!.Value, walk.Point))
                                .Order()
                                .Take(count),
                        ];
                        Assert.Equal(expected, found.Select(point => (point.WalkMs, point.Point)));
                        Assert.All(found, point => Assert.Equal(point.WalkMs, nearest.PathTo(point)?.WalkMs));
                    }
                }
            }
        );

    [Fact]
    public void Only_points_come_to_are_asked_whether_they_count_and_once_each()
    {
        Town town = Town.Draw("a────b────c────d────e");
        PlacedPoints points = new(
            town.Network,
            [.. "bcdebcde".Select(place => town.Snap(town.At(place)))] // two in each place
        );
        List<int> asked = [];
        List<NearPoint> found = [];
        new NearestSearch(town.Network).Run(
            [town.Seed('a')],
            points,
            1,
            Pace.Planning,
            int.MaxValue,
            found,
            isEligible: point =>
            {
                asked.Add(point);
                return point is not (0 or 4);
            }
        );
        Assert.Equal(1, Assert.Single(found).Point); // c by its lower number
        Assert.Equal(asked.Distinct(), asked);
        Assert.DoesNotContain(3, asked);
    }

    [Fact]
    public void Of_two_equally_near_the_lower_number_comes_first_wherever_they_are()
    {
        Town town = Town.Draw("b────a────c");
        List<NearPoint> found = [];
        foreach (string order in (string[])["bc", "cb"])
        {
            PlacedPoints points = new(town.Network, [.. order.Select(place => town.Snap(town.At(place)))]);
            new NearestSearch(town.Network).Run([town.Seed('a')], points, 2, Pace.Planning, 500_000, found);
            Assert.Equal([0, 1], found.Select(point => point.Point));
        }
    }

    [Fact]
    public void A_point_off_the_network_keeps_its_number_and_is_never_found()
    {
        Town town = Town.Draw("a────b");
        PlacedPoints points = new(town.Network, [town.Snap(town.Near('a', 0, 999)), town.Snap(town.At('b'))]);
        List<NearPoint> found = [];
        new NearestSearch(town.Network).Run([town.Seed('a')], points, 5, Pace.Planning, int.MaxValue, found);
        Assert.Equal(1, Assert.Single(found).Point);
        Assert.Equal(2, points.Count);
        Assert.Equal(1, points.PlacedCount);
        Assert.Null(points.Find(0));
    }

    [Fact]
    public void Every_place_is_caught_by_the_source_nearest_to_it_by_any_single_search() =>
        RandomScenes.Check(
            (network, places, random) =>
            {
                CatchmentSearch catchment = new(network);
                WalkingSearch search = new(network);
                Snapping[] sources = [.. places.Take(8)];
                PlacedPoints points = new(network, sources);
                foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                {
                    int limitMs = random.Next(800_000);
                    Predicate<int>? isCounted = random.Next(2) == 0 ? static point => point != 1 : null;
                    catchment.Run(points, Pace.Planning, limitMs, direction, isCounted);
                    NearestSource?[] expected = new NearestSource?[places.Length];
                    for (int source = 0; source < sources.Length; source++)
                    {
                        if (sources[source] is not Snapping.Snapped from || isCounted?.Invoke(source) == false)
                        {
                            continue;
                        }

                        search.Run(from.ToArray(), Pace.Planning, limitMs, direction);
                        for (int place = 0; place < places.Length; place++)
                        {
                            int? walkMs = places[place] is Snapping.Snapped to ? search.WalkMs(to) : null;
                            if (walkMs is { } ms && (expected[place] is not { } best || ms < best.WalkMs))
                            {
                                expected[place] = new NearestSource(source, ms);
                            }
                        }
                    }

                    for (int place = 0; place < places.Length; place++)
                    {
                        NearestSource? actual = places[place] is Snapping.Snapped to ? catchment.NearestTo(to) : null;
                        Assert.Equal(expected[place], actual);
                    }

                    NearestSource[] all = new NearestSource[places.Length];
                    catchment.NearestInto(new PlacedPoints(network, places), all);
                    Assert.Equal(expected.Select(one => one ?? NearestSource.None), all);
                }
            }
        );

    [Fact]
    public void A_source_inside_an_estate_serves_its_neighbours_beyond_the_far_gate_too()
    {
        // The street's own source s is nearer to the near gate, but only t may leave by the far one.
        Town town = Town.Draw("s─g─t─k─b")
            .Zoned("...AAA...")
            .Gate('g', Passage.Terminal, "A")
            .Gate('k', Passage.Terminal, "A");
        PlacedPoints sources = new(town.Network, [town.Snap(town.At('s')), town.Snap(town.At('t'))]);
        CatchmentSearch catchment = new(town.Network);
        catchment.Run(sources, Pace.Planning, int.MaxValue);
        Assert.Equal(new NearestSource(1, 400_000), catchment.NearestTo(town.Seed('b')));
        Assert.Equal(new NearestSource(0, 0), catchment.NearestTo(town.Seed('s')));
    }

    [Fact]
    public void Adding_a_source_never_makes_a_walk_longer() =>
        RandomScenes.Check(
            (network, places, _) =>
            {
                CatchmentSearch few = new(network);
                CatchmentSearch more = new(network);
                few.Run(new PlacedPoints(network, [.. places.Take(4)]), Pace.Planning, 700_000);
                more.Run(new PlacedPoints(network, [.. places.Take(5)]), Pace.Planning, 700_000);
                foreach (Snapping.Snapped place in places.OfType<Snapping.Snapped>())
                {
                    Assert.True(
                        (more.NearestTo(place)?.WalkMs ?? int.MaxValue)
                            <= (few.NearestTo(place)?.WalkMs ?? int.MaxValue)
                    );
                }
            }
        );

    [Fact]
    public void Points_of_another_network_are_refused()
    {
        Town town = Town.Draw("a──b");
        PlacedPoints elsewhere = new(Town.Draw("a──b").Network, []);
        Assert.Throws<ArgumentException>(() =>
            new NearestSearch(town.Network).Run([town.Seed('a')], elsewhere, 1, Pace.Planning, 1, [])
        );
        Assert.Throws<ArgumentException>(() => new CatchmentSearch(town.Network).Run(elsewhere, Pace.Planning, 1));
    }

    [Fact]
    public void A_point_exactly_at_the_limit_is_found_and_none_beyond()
    {
        Town town = Town.Draw(
            """
            a──┬──b
               │
               c
            """
        );
        PlacedPoints points = new(town.Network, [town.Snap(town.At('c'))]);
        NearestSearch nearest = new(town.Network);
        List<NearPoint> found = [];
        nearest.Run([town.Seed('a')], points, 1, Pace.Planning, 500_000, found);
        Assert.Equal(500_000, Assert.Single(found).WalkMs);
        nearest.Run([town.Seed('a')], points, 1, Pace.Planning, 499_999, found);
        Assert.Empty(found);
    }

    [Fact]
    public void No_points_no_list_and_a_count_of_none_are_refused()
    {
        Town town = Town.Draw("a──b");
        PlacedPoints points = new(town.Network, []);
        NearestSearch nearest = new(town.Network);
        SnapPoint[] seeds = [town.Seed('a')];
        Assert.Throws<ArgumentNullException>(() => nearest.Run(seeds, null!, 1, Pace.Planning, 1, []));
        Assert.Throws<ArgumentNullException>(() => nearest.Run(seeds, points, 1, Pace.Planning, 1, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => nearest.Run(seeds, points, 0, Pace.Planning, 1, []));
    }
}
