using System.Globalization;
using System.Text.RegularExpressions;
using Neighbor.Gis.Ingest.Osm.Files;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>楼层. On which floors something is, out of <c>level</c>, and how many a lift goes.</summary>
/// <remarks><para>Read: <c>0;1;2</c>, <c>-1-3</c>, <c>0.5</c>. A lift that says only <c>building:levels=6</c> goes five floors up.</para></remarks>
internal static partial class Floors
{
    private const int Highest = 200; // no building has more; a typing error must not make a lift endless

    /// <summary>How many floors lie between a lift's lowest and highest stop; null where nobody says.</summary>
    public static int? Between(OsmTags tags)
    {
        if (Range(tags["level"]) is { } range)
        {
            return Count(range.Highest - range.Lowest);
        }

        return int.TryParse(tags["building:levels"], NumberStyles.None, CultureInfo.InvariantCulture, out int levels)
            ? Count(levels - 1)
            : null;
    }

    /// <summary>How many floors lie between two ways that a lift joins; null where they do not both say one.</summary>
    public static int? Between(OsmTags one, OsmTags other) =>
        Range(one["level"]) is { } a && Range(other["level"]) is { } b && a.Lowest == a.Highest && b.Lowest == b.Highest
            ? Count(a.Lowest - b.Lowest)
            : null;

    private static int? Count(double floors)
    {
        int count = (int)Math.Round(Math.Abs(floors), MidpointRounding.AwayFromZero);
        return count is > 0 and <= Highest ? count : null;
    }

    private static (double Lowest, double Highest)? Range(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        (double lowest, double highest) = (double.MaxValue, double.MinValue);
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            Match match = Levels().Match(part);
            if (!match.Success)
            {
                return null;
            }

            double from = Number(match.Groups["from"].Value);
            double to = match.Groups["to"].Success ? Number(match.Groups["to"].Value) : from;
            lowest = Math.Min(lowest, Math.Min(from, to));
            highest = Math.Max(highest, Math.Max(from, to));
        }

        return (lowest, highest);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<from>-?\d{1,4}(\.\d{1,2})?)(-(?<to>-?\d{1,4}(\.\d{1,2})?))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Levels();
}
