using System.CommandLine;
using Neighbor.Gis.Cli.Databases;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor database migrate: makes or upgrades the tables.</summary>
internal static class MigrateDatabase
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        Command command = setting.Command("migrate", "command.databaseMigrate");
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using CommandDatabase database = await CommandDatabase.OpenAsync(setting, parsed, cancellation);
                IReadOnlyList<string> made = await database.MigrateAsync(setting, cancellation);
                setting.Screen.Line(setting.Phrases.Say("database.migrated", database.Place, made.Count));
                return ExitCode.Done;
            }
        );
        return command;
    }
}
