using System.CommandLine;
using System.Globalization;
using Neighbor.Gis.Cli.Databases;
using Neighbor.Gis.Cli.Screens;
using Neighbor.Gis.Ingest.Features;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor import areas: polygons of a GeoJSON file become areas.</summary>
internal sealed class ImportAreas
{
    private readonly CommandSetting _setting;
    private readonly Argument<string> _file;
    private readonly Option<string?> _datum;
    private readonly Option<string?> _level;
    private readonly Option<string?> _parent;
    private readonly Option<string?> _code;
    private readonly Option<string?> _name;
    private readonly Option<string?> _codeProperty;
    private readonly Option<string?> _nameProperty;
    private readonly Option<string?> _validFrom;
    private readonly Option<string?> _source;
    private readonly Option<bool> _ignoreCrs;
    private readonly Option<bool> _skipRefused;
    private readonly Option<bool> _dryRun;

    private ImportAreas(CommandSetting setting)
    {
        _setting = setting;
        _file = new Argument<string>("file") { Description = setting.Phrases["argument.file"] };
        _datum = setting.Text("--datum", "option.datum", string.Join('|', DatumWords.All));
        _level = setting.Text("--level", "option.level", "level", string.Join(", ", Levels()));
        _parent = setting.Text("--parent", "option.parent", "code");
        _code = setting.Text("--code", "option.code", "code");
        _name = setting.Text("--name", "option.name", "name");
        _codeProperty = setting.Text(
            "--code-property",
            "option.codeProperty",
            "property",
            Join(AreasImport.CodeProperties)
        );
        _nameProperty = setting.Text(
            "--name-property",
            "option.nameProperty",
            "property",
            Join(AreasImport.NameProperties)
        );
        _validFrom = setting.Text("--valid-from", "option.validFrom", "date");
        _source = setting.Text("--source", "option.source", "name");
        _ignoreCrs = setting.Flag("--ignore-crs", "option.ignoreCrs");
        _skipRefused = setting.Flag("--skip-refused", "option.skipRefused");
        _dryRun = setting.Flag("--dry-run", "option.dryRun");
    }

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        ImportAreas import = new(setting);
        Command command = setting.Command(
            "areas",
            "command.importAreas",
            import._file,
            import._datum,
            import._level,
            import._parent,
            import._codeProperty,
            import._nameProperty,
            import._code,
            import._name,
            import._validFrom,
            import._source,
            import._ignoreCrs,
            import._skipRefused,
            import._dryRun
        );
        command.SetAction(import.RunAsync);
        return command;
    }

    private static IEnumerable<string> Levels() =>
        Enum.GetValues<AreaLevel>().Select(level => level.ToString().ToLowerInvariant());

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string path = parsed.GetRequiredValue(_file);
        AreasImportOptions options = ReadOptions(parsed, path);
        AreasReading reading;
        await using (FileStream stream = InputFile.Open(path, _setting.Phrases))
        {
            string title = _setting.Phrases.Say("progress.reading", Path.GetFileName(path));
            reading = await _setting.Screen.ShowAsync(
                title,
                progress =>
                    Task.Run(
                        () =>
                            AreasImport.Read(
                                stream,
                                options,
                                new FileProgress(progress, title, stream.Length),
                                cancellation
                            ),
                        cancellation
                    )
            );
        }

        new AreasScreen(_setting.Screen, _setting.Phrases).Show(path, options, reading);
        bool mayStore = reading.Areas.Count > 0 && (reading.Problems.Count == 0 || parsed.GetValue(_skipRefused));
        if (!mayStore)
        {
            throw new RefusedException(
                reading.Areas.Count == 0
                    ? _setting.Phrases["error.nothing"]
                    : _setting.Phrases.Say("error.refused", reading.Problems.Count, reading.Areas.Count)
            );
        }

        if (parsed.GetValue(_dryRun))
        {
            _setting.Screen.Line(_setting.Phrases["dryRun.done"]);
            return ExitCode.Done;
        }

        await Storing.StoreAsync(
            _setting,
            parsed,
            reading.ToDelivery(options.Source),
            $"import areas {Path.GetFileName(path)}",
            cancellation
        );
        return ExitCode.Done;
    }

    private AreasImportOptions ReadOptions(ParseResult parsed, string path)
    {
        string? datumWord = parsed.GetValue(_datum);
        if (!DatumWords.TryParse(datumWord, out Datum datum))
        {
            throw _setting.WrongValue("--datum", datumWord, string.Join(", ", DatumWords.All));
        }

        AreaLevel? level = null;
        if (parsed.GetValue(_level) is string levelWord)
        {
            level =
                Enum.TryParse(levelWord, ignoreCase: true, out AreaLevel known) && !char.IsAsciiDigit(levelWord[0])
                    ? known
                    : throw _setting.WrongValue("--level", levelWord, Join(Levels()));
        }

        DateOnly validFrom = DateOnly.MinValue;
        if (
            parsed.GetValue(_validFrom) is string date
            && !DateOnly.TryParseExact(
                date,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out validFrom
            )
        )
        {
            throw _setting.WrongValue("--valid-from", date, "2026-01-01");
        }

        return new AreasImportOptions
        {
            Datum = datum,
            Level = level,
            Source = parsed.GetValue(_source) is { Length: > 0 } source ? source : InputFile.SourceOf(path),
            Parent = ReadCode(parsed, _parent),
            Code = ReadCode(parsed, _code),
            Name = parsed.GetValue(_name),
            CodeProperty = parsed.GetValue(_codeProperty),
            NameProperty = parsed.GetValue(_nameProperty),
            IgnoreCrs = parsed.GetValue(_ignoreCrs),
            ValidFrom = validFrom,
        };
    }

    private AreaCode? ReadCode(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not string text)
        {
            return null;
        }

        return AreaCode.TryParse(text, out AreaCode code)
            ? code
            : throw _setting.WrongValue(option.Name, text, "350521, 350521000000");
    }
}
