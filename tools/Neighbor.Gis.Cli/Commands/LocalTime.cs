using System.CommandLine;
using System.Globalization;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>Times as people write them: by the county's clock, which the setting of the service names.</summary>
internal static class LocalTime
{
    private const string ZoneVariable = "Walking__TimeZone";
    private const string UsualZone = "Asia/Shanghai";
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The instant of an option in UTC, or null where it is not given.</summary>
    /// <exception cref="RefusedException">It is no time.</exception>
    public static DateTime? Read(CommandSetting setting, ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        bool isTime = DateTime.TryParseExact(
            text,
            Form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime local
        );
        return isTime
            ? new DateTimeOffset(local, Zone(setting).GetUtcOffset(local)).UtcDateTime
            : throw setting.WrongValue(option.Name, text, "2026-11-25T08:30");
    }

    /// <summary>An instant as the county's clock shows it.</summary>
    public static string Show(CommandSetting setting, DateTime instant) =>
        TimeZoneInfo
            .ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), Zone(setting))
            .ToString(Form, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(CommandSetting setting)
    {
        string name = setting.Surroundings.Variable(ZoneVariable) is { Length: > 0 } named ? named : UsualZone;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone)
            ? zone
            : throw setting.WrongValue(ZoneVariable, name, UsualZone);
    }
}
