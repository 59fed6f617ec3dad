using System.CommandLine;
using Neighbor.Gis.Cli.Databases;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.SampleCounty.Fixture;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor sample load: puts the sample county into the database.</summary>
internal sealed class LoadSample
{
    private const string UsualFolder = "data/sample-county";

    private readonly CommandSetting _setting;
    private readonly Option<string?> _folder;
    private readonly Option<bool> _ifEmpty;

    private LoadSample(CommandSetting setting)
    {
        _setting = setting;
        _folder = setting.Text("--folder", "option.folder", UsualFolder);
        _ifEmpty = setting.Flag("--if-empty", "option.ifEmpty");
    }

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        LoadSample load = new(setting);
        Command command = setting.Command("load", "command.sampleLoad", load._folder, load._ifEmpty);
        command.SetAction(load.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string folder = parsed.GetValue(_folder) ?? FindUsualFolder();
        if (!Directory.Exists(folder))
        {
            throw new RefusedException(_setting.Phrases.Say("error.folderMissing", folder));
        }

        if (!parsed.GetValue(_ifEmpty))
        {
            Delivery county = await ReadAsync(folder, cancellation);
            await Storing.StoreAsync(_setting, parsed, county, "sample load", cancellation);
            return ExitCode.Done;
        }

        await using CommandDatabase database = await CommandDatabase.OpenReadyAsync(_setting, parsed, cancellation);
        var sources = await RowCounts.BySourceAsync(database.Source, cancellation);
        if (sources.Count > 0)
        {
            _setting.Screen.Line(_setting.Phrases.Say("sample.notEmpty", string.Join(", ", sources.Keys)));
            return ExitCode.Done;
        }

        await Storing.StoreAsync(
            _setting,
            database,
            await ReadAsync(folder, cancellation),
            "sample load",
            cancellation
        );
        return ExitCode.Done;
    }

    /// <summary>The folder of the repository, from wherever inside it the program is run; else the one below here.</summary>
    private static string FindUsualFolder()
    {
        for (DirectoryInfo? at = new(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "data", "sample-county");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return UsualFolder;
    }

    private async Task<Delivery> ReadAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            return await _setting.Screen.ShowAsync(
                _setting.Phrases.Say("progress.reading", folder),
                _ => Task.Run(() => SampleFixture.Read(folder), cancellation)
            );
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(_setting.Phrases.Say("error.fileUnreadable", folder, fault.Message));
        }
    }
}
