using System.CommandLine;
using Neighbor.Gis.Cli.Databases;
using Neighbor.Gis.Postgis.Changes;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor closure end: opens what was closed.</summary>
internal static class EndClosure
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        Argument<string> code = new("code") { Description = setting.Phrases["argument.closure"] };
        Option<string?> at = setting.Text("--at", "option.endAt", "time");
        Option<string?> reason = setting.Text("--reason", "option.reason", "text");
        Command command = setting.Command("end", "command.closureEnd", code, at, reason);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                DateTime endsAt = LocalTime.Read(setting, parsed, at) ?? DateTime.UtcNow;
                await using CommandDatabase database = await CommandDatabase.OpenReadyAsync(
                    setting,
                    parsed,
                    cancellation
                );
                string ended = parsed.GetRequiredValue(code);
                bool isEnded = await new RestrictionStore(database.Source).EndClosureAsync(
                    ended,
                    endsAt,
                    parsed.GetValue(reason) ?? "",
                    setting.Actor,
                    cancellation
                );
                setting.Screen.Line(
                    isEnded
                        ? setting.Phrases.Say("closure.ended", ended)
                        : throw new RefusedException(setting.Phrases.Say("error.noClosure", ended))
                );
                return ExitCode.Done;
            }
        );
        return command;
    }
}
