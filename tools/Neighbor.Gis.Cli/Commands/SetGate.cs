using System.CommandLine;
using System.Globalization;
using Neighbor.Gis.Cli.Databases;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Postgis.Changes;
using Neighbor.Gis.Postgis.Schema;
using Neighbor.Gis.Spatial.Hours;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor gate set: writes down who passes a gate, when, and that somebody looked.</summary>
internal sealed class SetGate
{
    private const string DayForm = "yyyy-MM-dd";

    private readonly CommandSetting _setting;
    private readonly Argument<string> _code;
    private readonly Option<string?> _access;
    private readonly Option<string?> _hours;
    private readonly Option<string?> _checkedOn;
    private readonly Option<string?> _reason;

    private SetGate(CommandSetting setting)
    {
        _setting = setting;
        _code = new Argument<string>("code") { Description = setting.Phrases["argument.gate"] };
        _access = setting.Text("--access", "option.access", string.Join('|', Accesses.Keys));
        _hours = setting.Text("--hours", "option.hours", "hours");
        _checkedOn = setting.Text("--checked-on", "option.checkedOn", "date");
        _reason = setting.Text("--reason", "option.reason", "text");
    }

    private static Dictionary<string, GateAccess> Accesses { get; } =
        Enum.GetValues<GateAccess>().ToDictionary(access => SnakeCase.Word(access), StringComparer.Ordinal);

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        SetGate set = new(setting);
        Command command = setting.Command(
            "set",
            "command.gateSet",
            set._code,
            set._access,
            set._hours,
            set._checkedOn,
            set._reason
        );
        command.SetAction(set.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        GateChange change = Read(parsed);
        string reason = _setting.Needed(parsed, _reason, "…");
        await using CommandDatabase database = await CommandDatabase.OpenReadyAsync(_setting, parsed, cancellation);
        bool isKnown = await new RestrictionStore(database.Source).SetGateAsync(
            change,
            reason,
            _setting.Actor,
            cancellation
        );
        if (!isKnown)
        {
            throw new RefusedException(_setting.Phrases.Say("error.noGate", change.Code));
        }

        _setting.Screen.Line(_setting.Phrases.Say("gate.set", change.Code));
        return ExitCode.Done;
    }

    private GateChange Read(ParseResult parsed)
    {
        GateAccess? access = parsed.GetValue(_access) switch
        {
            null => null,
            { } word when Accesses.TryGetValue(word, out GateAccess known) => known,
            { } word => throw _setting.WrongValue("--access", word, string.Join(", ", Accesses.Keys)),
        };
        string? hours = parsed.GetValue(_hours);
        if (hours is not null && !OpeningHours.TryParse(hours, out _, out string? fault))
        {
            throw _setting.WrongValue("--hours", hours, $"24/7, Mo-Fr 08:00-18:00 … ({fault})");
        }

        DateOnly? checkedOn = parsed.GetValue(_checkedOn) switch
        {
            null => null,
            { } text
                when DateOnly.TryParseExact(
                    text,
                    DayForm,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly day
                ) => day,
            { } text => throw _setting.WrongValue("--checked-on", text, "2026-11-25"),
        };
        return access is null && hours is null && checkedOn is null
            ? throw _setting.WrongValue("--access", null, "--access, --hours, --checked-on")
            : new GateChange(parsed.GetRequiredValue(_code), access, hours, checkedOn);
    }
}
