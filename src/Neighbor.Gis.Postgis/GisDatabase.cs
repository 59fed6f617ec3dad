using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Postgis.Cluster;
using Neighbor.Gis.Postgis.Mapping;
using Neighbor.Gis.Postgis.Schema;
using Npgsql;

namespace Neighbor.Gis.Postgis;

/// <summary>The database a program works with: one that was named, or the private cluster. Migrated, and open.</summary>
public sealed class GisDatabase : IAsyncDisposable
{
    /// <summary>The setting that names a database; as a variable <c>ConnectionStrings__Gis</c>.</summary>
    public const string ConnectionName = "Gis";

    private GisDatabase(string connectionString, NpgsqlDataSource source, PrivateCluster? cluster)
    {
        ConnectionString = connectionString;
        Source = source;
        Cluster = cluster;
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Its connections; they know geometries.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The private cluster it is in, or null where a database was named.</summary>
    public PrivateCluster? Cluster { get; }

    /// <summary>Opens the database that is named, or else the one of the private cluster, which is made if need be.</summary>
    /// <param name="connectionString">What <c>ConnectionStrings__Gis</c> says; null or empty for the private cluster.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <exception cref="PostgresMissingException">No database was named, and PostgreSQL or PostGIS is not installed.</exception>
    /// <exception cref="ClusterException">No database was named, and the private cluster did not start.</exception>
    public static async Task<GisDatabase> OpenAsync(
        string? connectionString,
        CancellationToken cancellationToken = default
    )
    {
        if (!string.IsNullOrWhiteSpace(connectionString))
        {
            await MigrateAsync(connectionString, cancellationToken);
            return new GisDatabase(connectionString, Connect(connectionString), cluster: null);
        }

        PrivateCluster cluster = await PrivateCluster.StartAsync(
            PrivateClusterOptions.FromEnvironment(),
            cancellationToken
        );
        try
        {
            await MigrateAsync(cluster.ConnectionString, cancellationToken);
            return new GisDatabase(cluster.ConnectionString, Connect(cluster.ConnectionString), cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the migrations that the database has not seen; programs that come at once wait for each other.</summary>
    /// <returns>The names of the migrations that were run.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        string connectionString,
        CancellationToken cancellationToken = default
    )
    {
        // A data source of its own: Npgsql reads the types of a database once, and before this there may be no geometry yet.
        await using NpgsqlDataSource source = new NpgsqlDataSourceBuilder(connectionString + ";Pooling=false").Build();

        // EF Core's own lock is on its history table, which the first two programs would both want to make.
        await using NpgsqlConnection turn = await source.OpenConnectionAsync(cancellationToken);
        await using (var take = new NpgsqlCommand("select pg_advisory_lock(7310868735485896561)", turn))
        {
            take.CommandTimeout = 0;
            await take.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var context = new NeighborContext(ContextOptions.For(source));
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        List<string> pending = [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
        if (pending.Count > 0)
        {
            await context.Database.MigrateAsync(cancellationToken);
        }

        return pending;
    }

    /// <summary>A pool of connections that know geometries, to a database that is migrated.</summary>
    public static NpgsqlDataSource Connect(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).UseNetTopologySuite().Build();

    /// <summary>A context for one piece of work.</summary>
    public NeighborContext NewContext() => new(ContextOptions.For(Source));

    /// <summary>Closes the connections and leaves the private cluster; its last user stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (Cluster is not null)
        {
            await Cluster.DisposeAsync();
        }
    }
}
