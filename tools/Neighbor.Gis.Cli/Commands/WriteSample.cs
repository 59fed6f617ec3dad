using System.CommandLine;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.SampleCounty;
using Neighbor.Gis.SampleCounty.Fixture;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>neighbor sample write: makes the files of the sample county.</summary>
internal sealed class WriteSample
{
    private readonly CommandSetting _setting;
    private readonly Argument<string> _folder;
    private readonly Option<string?> _seed;
    private readonly Option<bool> _force;

    private WriteSample(CommandSetting setting)
    {
        _setting = setting;
        _folder = new Argument<string>("folder") { Description = setting.Phrases["argument.folder"] };
        _seed = setting.Text("--seed", "option.seed", "number");
        _force = setting.Flag("--force", "option.force");
    }

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandSetting setting)
    {
        WriteSample write = new(setting);
        Command command = setting.Command("write", "command.sampleWrite", write._folder, write._seed, write._force);
        command.SetAction(write.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(_folder)));
        long seed = ReadSeed(parsed);
        string beside = $"{folder}.new-{Environment.ProcessId}";
        try
        {
            await _setting.Screen.ShowAsync(
                _setting.Phrases["progress.generating"],
                _ => Task.Run(() => Make(beside, seed, cancellation), cancellation)
            );
            string[] files = Directory.GetFiles(beside);
            RefuseOtherFolder(folder, files, parsed.GetValue(_force));
            cancellation.ThrowIfCancellationRequested();
            Directory.CreateDirectory(folder);
            foreach (string file in files)
            {
                File.Move(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            }

            _setting.Screen.Line(_setting.Phrases.Say("sample.written", files.Length, folder));
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(_setting.Phrases.Say("error.folderUnwritable", folder, fault.Message));
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    private static bool Make(string folder, long seed, CancellationToken cancellation)
    {
        Delivery county = SampleCountyGenerator.Generate(seed);
        cancellation.ThrowIfCancellationRequested();
        SampleFixture.Write(county, folder);
        return true;
    }

    /// <summary>Refuses a folder that holds something else than a sample county.</summary>
    private void RefuseOtherFolder(string folder, string[] files, bool isForced)
    {
        if (File.Exists(folder))
        {
            throw new RefusedException(_setting.Phrases.Say("error.folderMissing", folder));
        }

        bool isOther =
            Directory.Exists(folder)
            && Directory.EnumerateFileSystemEntries(folder).Any()
            && !files.Any(file => File.Exists(Path.Combine(folder, Path.GetFileName(file))));
        if (isOther && !isForced)
        {
            throw new RefusedException(_setting.Phrases.Say("error.folderUsed", folder));
        }
    }

    private long ReadSeed(ParseResult parsed)
    {
        if (parsed.GetValue(_seed) is not string text)
        {
            return SampleCountyGenerator.FixtureSeed;
        }

        return long.TryParse(
            text,
            System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.CultureInfo.InvariantCulture,
            out long seed
        )
            ? seed
            : throw _setting.WrongValue("--seed", text, $"{SampleCountyGenerator.FixtureSeed}");
    }
}
