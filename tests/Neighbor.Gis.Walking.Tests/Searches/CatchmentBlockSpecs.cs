using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>Catchments of a town too large for one block, by one core and by several.</summary>
public sealed class CatchmentBlockSpecs
{
    private const int Sources = 12;

    private static readonly Lazy<WalkingNetwork> Town = new(static () =>
    {
        WalkingNetworkBuilder builder = new();
        foreach (SurveyedWay way in BigTown.Make(1.8 * BigTown.SmallMetres, seed: 5).Survey())
        {
            builder.AddWay(way);
        }

        return builder.Build();
    });

    [Theory]
    [InlineData(1, 300_000)]
    [InlineData(1, 1_080_000)]
    [InlineData(1, 3_000_000)]
    [InlineData(1, int.MaxValue)]
    [InlineData(2, 1_080_000)]
    [InlineData(3, int.MaxValue)]
    public void Every_place_is_caught_by_the_source_nearest_to_it_across_blocks(int cores, int limitMs)
    {
        WalkingNetwork network = Town.Value;
        Assert.True(network.NodeCount > 2 << 13, $"{network.NodeCount} nodes fill no three blocks.");
        SnapPoint[] sources = [.. Spread(network, 41, Sources)];
        SnapPoint[] places = [.. Spread(network, 7, 4_000)];
        PlacedPoints points = new(network, [.. sources.Select(source => new Snapping.Snapped(source, null))]);
        CatchmentSearch catchment = new(network) { Cores = cores };
        for (int again = 0; again < 2; again++)
        {
            catchment.Run(points, Pace.Planning, limitMs);
        }

        NearestSource?[] expected = new NearestSource?[places.Length];
        WalkingSearch search = new(network);
        for (int source = 0; source < sources.Length; source++)
        {
            search.Run([sources[source]], Pace.Planning, limitMs, WalkDirection.Reverse);
            for (int place = 0; place < places.Length; place++)
            {
                if (search.WalkMs(places[place]) is { } walkMs && !(expected[place]?.WalkMs <= walkMs))
                {
                    expected[place] = new NearestSource(source, walkMs);
                }
            }
        }

        Assert.Equal(expected, places.Select(place => catchment.NearestTo(place)));
        Assert.Contains(expected, nearest => nearest is not null);
    }

    [Fact]
    public void A_search_that_is_cancelled_leaves_nothing_behind_for_the_next()
    {
        WalkingNetwork network = Town.Value;
        PlacedPoints points = new(network, [new Snapping.Snapped(Spread(network, 3, 1).First(), null)]);
        CatchmentSearch cancelled = new(network) { Cores = 2 };
        CatchmentSearch fresh = new(network);
        Assert.ThrowsAny<Exception>(() =>
            cancelled.Run(points, Pace.Planning, int.MaxValue, cancellationToken: new CancellationToken(true))
        );
        cancelled.Run(points, Pace.Planning, 900_000);
        fresh.Run(points, Pace.Planning, 900_000);
        SnapPoint[] places = [.. Spread(network, 13, 500)];
        Assert.Equal(
            places.Select(place => fresh.NearestTo(place)),
            places.Select(place => cancelled.NearestTo(place))
        );
    }

    private static IEnumerable<SnapPoint> Spread(WalkingNetwork network, int seed, int count)
    {
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            LinkId link = new(random.Next(network.LinkCount));
            int offsetMm = random.Next(network.LengthMm(link) + 1);
            yield return new SnapPoint(link, offsetMm, 0, network.PositionAt(link, offsetMm), ZoneId.Outside);
        }
    }
}
