using System.CommandLine;
using Neighbor.Gis.Cli.Databases;
using Neighbor.Gis.Ingest.Features;
using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Postgis.Changes;
using Neighbor.Gis.Spatial.Datums;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor closure add: closes a line, or the outline of a control zone, for a time.</summary>
internal sealed class AddClosure
{
    private readonly CommandSetting _setting;
    private readonly Option<string?> _name;
    private readonly Option<string?> _geoJson;
    private readonly Option<string?> _wkt;
    private readonly Option<string?> _datum;
    private readonly Option<string?> _from;
    private readonly Option<string?> _to;
    private readonly Option<string?> _reason;

    private AddClosure(CommandSetting setting)
    {
        _setting = setting;
        _name = setting.Text("--name", "option.closureName", "name");
        _geoJson = setting.Text("--geojson", "option.geojson", "file");
        _wkt = setting.Text("--wkt", "option.wkt", "text");
        _datum = setting.Text("--datum", "option.datum", string.Join('|', DatumWords.All));
        _from = setting.Text("--from", "option.from", "time");
        _to = setting.Text("--to", "option.to", "time");
        _reason = setting.Text("--reason", "option.reason", "text");
    }

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        AddClosure add = new(setting);
        Command command = setting.Command(
            "add",
            "command.closureAdd",
            add._name,
            add._geoJson,
            add._wkt,
            add._datum,
            add._from,
            add._to,
            add._reason
        );
        command.SetAction(add.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string name = _setting.Needed(parsed, _name, "…");
        string reason = _setting.Needed(parsed, _reason, "…");
        string datumWord = _setting.Needed(parsed, _datum, string.Join(", ", DatumWords.All));
        if (!DatumWords.TryParse(datumWord, out Datum datum))
        {
            throw _setting.WrongValue("--datum", datumWord, string.Join(", ", DatumWords.All));
        }

        DateTime startsAt = LocalTime.Read(_setting, parsed, _from) ?? DateTime.UtcNow;
        DateTime? endsAt = LocalTime.Read(_setting, parsed, _to);
        if (endsAt <= startsAt)
        {
            throw _setting.WrongValue("--to", parsed.GetValue(_to), $"> {LocalTime.Show(_setting, startsAt)}");
        }

        Geometry geom = await ReadGeometryAsync(parsed, cancellation);
        geom.Apply(new DatumFilter(datum));
        geom.SRID = Spatial.Position.Srid;
        await using CommandDatabase database = await CommandDatabase.OpenReadyAsync(_setting, parsed, cancellation);
        Closure closure = await new RestrictionStore(database.Source).AddClosureAsync(
            geom,
            name,
            startsAt,
            endsAt,
            reason,
            _setting.Actor,
            cancellation
        );
        _setting.Screen.Line(_setting.Phrases.Say("closure.added", closure.Code, closure.Name));
        return ExitCode.Done;
    }

    private async Task<Geometry> ReadGeometryAsync(ParseResult parsed, CancellationToken cancellation)
    {
        (string option, string text) = (parsed.GetValue(_geoJson), parsed.GetValue(_wkt)) switch
        {
            ({ } file, null) => ("--geojson", file),
            (null, { } wkt) => ("--wkt", wkt),
            _ => throw _setting.WrongValue("--geojson", null, "--geojson FILE, --wkt \"POLYGON ((…))\""),
        };
        Geometry geom;
        try
        {
            geom = option == "--wkt" ? new WKTReader().Read(text) : await ReadFileAsync(text, cancellation);
        }
        catch (Exception fault) when (fault is ParseException or GeoJsonException or ArgumentException)
        {
            throw _setting.WrongValue(option, text, fault.Message);
        }

        bool canClose =
            geom is LineString or MultiLineString or Polygon or MultiPolygon && !geom.IsEmpty && geom.IsValid;
        return canClose
            ? geom
            : throw _setting.WrongValue(
                option,
                geom.GeometryType,
                "LineString, MultiLineString, Polygon, MultiPolygon"
            );
    }

    private async Task<Geometry> ReadFileAsync(string path, CancellationToken cancellation)
    {
        await using FileStream stream = InputFile.Open(path, _setting.Phrases);
        List<Geometry> found = [];
        await foreach (Feature feature in new GeoJsonReader(stream).ReadAsync(cancellation))
        {
            if (feature.Geometry is { } geometry)
            {
                found.Add(geometry);
            }
        }

        return found.Count == 1 ? found[0] : throw _setting.WrongValue("--geojson", $"{path}: {found.Count}", "1");
    }
}
