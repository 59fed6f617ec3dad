using System.CommandLine;
using Neighbor.Gis.Cli.Databases;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor database status: which database it is, and what each source brought.</summary>
internal static class ShowDatabase
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        Command command = setting.Command("status", "command.databaseStatus");
        command.SetAction((parsed, cancellation) => ShowAsync(setting, parsed, cancellation));
        return command;
    }

    private static async Task<int> ShowAsync(CommandSetting setting, ParseResult parsed, CancellationToken cancellation)
    {
        await using CommandDatabase database = await CommandDatabase.OpenAsync(setting, parsed, cancellation);
        setting.Screen.Line(
            setting.Phrases.Say(database.IsPrivate ? "database.private" : "database.named", database.Place)
        );
        IReadOnlyList<string> missing = await database.FindPendingAsync(cancellation);
        if (missing.Count > 0)
        {
            throw new RefusedException(
                setting.Phrases.Say("error.databaseOutdated", missing.Count, "neighbor database migrate"),
                ExitCode.NoDatabase
            );
        }

        var sources = await RowCounts.BySourceAsync(database.Source, cancellation);
        if (sources.Count == 0)
        {
            setting.Screen.Line(setting.Phrases["database.empty"]);
            return ExitCode.Done;
        }

        setting.Screen.Table(
            setting.Phrases["database.sources"],
            [setting.Phrases["store.ledger"], .. sources.Keys],
            RowCounts
                .Ledgers.Where(ledger => sources.Values.Any(counts => counts[ledger] > 0))
                .Select(ledger =>
                    (IReadOnlyList<object>)
                        [
                            setting.Phrases[$"ledger.{ledger}"],
                            .. sources.Values.Select(counts => (object)counts[ledger]),
                        ]
                )
        );
        return ExitCode.Done;
    }
}
