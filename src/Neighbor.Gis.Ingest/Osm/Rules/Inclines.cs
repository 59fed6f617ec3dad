using System.Globalization;
using System.Text.RegularExpressions;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>坡度. How a way climbs along its line, out of <c>incline</c>: <c>8%</c>, <c>-5°</c>, <c>up</c>, <c>down</c>.</summary>
/// <remarks><para>A number without a unit counts as percent. What cannot be read says nothing.</para></remarks>
internal static partial class Inclines
{
    /// <summary>The steepest that is kept, either way; source: the range of the slope factor in the walking rules.</summary>
    public const int SteepestPercent = 30;

    private const double SteepestDegrees = 89;

    /// <summary>Whether it climbs or falls, and how steeply where that is said.</summary>
    public static (WayRise Rise, int? Percent) Of(OsmTags tags)
    {
        string text = tags["incline"]?.Trim() ?? "";
        return text switch
        {
            "up" => (WayRise.Up, null),
            "down" => (WayRise.Down, null),
            _ => Percent(text) is { } percent ? (RiseOf(percent), percent) : (WayRise.Unknown, null),
        };
    }

    private static WayRise RiseOf(int percent) =>
        Math.Sign(percent) switch
        {
            1 => WayRise.Up,
            -1 => WayRise.Down,
            _ => WayRise.Unknown,
        };

    private static int? Percent(string text)
    {
        Match match = Numbers().Match(text);
        if (
            !match.Success
            || !double.TryParse(
                match.Groups["number"].Value,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out double number
            )
        )
        {
            return null;
        }

        double percent =
            match.Groups["unit"].Value == "°"
                ? 100 * Math.Tan(Math.Clamp(number, -SteepestDegrees, SteepestDegrees) * Math.PI / 180)
                : number;
        return (int)Math.Round(Math.Clamp(percent, -SteepestPercent, SteepestPercent), MidpointRounding.AwayFromZero);
    }

    [GeneratedRegex(
        @"^(?<number>[+-]?\d+(\.\d+)?)\s*(?<unit>%|°)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbers();
}
