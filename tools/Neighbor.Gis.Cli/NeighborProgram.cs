using System.CommandLine;
using Neighbor.Gis.Cli.Commands;
using Neighbor.Gis.Cli.Databases;
using Neighbor.Gis.Cli.Screens;
using Neighbor.Gis.Cli.Words;
using Neighbor.Gis.Postgis.Cluster;
using Npgsql;

namespace Neighbor.Gis.Cli;

/// <summary>命令行. Runs one command and says by its exit code how it ended.</summary>
internal static class NeighborProgram
{
    /// <summary>Runs the command that <paramref name="arguments"/> ask for.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        Phrases phrases = new(Phrases.Choose(arguments, surroundings.Variable));
        Screen screen = new(surroundings, phrases);
        try
        {
            CommandSetting setting = new(surroundings, phrases, screen);
            ParseResult parsed = CommandTree.Make(setting).Parse(arguments);
            CommandFaults.RefuseFaults(parsed, phrases);
            CommandDatabase.FindNamed(setting, parsed); // a wrong connection string is told before any work is done
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = surroundings.Out,
                    Error = surroundings.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null, // Program hands on the signals
                },
                cancellation
            );
        }
        catch (RefusedException refused)
        {
            screen.Fault(refused.Message);
            return refused.ExitCode;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            screen.Fault(phrases["error.cancelled"]);
            return ExitCode.Cancelled;
        }
        catch (Exception missing) when (IsAboutDatabase(missing))
        {
            screen.Fault(phrases.Say("error.database", missing.Message));
            return ExitCode.NoDatabase;
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            screen.Fault(phrases.Say("error.unexpected", unexpected));
            return ExitCode.Unexpected;
        }
    }

    /// <summary>Whether the database is out of reach; what it refuses once it is reached is a fault of ours.</summary>
    private static bool IsAboutDatabase(Exception exception) =>
        exception
            is ClusterException
                or PostgresMissingException
                or NpgsqlException { IsTransient: true }
                or (NpgsqlException and not PostgresException)
                or PostgresException
                {
                    SqlState: PostgresErrorCodes.InvalidPassword
                        or PostgresErrorCodes.InvalidCatalogName
                        or PostgresErrorCodes.InvalidAuthorizationSpecification
                };
}
