using Neighbor.Gis.Postgis;
using Neighbor.Gis.Postgis.Cluster;
using Neighbor.Gis.Postgis.Schema;
using Npgsql;

namespace Neighbor.Gis.Testing.Databases;

/// <summary>
/// An empty, migrated database for one test class: a copy of a template in a throw-away cluster that the whole test program
/// shares. Made in a fraction of a second, dropped when disposed; the cluster goes with the program.
/// </summary>
/// <remarks>
/// <para>Without PostgreSQL the test is skipped, loudly; where <c>NEIGHBOR_REQUIRE_POSTGIS=1</c> it fails.</para>
/// <para>Threads: safe.</para>
/// </remarks>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string TemplateName = "neighbor_template";

    /// <summary>What xunit.v3 takes for a skip when a message begins with it.</summary>
    private const string SkipToken = "$XunitDynamicSkip$";

    private static readonly Lazy<Task<PrivateCluster>> SharedCluster = new(StartAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);
    private static int _count;

    private readonly PrivateCluster _cluster;
    private readonly string _name;

    private TestDatabase(PrivateCluster cluster, string name)
    {
        _cluster = cluster;
        _name = name;
        ConnectionString = cluster.ConnectionStringTo(name) + ";Include Error Detail=true";
        Source = GisDatabase.Connect(ConnectionString);
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Its connections; they know geometries.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Copies the template.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        PrivateCluster cluster = await ClusterAsync();
        string name = $"test_{Interlocked.Increment(ref _count)}";

        // PostgreSQL refuses to copy one template twice at a time.
        await OneCopyAtATime.WaitAsync();
        try
        {
            await ExecuteAsync(cluster, $"create database {name} template {TemplateName}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return new TestDatabase(cluster, name);
    }

    /// <summary>A context for one piece of work.</summary>
    public NeighborContext NewContext() => new(ContextOptions.For(Source));

    /// <summary>Closes the connections and drops the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await ExecuteAsync(_cluster, $"drop database {_name} with (force)");
    }

    private static async Task<PrivateCluster> ClusterAsync()
    {
        try
        {
            return await SharedCluster.Value;
        }
        catch (PostgresMissingException missing)
            when (Environment.GetEnvironmentVariable("NEIGHBOR_REQUIRE_POSTGIS") != "1")
        {
            throw new InvalidOperationException($"{SkipToken}NOT TESTED AGAINST POSTGIS: {missing.Message}", missing);
        }
    }

    private static async Task<PrivateCluster> StartAsync()
    {
        PrivateCluster cluster = await PrivateCluster.StartAsync(PrivateClusterOptions.ThrowAway());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await ExecuteAsync(cluster, $"create database {TemplateName}");
        await GisDatabase.MigrateAsync(cluster.ConnectionStringTo(TemplateName));
        return cluster;
    }

    private static async Task ExecuteAsync(PrivateCluster cluster, string statement)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
