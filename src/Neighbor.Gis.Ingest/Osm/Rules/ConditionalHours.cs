using System.Text.RegularExpressions;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Spatial.Hours;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>Hours out of <c>foot:conditional</c>, <c>access:conditional</c> and <c>opening_hours</c>.</summary>
/// <remarks>
/// <para>Read: <c>yes @ (06:00-22:00)</c>, and <c>no @ (22:00-06:00)</c> turned round where it is one daily stretch. What
/// cannot be read leaves the way as its other tags say. Hours at which the public is let in do not shut out those who
/// belong there.</para>
/// </remarks>
internal static partial class ConditionalHours
{
    private static readonly string[] Keys = ["foot:conditional", "access:conditional"];

    /// <summary>The hours at which a condition opens an otherwise closed object, or null.</summary>
    public static string? Opens(OsmTags tags)
    {
        foreach (string key in Keys)
        {
            foreach (Match clause in Clauses().Matches(tags[key] ?? ""))
            {
                string hours = Condition(clause);
                if (
                    AccessWords.Of(clause.Groups["value"].Value) is AccessWord.Allowed or AccessWord.Visitors
                    && OpeningHours.TryParse(hours, out _, out _)
                )
                {
                    return hours;
                }
            }
        }

        return null;
    }

    /// <summary>When the object can be passed: null means always. <paramref name="isUnknown"/> if a text was not understood.</summary>
    public static string? Of(OsmTags tags, out bool isUnknown)
    {
        string? opens = Opens(tags);
        string? hours = (AccessWords.Of(tags) == AccessWord.Reserved ? null : opens) ?? Closes(tags);
        isUnknown = false;
        if (hours is null && tags["opening_hours"] is { } text)
        {
            isUnknown = !OpeningHours.TryParse(text, out OpeningHours? parsed, out _);
            return parsed is { IsAlways: false } ? parsed.Text : null;
        }

        isUnknown = hours is null && opens is null && Array.Exists(Keys, key => Clauses().IsMatch(tags[key] ?? ""));
        return hours;
    }

    private static string? Closes(OsmTags tags)
    {
        foreach (string key in Keys)
        {
            foreach (Match clause in Clauses().Matches(tags[key] ?? ""))
            {
                Match stretch = DailyStretch().Match(Condition(clause));
                if (AccessWords.Of(clause.Groups["value"].Value) == AccessWord.Closed && stretch.Success)
                {
                    string open = $"{stretch.Groups["to"].Value}-{stretch.Groups["from"].Value}";
                    return OpeningHours.TryParse(open, out _, out _) ? open : null;
                }
            }
        }

        return null;
    }

    private static string Condition(Match clause) => clause.Groups["condition"].Value.Trim();

    [GeneratedRegex(
        @"(?<value>[a-z_]+)\s*@\s*(?:\((?<condition>[^)]*)\)|(?<condition>[^;]+))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Clauses();

    [GeneratedRegex(
        @"^(?<from>\d\d:\d\d)-(?<to>\d\d:\d\d)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DailyStretch();
}
