using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>
/// A PostgreSQL server of the product's own: its own folder, a unix socket, no network port. Whoever needs it starts it or joins
/// those who use it already; the last one to leave stops it.
/// </summary>
/// <remarks>
/// <para>A killed user leaves the server running, and the next one joins it. A killed server is started again and recovers
/// what was committed. Two files in the home are locked: one while starting or stopping, one for as long as it is used.</para>
/// <para>Threads: safe.</para>
/// </remarks>
public sealed class PrivateCluster : IAsyncDisposable
{
    /// <summary>The user that owns everything in the cluster; only who may enter the socket's folder can be that user.</summary>
    public const string UserName = "neighbor";

    /// <summary>The database that is made with the cluster.</summary>
    public const string DatabaseName = "neighbor";

    internal const string UsersLock = "users.lock";
    private const string TurnLock = "turn.lock";
    private const int Port = 5432;

    private readonly PrivateClusterOptions _options;
    private FileStream? _use;

    private PrivateCluster(PrivateClusterOptions options, string socketFolder, FileStream use, bool isJoined)
    {
        _options = options;
        _use = use;
        SocketFolder = socketFolder;
        IsJoined = isJoined;
    }

    /// <summary>The folder that holds everything.</summary>
    public string Home => _options.Home;

    /// <summary>Where the socket is; Npgsql takes it as host.</summary>
    public string SocketFolder { get; }

    /// <summary>Whether the server ran already when this user came.</summary>
    public bool IsJoined { get; }

    /// <summary>How to reach the product's database.</summary>
    public string ConnectionString => ConnectionStringTo(DatabaseName);

    /// <summary>Starts the server, or joins the one that runs; makes the cluster first where there is none.</summary>
    /// <exception cref="PostgresMissingException">PostgreSQL or PostGIS is not installed.</exception>
    /// <exception cref="ClusterException">It could not be made or started; the message holds the end of the server's log.</exception>
    public static async Task<PrivateCluster> StartAsync(
        PrivateClusterOptions options,
        CancellationToken cancellationToken = default
    )
    {
        options = options with { Home = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Home)) };
        string socketFolder = SocketPlace.For(options);
        if (options.IsThrowAway)
        {
            await ThrowAwayHomes.SweepAsync(cancellationToken);
        }

        ServerUser user = ServerUser.Current();
        await user.OwnFolderAsync(options.Home, cancellationToken);
        await using FileStream turn = await TakeTurnAsync(options.Home, options.Patience, cancellationToken);
        FileStream use =
            HomeLock.TryShare(Path.Combine(options.Home, UsersLock))
            ?? throw new ClusterException($"Somebody who is deleting it holds {options.Home}.");
        try
        {
            if (socketFolder != options.Home)
            {
                await user.OwnFolderAsync(socketFolder, cancellationToken);
            }

            var server = new ServerControl(options, user, socketFolder);
            (string reachedAt, bool isJoined) = await server.RunAsync(cancellationToken);
            var cluster = new PrivateCluster(options, reachedAt, use, isJoined);
            await cluster.EnsureDatabaseAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await use.DisposeAsync();
            throw;
        }
    }

    /// <summary>How to reach another database of this cluster.</summary>
    public string ConnectionStringTo(string database) => ConnectionStringTo(SocketFolder, database);

    /// <summary>Leaves the cluster; the last user to leave stops the server, and deletes it if it was a throw-away.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _use, null) is not { } use)
        {
            return;
        }

        await using FileStream turn = await TakeTurnAsync(Home, _options.Patience, CancellationToken.None);
        await use.DisposeAsync();
        await using FileStream? alone = HomeLock.TryTake(Path.Combine(Home, UsersLock));
        if (alone is null)
        {
            return;
        }

        // What is thrown away need not be written out first.
        string mode = _options.IsThrowAway ? "immediate" : "fast";
        await EndAsync(Home, mode, _options.Patience, CancellationToken.None);
        if (_options.IsThrowAway)
        {
            Directory.Delete(Home, recursive: true);
            if (SocketFolder != Home && Directory.Exists(SocketFolder))
            {
                Directory.Delete(SocketFolder, recursive: true);
            }
        }
    }

    internal static string ConnectionStringTo(string socketFolder, string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socketFolder,
            Port = Port,
            Username = UserName,
            Database = database,
        }.ConnectionString;

    /// <summary>
    /// Stops the server of a home whose locks the caller holds: <c>fast</c> ends its connections and writes everything out,
    /// <c>immediate</c> does not write.
    /// </summary>
    internal static async Task EndAsync(
        string home,
        string mode,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        string dataFolder = ServerControl.DataFolderOf(home);
        if (Postmaster.Of(dataFolder) is not Postmaster.Alive)
        {
            return;
        }

        ProgramResult stop = await ServerUser
            .Current()
            .RunAsync(
                ServerControl.InstallationFor(dataFolder).Program("pg_ctl"),
                [
                    "-D",
                    dataFolder,
                    "-m",
                    mode,
                    "-w",
                    "-t",
                    patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
                    "stop",
                ],
                cancellationToken
            );
        if (stop.ExitCode != 0 && Postmaster.Of(dataFolder) is Postmaster.Alive alive)
        {
            throw new ClusterException(
                $"The database server of {home} (process {alive.ProcessId}) did not stop: {stop.Complaint.Trim()}"
            );
        }
    }

    private static async Task<FileStream> TakeTurnAsync(
        string home,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await HomeLock.TakeAsync(Path.Combine(home, TurnLock), patience, cancellationToken);
        }
        catch (UnauthorizedAccessException closed)
        {
            throw new ClusterException(
                $"{home} belongs to another user. Choose another folder with NEIGHBOR_HOME.",
                closed
            );
        }
    }

    private async Task EnsureDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(
            ConnectionStringTo(ServerControl.MaintenanceDatabase) + ";Pooling=false"
        );
        await connection.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
        exists.Parameters.Add(new NpgsqlParameter { Value = DatabaseName });
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = new NpgsqlCommand($"create database {DatabaseName}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
