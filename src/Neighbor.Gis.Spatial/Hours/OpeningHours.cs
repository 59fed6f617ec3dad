using System.Diagnostics.CodeAnalysis;

namespace Neighbor.Gis.Spatial.Hours;

/// <summary>开放时间. When a gate or a service point is open, in the everyday part of OpenStreetMap's grammar.</summary>
/// <remarks>
/// <para>
/// Read: <c>24/7</c>; times <c>08:00-12:00,14:00-18:00</c>, past midnight too (<c>22:00-05:30</c>); days
/// <c>Mo-Fr,Su</c> and <c>PH</c> before them; <c>off</c>; rules after <c>;</c>, each replacing earlier ones on the days
/// it names, and after a comma, adding to them. Months, weeks, school holidays, sunrise and comments are not read: such
/// a text is unknown.
/// </para>
/// <para>Units: whole minutes of local time; an opening includes its first minute and not its last.</para>
/// </remarks>
public sealed class OpeningHours : IEquatable<OpeningHours>
{
    /// <summary>The place of public holidays after the seven days of <see cref="DayOfWeek"/>.</summary>
    internal const int Holiday = 7;

    private const int MinutesPerDay = 1440;

    private readonly Opening[]?[] _byDay;

    internal OpeningHours(string text, Opening[]?[] byDay)
    {
        Text = text;
        _byDay = byDay;
    }

    /// <summary>Open at any time.</summary>
    public static OpeningHours Always { get; } = Parse("24/7");

    /// <summary>The text as it was given, without spaces around it.</summary>
    public string Text { get; }

    /// <summary>Whether it never closes; on holidays that have no rule of their own, weekdays decide.</summary>
    public bool IsAlways =>
        Array.TrueForAll(_byDay, static day => day is null || CoversDay(day)) && _byDay[0] is not null;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; null and blank are not opening hours.</param>
    /// <param name="hours">What it says.</param>
    /// <param name="reason">Why it is not understood, naming the part.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out OpeningHours? hours,
        [NotNullWhen(false)] out string? reason
    ) => new OpeningHoursReader(text ?? "").TryRead(out hours, out reason);

    /// <summary>Reads a text that is known to be right.</summary>
    /// <exception cref="FormatException">It is not understood.</exception>
    public static OpeningHours Parse(string text) =>
        TryParse(text, out OpeningHours? hours, out string? reason) ? hours : throw new FormatException(reason);

    /// <summary>Whether it is open.</summary>
    /// <param name="day">The day of the week.</param>
    /// <param name="time">The local time.</param>
    /// <param name="isHoliday">Whether the day is a public holiday; counts only where the text has a rule for
    /// <c>PH</c>.</param>
    public bool IsOpen(DayOfWeek day, TimeOnly time, bool isHoliday = false)
    {
        int minute = (time.Hour * 60) + time.Minute;
        int before = ((int)day + 6) % 7;
        return IsWithin(OpeningsOf(day, isHoliday), minute) || IsWithin(_byDay[before], minute + MinutesPerDay);
    }

    /// <summary>Whether it is open at a local time.</summary>
    public bool IsOpen(DateTime local, bool isHoliday = false) =>
        IsOpen(local.DayOfWeek, TimeOnly.FromDateTime(local), isHoliday);

    /// <inheritdoc/>
    public bool Equals(OpeningHours? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OpeningHours);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private Opening[]? OpeningsOf(DayOfWeek day, bool isHoliday) =>
        isHoliday && _byDay[Holiday] is { } holiday ? holiday : _byDay[(int)day];

    private static bool IsWithin(Opening[]? openings, int minute) =>
        openings is not null && Array.Exists(openings, opening => opening.Start <= minute && minute < opening.End);

    private static bool CoversDay(Opening[] openings)
    {
        for (int minute = 0; minute < MinutesPerDay; minute++)
        {
            if (!IsWithin(openings, minute))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Minutes after the midnight its day begins with; the end may lie in the next day.</summary>
    internal readonly record struct Opening(int Start, int End);
}
