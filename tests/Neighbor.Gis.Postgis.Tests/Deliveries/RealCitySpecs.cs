using System.Diagnostics;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Ingest.Osm;
using Neighbor.Gis.Layers.Tiles;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.Postgis.Snapshots;
using Neighbor.Gis.Postgis.Tests.Tiles;
using Neighbor.Gis.Postgis.Tiles;
using Neighbor.Gis.Testing;
using Neighbor.Gis.Testing.Databases;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Deliveries;

public sealed class RealCitySpecs(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task A_city_of_twenty_thousand_buildings_is_stored_read_and_drawn_whole()
    {
        string? path = RepositoryFiles.FindReal("osm/las-palmas-2023/las_palmas_20230221.osm.pbf");
        if (path is null)
        {
            Assert.Skip("SKIPPED: the real data is not here. Name its folder in NEIGHBOR_REAL_DATA.");
        }

        (Delivery city, _) = OsmImport.Read(path);
        await using TestDatabase database = await TestDatabase.CreateAsync();
        var store = new DeliveryStore(database.Source);
        var watch = Stopwatch.StartNew();

        DeliveryReceipt first = await store.ReplaceAsync(city, "load", "tester");
        output.WriteLine($"stored {city.Buildings.Count} buildings and {city.Ways.Count} ways in {first.Took}");
        DeliveryReceipt again = await store.ReplaceAsync(city, "load", "tester");
        output.WriteLine($"stored again in {again.Took}");
        watch.Restart();
        LedgerSnapshot snapshot = await new SnapshotReader(database.Source).ReadAsync(Today);
        output.WriteLine($"read in {watch.Elapsed}");
        watch.Restart();
        LedgerSnapshot warm = await new SnapshotReader(database.Source).ReadAsync(Today);
        output.WriteLine($"read again in {watch.Elapsed}");
        watch.Restart();
        byte[] tile = await new TileQueries(database.Source).GetAsync(
            TileLayer.Find("buildings")!,
            WebMercatorTile.At(new Spatial.Position(-15.43, 28.12), 14),
            Today,
            CancellationToken.None
        );
        int drawn = MvtTile.Read(tile)["buildings"].Count;
        output.WriteLine($"tile of {drawn} buildings, {tile.Length} bytes, in {watch.Elapsed}");

        Assert.True(city.Buildings.Count > 20_000);
        Assert.Equal(city.Buildings.Count, first.Tables["building"].Inserted);
        Assert.Null(again.LastSeq);
        Assert.Equal(city.Buildings.Count, snapshot.Buildings.Count);
        Assert.Equal(city.Ways.Count, warm.Ways.Count);
        Assert.Equal(city.ServicePoints.Count, snapshot.ServicePoints.Count);
        Assert.Equal(first.LastSeq, snapshot.ChangeSeq);
        Assert.True(drawn > 500);
    }
}
