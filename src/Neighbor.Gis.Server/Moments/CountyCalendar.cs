using System.Globalization;
using Neighbor.Gis.Server.Settings;
using Neighbor.Gis.Spatial.Hours;

namespace Neighbor.Gis.Server.Moments;

/// <summary>日历. The county's clock and its public holidays.</summary>
/// <remarks>
/// <para>Settings: <c>Walking:TimeZone</c>, the name of a time zone (Asia/Shanghai where it is not set), and
/// <c>Walking:Holidays</c>, a list of days such as 2026-10-01.</para>
/// </remarks>
public sealed class CountyCalendar
{
    private const string ZoneKey = "Walking:TimeZone";
    private const string HolidaysKey = "Walking:Holidays";
    private const string UsualZone = "Asia/Shanghai";
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>Every day of the week comes within these, also where a holiday is one of them.</summary>
    private const int DaysAhead = 15;

    private readonly TimeZoneInfo _zone;
    private readonly HashSet<DateOnly> _holidays;
    private readonly TimeProvider _time;

    private CountyCalendar(TimeZoneInfo zone, HashSet<DateOnly> holidays, TimeProvider time)
    {
        _zone = zone;
        _holidays = holidays;
        _time = time;
    }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="WrongSettingException">One is wrong.</exception>
    public static CountyCalendar Read(IConfiguration configuration, TimeProvider time)
    {
        string zoneName = configuration[ZoneKey] ?? UsualZone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out TimeZoneInfo? zone))
        {
            throw new WrongSettingException(ZoneKey, zoneName, $"the name of a time zone, such as {UsualZone}");
        }

        HashSet<DateOnly> holidays = [];
        foreach (IConfigurationSection entry in configuration.GetSection(HolidaysKey).GetChildren())
        {
            bool isDay = DateOnly.TryParseExact(
                entry.Value,
                DayForm,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            );
            holidays.Add(
                isDay ? day : throw new WrongSettingException(entry.Path, entry.Value, "a day such as 2026-10-01")
            );
        }

        return new CountyCalendar(zone, holidays, time);
    }

    /// <summary>The day it is in the county.</summary>
    public DateOnly Today =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(_time.GetUtcNow().UtcDateTime, _zone));

    /// <summary>How long this day of the county still lasts.</summary>
    public TimeSpan UntilMidnight
    {
        get
        {
            DateTime now = ToLocal(_time.GetUtcNow().UtcDateTime);
            return now.Date.AddDays(1) - now;
        }
    }

    /// <summary>The moment a checked question names.</summary>
    /// <exception cref="ArgumentException">The text names none; the question was not checked.</exception>
    public Moment Read(string at)
    {
        if (at == MomentTextAttribute.Whenever)
        {
            return new Moment(null, IsHoliday: false, _time.GetUtcNow().UtcDateTime);
        }

        DateTime local = MomentTextAttribute.Find(at) ?? throw new ArgumentException($"{at} is no moment.", nameof(at));
        DateTime instant = new DateTimeOffset(local, _zone.GetUtcOffset(local)).UtcDateTime;
        return new Moment(local, _holidays.Contains(DateOnly.FromDateTime(local)), instant);
    }

    /// <summary>When something opens next after a local time; null where it does not within two weeks.</summary>
    public DateTime? NextOpening(OpeningHours hours, DateTime local)
    {
        DateTime last = local.AddDays(DaysAhead);
        for (DateTime minute = local; minute < last; minute = minute.AddMinutes(1))
        {
            if (hours.IsOpen(minute, _holidays.Contains(DateOnly.FromDateTime(minute))))
            {
                return minute;
            }
        }

        return null;
    }

    /// <summary>An instant as the county's clocks show it.</summary>
    public DateTime ToLocal(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, _zone);
}
