using Neighbor.Gis.Ingest.Osm;
using Neighbor.Gis.Testing;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>A hundred thousand walks on networks of links against a textbook search on the pieces of the ways.</summary>
public sealed class ContractionSpecs(ITestOutputHelper output)
{
    private const int Origins = 200;
    private const int DestinationsOfEach = 500;
    private const string LasPalmas = "osm/las-palmas-2023/las_palmas_20230221.osm.pbf";

    [Fact]
    public void Walks_in_a_big_town_are_as_long_as_its_uncontracted_ways_say() =>
        Compare([.. BigTown.Make(1.5 * BigTown.SmallMetres, seed: 8).Survey()]);

    /// <summary>Public ways only: a textbook search knows no gates.</summary>
    [Fact]
    public void Walks_in_a_real_city_are_as_long_as_its_uncontracted_ways_say()
    {
        string? path = RepositoryFiles.FindReal(LasPalmas);
        if (path is null)
        {
            Assert.Skip($"SKIPPED: no {LasPalmas} here. Name the folder of the real data in NEIGHBOR_REAL_DATA.");
        }

        Compare([.. OsmImport.Read(path).Delivery.Ways.Where(way => way.Access == WayAccess.Public)]);
    }

    private void Compare(SurveyedWay[] ways)
    {
        WalkingNetworkBuilder builder = new();
        Array.ForEach(ways, way => builder.AddWay(way));
        WalkingNetwork network = builder.Build();
        SurveyedStreets streets = new(ways);
        StreetPlaces places = new(streets, network);
        SnapPoint?[] placeOf = [.. Enumerable.Range(0, streets.Positions.Count).Select(places.OfNode)];
        int[] placed = [.. Enumerable.Range(0, placeOf.Length).Where(node => placeOf[node] is not null)];
        Assert.True(placed.Length > 0.99 * placeOf.Length, $"{placed.Length} of {placeOf.Length} nodes have a place.");

        TextbookWalks textbook = new(streets, Pace.Planning);
        WalkingSearch search = new(network);
        Random random = new(20261125);
        int walked = 0;
        for (int i = 0; i < Origins; i++)
        {
            int origin = placed[random.Next(placed.Length)];
            long?[] expected = textbook.From(origin);
            search.Run([placeOf[origin]!.Value], Pace.Planning, int.MaxValue);
            for (int j = 0; j < DestinationsOfEach; j++)
            {
                int destination = placed[random.Next(placed.Length)];
                Assert.Equal(expected[destination], search.WalkMs(placeOf[destination]!.Value));
                walked += expected[destination] is null ? 0 : 1;
            }
        }

        output.WriteLine(
            $"{Origins * DestinationsOfEach} pairs, {walked} of them joined, "
                + $"on {placeOf.Length} nodes of the survey and {network.NodeCount} of the network."
        );
        Assert.True(walked > 0.8 * Origins * DestinationsOfEach, $"{walked} walks compared");
    }
}
