using System.Globalization;
using Neighbor.Gis.Cli.Words;
using Neighbor.Gis.Ingest.Features;
using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Cli.Screens;

/// <summary>Shows what a file of areas came to: a table, what was mended, and what was refused and why.</summary>
internal sealed class AreasScreen(Screen screen, Phrases phrases)
{
    private const int MostLines = 20;

    /// <summary>Shows it.</summary>
    public void Show(string path, AreasImportOptions options, AreasReading reading)
    {
        List<IReadOnlyList<object>> rows =
        [
            .. reading
                .Areas.GroupBy(area => area.Level)
                .OrderBy(group => group.Key)
                .Select(group => new object[] { Word(group.Key), group.Count() }),
        ];
        if (reading.Problems.Count > 0)
        {
            rows.Add([phrases["areas.refused"], reading.Problems.Count]);
        }

        screen.Table(
            phrases.Say("areas.title", Path.GetFileName(path), options.Source, DatumWords.Word(options.Datum)),
            [phrases["areas.level"], phrases["areas.count"]],
            rows
        );

        if (reading.ClosedRings > 0)
        {
            screen.Line(phrases.Say("areas.closed", reading.ClosedRings));
        }

        Lines(reading.Repairs, repair => screen.Line(Describe(repair)));
        Lines(reading.PartlyShifted, code => screen.Line(phrases.Say("areas.partly", code)));
        Lines(reading.Problems, problem => screen.Fault(Describe(problem)));
    }

    /// <summary>The name of a level.</summary>
    public string Word(AreaLevel level) => phrases[$"level.{level.ToString().ToLowerInvariant()}"];

    private static string Key(Enum word)
    {
        string text = word.ToString();
        return char.ToLowerInvariant(text[0]) + text[1..];
    }

    private static string At(Position? position) =>
        position is Position at
            ? string.Create(CultureInfo.InvariantCulture, $"{at.Longitude:0.######}, {at.Latitude:0.######}")
            : "";

    private void Lines<T>(IReadOnlyList<T> items, Action<T> show)
    {
        foreach (T item in items.Take(MostLines))
        {
            show(item);
        }

        if (items.Count > MostLines)
        {
            screen.Line(phrases.Say("areas.more", items.Count - MostLines));
        }
    }

    private string Describe(AreaRepair repair) =>
        phrases.Say(
            "areas.repaired",
            $"{repair.Name} ({repair.Code})",
            repair.Fault,
            At(repair.At),
            repair.Change.ToString("+0.0000%;-0.0000%;0%", CultureInfo.InvariantCulture)
        );

    private string Describe(AreaProblem problem)
    {
        string who = problem.FeatureIndex is long index
            ? phrases.Say("areas.feature", index) + (problem.AreaName is null ? "" : $" {problem.AreaName}")
            : phrases["areas.file"];
        string field = problem.Field;
        string what =
            problem.Fault == AreaFault.NotGeoJson
                ? phrases.Say("areaFault.notGeoJson", Describe(problem.Cause!))
                : phrases.Say($"areaFault.{Key(problem.Fault)}", field, problem.Found, problem.Allowed, At(problem.At));
        return $"{who}: {what}";
    }

    private string Describe(GeoJsonException fault) =>
        phrases.Say("geoJson.place", fault.Line, fault.Column, fault.ByteOffset, fault.Path)
        + ": "
        + phrases.Say($"geoJson.{Key(fault.Fault)}", fault.Found, fault.Allowed);
}
