using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

public sealed class WalkMatrixSpecs
{
    [Fact]
    public void Every_cell_is_the_walk_that_a_search_of_its_own_would_find_whichever_side_is_longer() =>
        RandomScenes.Check(
            (network, places, random) =>
            {
                Snapping.Snapped?[] all = Array.ConvertAll(places, place => place as Snapping.Snapped);
                Snapping.Snapped?[] origins = all[..random.Next(1, 12)];
                Snapping.Snapped?[] destinations = all[random.Next(1, 20)..];
                int limitMs = random.Next(900_000);
                int[] walkMs = new int[origins.Length * destinations.Length];
                new WalkMatrix(network) { Cores = 2 }.Fill(origins, destinations, Pace.Child, limitMs, walkMs);
                WalkingSearch search = new(network);
                for (int i = 0; i < origins.Length; i++)
                {
                    search.Run(origins[i]?.ToArray() ?? [], Pace.Child, limitMs);
                    for (int j = 0; j < destinations.Length; j++)
                    {
                        int? expected = destinations[j] is { } to ? search.WalkMs(to) : null;
                        Assert.Equal(expected ?? WalkMatrix.Unreached, walkMs[(i * destinations.Length) + j]);
                    }
                }
            },
            tests: 80
        );

    [Fact]
    public void A_walk_to_one_place_is_as_long_as_in_a_search_that_goes_on_and_its_course_is_the_same() =>
        RandomScenes.Check(
            (network, places, random) =>
            {
                WalkingSearch whole = new(network);
                WalkingSearch stopped = new(network);
                Snapping.Snapped[] all = [.. places.OfType<Snapping.Snapped>()];
                if (all.Length == 0)
                {
                    return;
                }

                foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                {
                    SnapPoint[] seeds = all[0].ToArray();
                    int limitMs = random.Next(900_000);
                    whole.Run(seeds, Pace.Frail, limitMs, direction);
                    foreach (Snapping.Snapped target in all)
                    {
                        int? walkMs = stopped.RunTo(seeds, target, Pace.Frail, limitMs, direction);
                        Assert.Equal(whole.WalkMs(target), walkMs);
                        Assert.Equal(whole.PathTo(target)?.LengthMm, stopped.PathTo(target)?.LengthMm);
                    }
                }
            }
        );

    [Fact]
    public void A_matrix_of_another_size_than_its_room_is_refused()
    {
        Town town = Town.Draw("a──b");
        Assert.Throws<ArgumentException>(() =>
            new WalkMatrix(town.Network).Fill([null], [null, null], Pace.Planning, 1, new int[3])
        );
    }

    [Fact]
    public void A_matrix_tells_how_far_it_is_and_stops_when_it_is_told_to()
    {
        Town town = Town.Draw("a──b");
        Snapping.Snapped?[] places = [(Snapping.Snapped)town.Snap(town.At('a')), null];
        List<int> told = [];
        WalkMatrix matrix = new(town.Network);
        matrix.Fill(places, places, Pace.Planning, 1, new int[4], progress: new Told(told));
        Assert.Equal([1, 2], told);
        Assert.Throws<OperationCanceledException>(() =>
            matrix.Fill(places, places, Pace.Planning, 1, new int[4], cancellationToken: new CancellationToken(true))
        );
    }

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
