using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Postgis;
using Neighbor.Gis.Postgis.Cluster;
using Neighbor.Gis.Postgis.Deliveries;
using Npgsql;

namespace Neighbor.Gis.Benchmarks.Peers;

/// <summary>A migrated database in a private cluster that is thrown away afterwards, reached over its socket.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly PrivateCluster _cluster;
    private Delivery? _stored;

    private BenchDatabase(PrivateCluster cluster)
    {
        _cluster = cluster;
        // The peers' slow calls take minutes on three million nodes.
        Source = GisDatabase.Connect(
            cluster.ConnectionString + ";Command Timeout=0;Max Auto Prepare=20;Auto Prepare Min Usages=2"
        );
    }

    /// <summary>Its connections; they know geometries, and prepare what is asked twice.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Starts one; null where PostgreSQL or PostGIS is not installed.</summary>
    public static async Task<BenchDatabase?> StartAsync(CancellationToken cancellation)
    {
        try
        {
            PrivateCluster cluster = await PrivateCluster.StartAsync(PrivateClusterOptions.ThrowAway(), cancellation);
            try
            {
                await GisDatabase.MigrateAsync(cluster.ConnectionString, cancellation);
            }
            catch
            {
                await cluster.DisposeAsync(); // stopped by hand: the cluster must not stay behind
                throw;
            }

            return new BenchDatabase(cluster);
        }
        catch (PostgresMissingException missing)
        {
            Bench.Say($"NOT COMPARED WITH POSTGIS: {missing.Message}");
            return null;
        }
    }

    /// <summary>Stores a town the first time it is asked for.</summary>
    public async Task<Delivery> StoreAsync(MeasuredTown town, CancellationToken cancellation)
    {
        if (_stored is null)
        {
            Delivery delivery = TownDelivery.Of(town);
            Bench.Say("storing the town in the database");
            DeliveryReceipt receipt = await new DeliveryStore(Source).ReplaceAsync(
                delivery,
                "benchmark",
                "benchmark",
                cancellationToken: cancellation
            );
            Bench.Say($"stored in {receipt.Took.TotalSeconds:F1} s");
            await using NpgsqlCommand analyze = Source.CreateCommand("vacuum analyze");
            await analyze.ExecuteNonQueryAsync(cancellation);
            _stored = delivery;
        }

        return _stored;
    }

    /// <summary>Closes the connections and throws the cluster away.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _cluster.DisposeAsync();
    }
}
