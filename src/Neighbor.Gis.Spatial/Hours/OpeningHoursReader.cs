using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Neighbor.Gis.Spatial.Hours;

/// <summary>Reads the text of <see cref="OpeningHours"/> from left to right, once.</summary>
internal sealed class OpeningHoursReader(string text)
{
    private const int MinutesPerDay = 1440;
    private const int LatestEnd = 2 * MinutesPerDay;

    private static readonly OpeningHours.Opening WholeDay = new(0, MinutesPerDay);
    private static readonly string[] DayNames = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa", "PH"];

    private readonly string _text = text.Trim();
    private readonly List<OpeningHours.Opening>?[] _byDay = new List<OpeningHours.Opening>?[OpeningHours.Holiday + 1];
    private int _at;
    private string? _reason;

    /// <summary>Reads all of it.</summary>
    public bool TryRead([NotNullWhen(true)] out OpeningHours? hours, [NotNullWhen(false)] out string? reason)
    {
        hours = null;
        if (_text.Length == 0)
        {
            _reason = "Got no text for opening hours.";
        }

        bool isAddition = false;
        while (_reason is null)
        {
            ReadRule(isAddition);
            SkipSpaces();
            if (_reason is not null || _at == _text.Length)
            {
                break;
            }

            isAddition = Take(',');
            if (!isAddition && !Take(';'))
            {
                Fail("a ';' or the end");
            }

            SkipSpaces();
            if (!isAddition && _at == _text.Length)
            {
                break; // a last ';' says nothing
            }
        }

        reason = _reason;
        if (reason is not null)
        {
            return false;
        }

        hours = new OpeningHours(_text, Array.ConvertAll(_byDay, static day => day?.ToArray()));
        return true;
    }

    private void ReadRule(bool isAddition)
    {
        if (Take("24/7"))
        {
            Apply(AllWeek(), isAddition: false, [WholeDay]);
            return;
        }

        List<int> days = ReadDays();
        SkipSpaces();
        if (_reason is not null)
        {
            return;
        }

        if (Take("off") || Take("closed"))
        {
            Apply(days, isAddition: false, []);
        }
        else if (Take("open") || (days.Count > 0 && (_at == _text.Length || _text[_at] is ';' or ',')))
        {
            Apply(days, isAddition, [WholeDay]);
        }
        else
        {
            Apply(days, isAddition, ReadTimes());
        }
    }

    private List<int> ReadDays()
    {
        List<int> days = [];
        while (TakeDay(out int first))
        {
            int last = first;
            SkipSpaces();
            if (_at < _text.Length && _text[_at] == '-')
            {
                _at++;
                SkipSpaces();
                if (!TakeDay(out last) || first == OpeningHours.Holiday || last == OpeningHours.Holiday)
                {
                    Fail("a day of the week on both sides of '-'");
                    return days;
                }
            }

            days.Add(first);
            for (int day = first; day != last; days.Add(day))
            {
                day = (day + 1) % OpeningHours.Holiday;
            }

            // The comma belongs to the days only if another day comes after it.
            int mark = _at;
            if (!Take(',') || !TakeDay(out _))
            {
                _at = mark;
                Take(':');
                return days;
            }

            _at = mark;
            Take(',');
        }

        return days;
    }

    private List<OpeningHours.Opening> ReadTimes()
    {
        List<OpeningHours.Opening> openings = [];
        do
        {
            if (!TakeTime(MinutesPerDay - 1, out int start))
            {
                Fail("a time like 08:00");
                break;
            }

            SkipSpaces();
            if (!Take('-') || !TakeTime(LatestEnd, out int end))
            {
                Fail("a time to close, like -18:00");
                break;
            }

            openings.Add(new OpeningHours.Opening(start, end > start ? end : end + MinutesPerDay));
        } while (NextIsTime());

        return openings;
    }

    private bool NextIsTime()
    {
        int mark = _at;
        if (Take(','))
        {
            SkipSpaces();
            if (_at < _text.Length && char.IsAsciiDigit(_text[_at]) && !_text.AsSpan(_at).StartsWith("24/7"))
            {
                return true;
            }
        }

        _at = mark;
        return false;
    }

    private void Apply(List<int> days, bool isAddition, List<OpeningHours.Opening> openings)
    {
        foreach (int day in days.Count == 0 ? AllWeek() : days)
        {
            if (isAddition && _byDay[day] is { } before)
            {
                before.AddRange(openings);
            }
            else
            {
                _byDay[day] = [.. openings];
            }
        }
    }

    private static List<int> AllWeek() => [0, 1, 2, 3, 4, 5, 6];

    private bool TakeDay(out int day)
    {
        SkipSpaces();
        for (day = 0; day < DayNames.Length; day++)
        {
            if (Take(DayNames[day]))
            {
                return true;
            }
        }

        return false;
    }

    private bool TakeTime(int latest, out int minutes)
    {
        minutes = 0;
        SkipSpaces();
        int start = _at;
        int colon = _text.IndexOf(':', start);
        if (colon - start is not (1 or 2) || colon + 3 > _text.Length)
        {
            return false;
        }

        bool isTime =
            int.TryParse(
                _text.AsSpan(start, colon - start),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int hour
            )
            & int.TryParse(_text.AsSpan(colon + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int minute);
        minutes = (hour * 60) + minute;
        if (!isTime || minute > 59 || minutes > latest)
        {
            return false;
        }

        _at = colon + 3;
        return true;
    }

    private bool Take(char sign)
    {
        SkipSpaces();
        if (_at < _text.Length && _text[_at] == sign)
        {
            _at++;
            return true;
        }

        return false;
    }

    private bool Take(string word)
    {
        if (!_text.AsSpan(_at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int end = _at + word.Length;
        if (end < _text.Length && char.IsAsciiLetter(_text[end]))
        {
            return false;
        }

        _at = end;
        return true;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private void Fail(string expected) =>
        _reason ??= $"Expected {expected} at character {_at + 1} of '{_text}', got '{_text.AsSpan(_at)}'.";
}
