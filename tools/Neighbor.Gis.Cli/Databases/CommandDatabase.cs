using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Cli.Commands;
using Neighbor.Gis.Postgis;
using Neighbor.Gis.Postgis.Cluster;
using Neighbor.Gis.Postgis.Schema;
using Npgsql;

namespace Neighbor.Gis.Cli.Databases;

/// <summary>The database a command works on: the one that was named, or the program's own.</summary>
internal sealed class CommandDatabase : IAsyncDisposable
{
    private const string Variable = $"ConnectionStrings__{GisDatabase.ConnectionName}";

    private readonly string _connectionString;
    private readonly PrivateCluster? _cluster;

    private CommandDatabase(string connectionString, PrivateCluster? cluster)
    {
        _connectionString = connectionString;
        _cluster = cluster;
        Source = GisDatabase.Connect(connectionString);
    }

    /// <summary>Its connections.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Whether it is the program's own, which nobody else looks after.</summary>
    public bool IsPrivate => _cluster is not null;

    /// <summary>Where it is, without the password.</summary>
    public string Place
    {
        get
        {
            NpgsqlConnectionStringBuilder connection = new(_connectionString);
            return _cluster?.Home ?? $"{connection.Host}/{connection.Database}";
        }
    }

    /// <summary>Opens it, starting the program's own where none is named.</summary>
    public static async Task<CommandDatabase> OpenAsync(
        CommandSetting setting,
        ParseResult parsed,
        CancellationToken cancellation
    )
    {
        if (FindNamed(setting, parsed) is string connectionString)
        {
            return new CommandDatabase(connectionString, cluster: null);
        }

        PrivateClusterOptions options = PrivateClusterOptions.FromEnvironment();
        if (setting.Surroundings.Variable(PrivateClusterOptions.HomeVariable) is { Length: > 0 } home)
        {
            options = options with { Home = Path.GetFullPath(home) };
        }

        PrivateCluster cluster = await setting.Screen.ShowAsync(
            setting.Phrases.Say("progress.cluster", options.Home),
            _ => PrivateCluster.StartAsync(options, cancellation)
        );
        return new CommandDatabase(cluster.ConnectionString, cluster);
    }

    /// <summary>Opens it and brings its tables up to date, as the service does.</summary>
    public static async Task<CommandDatabase> OpenReadyAsync(
        CommandSetting setting,
        ParseResult parsed,
        CancellationToken cancellation
    )
    {
        CommandDatabase database = await OpenAsync(setting, parsed, cancellation);
        try
        {
            if ((await database.FindPendingAsync(cancellation)).Count > 0)
            {
                await database.MigrateAsync(setting, cancellation);
            }

            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>The upgrades that its tables lack.</summary>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken cancellation)
    {
        await using NeighborContext context = new(ContextOptions.For(Source));
        return [.. await context.Database.GetPendingMigrationsAsync(cancellation)];
    }

    /// <summary>Makes or upgrades the tables.</summary>
    /// <returns>The upgrades that were made.</returns>
    public Task<IReadOnlyList<string>> MigrateAsync(CommandSetting setting, CancellationToken cancellation) =>
        setting.Screen.ShowAsync(
            setting.Phrases["progress.migrating"],
            async _ =>
            {
                IReadOnlyList<string> made = await GisDatabase.MigrateAsync(_connectionString, cancellation);
                await Source.ReloadTypesAsync(cancellation); // geometry may be among the types only now
                return made;
            }
        );

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    /// <summary>The connection string that was given, or null for the program's own database.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    public static string? FindNamed(CommandSetting setting, ParseResult parsed)
    {
        string? named = parsed.GetValue(setting.Database);
        string field = named is null ? Variable : "--database";
        named ??= setting.Surroundings.Variable(Variable);
        if (string.IsNullOrWhiteSpace(named))
        {
            return null;
        }

        try
        {
            return new NpgsqlConnectionStringBuilder(named).ConnectionString;
        }
        catch (ArgumentException)
        {
            // The string may hold a password: it is not repeated.
            throw setting.WrongValue(field, "…", "Host=…;Database=…;Username=…;Password=…");
        }
    }
}
