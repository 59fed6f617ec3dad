using System.CommandLine;
using Neighbor.Gis.Cli.Databases;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Postgis.Changes;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor closure list: what is closed, was, and will be.</summary>
internal static class ListClosures
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        Command command = setting.Command("list", "command.closureList");
        command.SetAction((parsed, cancellation) => ListAsync(setting, parsed, cancellation));
        return command;
    }

    private static async Task<int> ListAsync(CommandSetting setting, ParseResult parsed, CancellationToken cancellation)
    {
        await using CommandDatabase database = await CommandDatabase.OpenReadyAsync(setting, parsed, cancellation);
        IReadOnlyList<Closure> closures = await new RestrictionStore(database.Source).ClosuresAsync(cancellation);
        if (closures.Count == 0)
        {
            setting.Screen.Line(setting.Phrases["closure.none"]);
            return ExitCode.Done;
        }

        setting.Screen.Table(
            setting.Phrases["closure.title"],
            [
                setting.Phrases["closure.code"],
                setting.Phrases["closure.name"],
                setting.Phrases["closure.kind"],
                setting.Phrases["closure.from"],
                setting.Phrases["closure.to"],
                setting.Phrases["closure.reason"],
            ],
            closures.Select(closure =>
                (IReadOnlyList<object>)
                    [
                        closure.Code,
                        closure.Name,
                        setting.Phrases[closure.Kind == ClosureKind.Line ? "closure.line" : "closure.zone"],
                        LocalTime.Show(setting, closure.StartsAt),
                        closure.EndsAt is { } end ? LocalTime.Show(setting, end) : "",
                        closure.Reason,
                    ]
            )
        );
        return ExitCode.Done;
    }
}
