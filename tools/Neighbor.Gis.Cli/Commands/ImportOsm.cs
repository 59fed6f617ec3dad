using System.CommandLine;
using Neighbor.Gis.Cli.Databases;
using Neighbor.Gis.Cli.Screens;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Ingest.Osm;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor import osm: an extract of OpenStreetMap becomes ways, buildings, compounds, gates and service points.</summary>
internal sealed class ImportOsm
{
    private readonly CommandSetting _setting;
    private readonly Argument<string> _file;
    private readonly Option<string?> _source;
    private readonly Option<bool> _dryRun;

    private ImportOsm(CommandSetting setting)
    {
        _setting = setting;
        _file = new Argument<string>("file") { Description = setting.Phrases["argument.file"] };
        _source = setting.Text("--source", "option.source", "name");
        _dryRun = setting.Flag("--dry-run", "option.dryRun");
    }

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        ImportOsm import = new(setting);
        Command command = setting.Command("osm", "command.importOsm", import._file, import._source, import._dryRun);
        command.SetAction(import.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string path = parsed.GetRequiredValue(_file);
        string source = parsed.GetValue(_source) is { Length: > 0 } named ? named : InputFile.SourceOf(path);
        (Delivery delivery, ImportSummary summary) = await ReadAsync(path, source, cancellation);
        new OsmScreen(_setting.Screen, _setting.Phrases).Show(summary, source);

        if (summary.Kept.All(ledger => ledger.Count == 0))
        {
            throw new RefusedException(_setting.Phrases["error.nothing"]);
        }

        if (parsed.GetValue(_dryRun))
        {
            _setting.Screen.Line(_setting.Phrases["dryRun.done"]);
            return ExitCode.Done;
        }

        await Storing.StoreAsync(_setting, parsed, delivery, $"import osm {Path.GetFileName(path)}", cancellation);
        return ExitCode.Done;
    }

    private async Task<(Delivery Delivery, ImportSummary Summary)> ReadAsync(
        string path,
        string source,
        CancellationToken cancellation
    )
    {
        await using FileStream stream = InputFile.Open(path, _setting.Phrases);
        string title = _setting.Phrases.Say("progress.reading", Path.GetFileName(path));
        try
        {
            return await _setting.Screen.ShowAsync(
                title,
                progress =>
                    Task.Run(
                        () =>
                            OsmImport.Read(
                                stream,
                                Path.GetFileName(path),
                                new OsmOptions { Source = source },
                                new OsmProgress(progress, _setting.Phrases, title),
                                cancellation
                            ),
                        cancellation
                    )
            );
        }
        catch (OsmFileException fault)
        {
            throw new RefusedException(_setting.Phrases.Say("error.fileUnreadable", path, fault.Message));
        }
    }
}
