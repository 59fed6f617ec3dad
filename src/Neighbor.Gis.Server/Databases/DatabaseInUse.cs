using Neighbor.Gis.Postgis;
using Neighbor.Gis.Postgis.Cluster;
using Npgsql;

namespace Neighbor.Gis.Server.Databases;

/// <summary>The database this process works with: the one that the configuration names, or else its private cluster.</summary>
/// <remarks>
/// <para>A named database may be away when the service starts, and is waited for. The private cluster is the service's own to
/// start, and to stop when the last program that uses it ends.</para>
/// </remarks>
public sealed class DatabaseInUse : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly PrivateCluster? _cluster;
    private bool _isMigrated;

    private DatabaseInUse(string connectionString, PrivateCluster? cluster)
    {
        ConnectionString = connectionString;
        Source = GisDatabase.Connect(connectionString);
        _cluster = cluster;
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Its connections.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Where its data is, for people; null where the configuration names it.</summary>
    public string? PrivateHome => _cluster?.Home;

    /// <summary>Opens it. A named database is not asked anything yet.</summary>
    /// <exception cref="PostgresMissingException">No database was named, and PostgreSQL or PostGIS is not installed.</exception>
    /// <exception cref="ClusterException">No database was named, and the private cluster did not start.</exception>
    public static async Task<DatabaseInUse> OpenAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        string? named = configuration.GetConnectionString(GisDatabase.ConnectionName);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return new DatabaseInUse(named, cluster: null);
        }

        PrivateCluster cluster = await PrivateCluster.StartAsync(
            PrivateClusterOptions.FromEnvironment(),
            cancellationToken
        );
        return new DatabaseInUse(cluster.ConnectionString, cluster);
    }

    /// <summary>Brings its tables up to date, once.</summary>
    public async Task EnsureMigratedAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_isMigrated)
            {
                await GisDatabase.MigrateAsync(ConnectionString, cancellationToken);

                // The types of the geometry extension may have come into being just now.
                await Source.ReloadTypesAsync(cancellationToken);
                _isMigrated = true;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the connections and leaves the private cluster; its last user stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        _turn.Dispose();
    }
}
