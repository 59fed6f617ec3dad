using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

public sealed class AllocationSpecs
{
    private static readonly Survey Town = RandomSurvey.Make(11, 200, 1.6);

    [Fact]
    public void A_warm_search_allocates_nothing()
    {
        (WalkingNetwork network, Snapping.Snapped[] places) = Build();
        WalkingSearch search = new(network);
        SnapPoint[] seeds = places[0].ToArray();
        long sum = 0;
        AssertNothingAllocated(() =>
        {
            search.Run(seeds, Pace.Adult, 900_000);
            foreach (Snapping.Snapped place in places)
            {
                sum += search.WalkMs(place) ?? 0;
            }
        });
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void A_warm_search_at_a_moment_and_toward_its_seeds_allocates_nothing()
    {
        (WalkingNetwork network, Snapping.Snapped[] places) = Build();
        WalkingSearch search = new(network);
        NetworkOverlay night = NetworkOverlay.At(network, DayOfWeek.Sunday, new TimeOnly(3, 0));
        SnapPoint[] seeds = places[1].ToArray();
        AssertNothingAllocated(() => search.Run(seeds, Pace.Frail, 900_000, WalkDirection.Reverse, night));
    }

    [Fact]
    public void A_warm_search_for_the_nearest_allocates_nothing()
    {
        (WalkingNetwork network, Snapping.Snapped[] places) = Build();
        NearestSearch nearest = new(network);
        PlacedPoints points = new(network, places);
        SnapPoint[] seeds = places[0].ToArray();
        List<NearPoint> found = [];
        Predicate<int> isEligible = static point => point % 3 == 0;
        AssertNothingAllocated(() =>
            nearest.Run(seeds, points, 5, Pace.Planning, 900_000, found, WalkDirection.Reverse, isEligible)
        );
        Assert.Equal(5, found.Count);
    }

    [Fact]
    public void A_warm_catchment_allocates_nothing()
    {
        (WalkingNetwork network, Snapping.Snapped[] places) = Build();
        CatchmentSearch catchment = new(network);
        PlacedPoints sources = new(network, [.. places.Take(20)]);
        long sum = 0;
        AssertNothingAllocated(() =>
        {
            catchment.Run(sources, Pace.Elder, 900_000);
            foreach (Snapping.Snapped place in places)
            {
                sum += catchment.NearestTo(place)?.WalkMs ?? 0;
            }
        });
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void Warm_stretches_allocate_nothing()
    {
        (WalkingNetwork network, Snapping.Snapped[] places) = Build();
        WalkingSearch search = new(network);
        List<Stretch> stretches = [];
        search.Run(places[0].ToArray(), Pace.Planning, 900_000);
        AssertNothingAllocated(() =>
        {
            stretches.Clear();
            search.ReachedInto(600_000, stretches);
        });
        Assert.NotEmpty(stretches);
    }

    [Fact]
    public void A_warm_search_round_closed_lines_allocates_nothing()
    {
        (WalkingNetwork network, Snapping.Snapped[] places) = Build();
        WalkingSearch search = new(network);
        NetworkOverlay overlay = Closed(network);
        SnapPoint[] seeds = places[0].ToArray();
        long sum = 0;
        AssertNothingAllocated(() =>
        {
            search.Run(seeds, Pace.Child, 900_000, WalkDirection.Forward, overlay);
            foreach (Snapping.Snapped place in places)
            {
                sum += search.WalkMs(place) ?? 0;
            }
        });
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void A_warm_search_to_one_place_allocates_nothing()
    {
        (WalkingNetwork network, Snapping.Snapped[] places) = Build();
        WalkingSearch search = new(network);
        NetworkOverlay overlay = Closed(network);
        SnapPoint[] seeds = places[0].ToArray();
        long sum = 0;
        AssertNothingAllocated(() =>
        {
            foreach (Snapping.Snapped place in places)
            {
                sum += search.RunTo(seeds, place, Pace.Adult, 900_000) ?? 0;
                sum += search.RunTo(seeds, place, Pace.Adult, 900_000, WalkDirection.Reverse, overlay) ?? 0;
            }
        });
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void A_warm_search_for_the_nearest_round_closed_lines_allocates_nothing()
    {
        (WalkingNetwork network, Snapping.Snapped[] places) = Build();
        NearestSearch nearest = new(network);
        PlacedPoints points = new(network, places);
        NetworkOverlay overlay = Closed(network);
        SnapPoint[] seeds = places[0].ToArray();
        List<NearPoint> found = [];
        AssertNothingAllocated(() =>
            nearest.Run(seeds, points, 8, Pace.Planning, 900_000, found, WalkDirection.Reverse, null, overlay)
        );
        Assert.Equal(8, found.Count);
    }

    [Fact]
    public void Warm_catchments_of_several_ranks_allocate_nothing_with_and_without_closed_lines()
    {
        (WalkingNetwork network, Snapping.Snapped[] places) = Build();
        RankedCatchmentSearch ranked = new(network, 3);
        PlacedPoints sources = new(network, [.. places.Take(20)]);
        NetworkOverlay overlay = Closed(network);
        NearestSource[] found = new NearestSource[3];
        int count = 0;
        AssertNothingAllocated(() =>
        {
            ranked.Run(sources, Pace.Elder, 900_000);
            count += CountFor(places);
            ranked.Run(sources, Pace.Elder, 900_000, overlay: overlay);
            count += CountFor(places);
        });
        Assert.NotEqual(0, count);

        int CountFor(Snapping.Snapped[] targets)
        {
            int written = 0;
            foreach (Snapping.Snapped target in targets)
            {
                written += ranked.NearestInto(target, found);
            }

            return written;
        }
    }

    /// <summary>A line across the middle of the town.</summary>
    private static NetworkOverlay Closed(WalkingNetwork network) =>
        network.WheneverOpen.Closing(new LineString([Ground.CoordinateAt(500, 100), Ground.CoordinateAt(520, 800)]));

    private static (WalkingNetwork, Snapping.Snapped[]) Build()
    {
        WalkingNetwork network = Town.Build();
        Snapper snapper = new(network);
        Snapping.Snapped[] places =
        [
            .. Enumerable
                .Range(0, 100)
                .Select(i => snapper.Snap(Ground.At(i * 10, i * 37 % 1_000)))
                .OfType<Snapping.Snapped>(),
        ];
        return (network, places);
    }

    private static void AssertNothingAllocated(Action run)
    {
        const int WarmUps = 40;
        for (int i = 0; i < WarmUps; i++)
        {
            run();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
