using Neighbor.Gis.Testing.Databases;
using Xunit;

namespace Neighbor.Gis.Cli.Tests.Commands;

public sealed class SampleCommandSpecs(WrittenCounty written) : IClassFixture<WrittenCounty>, IAsyncLifetime
{
    private readonly Folder _folder = new();
    private TestDatabase? _database;

    private TestDatabase Database => _database!;

    private string County => Path.Combine(_folder.Path, "county");

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await Database.DisposeAsync();
    }

    [Fact]
    public async Task The_county_is_written_loaded_once_and_not_loaded_again_into_a_database_that_has_data()
    {
        Assert.Equal(ExitCode.Done, written.Run!.ExitCode);
        Assert.Equal([written.Path], written.Beside);

        CommandRun loaded = await CommandRun.OfAsync(
            Database,
            "sample",
            "load",
            "--folder",
            written.Path,
            "--if-empty"
        );
        Assert.Equal(ExitCode.Done, loaded.ExitCode);
        await using var context = Database.NewContext();
        Assert.Equal(84, context.Compounds.Count());
        Assert.Equal("sample", context.Areas.Select(area => area.Source).Distinct().Single());

        string rows = await StoredRows.OfAsync(Database);
        CommandRun again = await CommandRun.OfAsync(Database, "sample", "load", "--folder", written.Path, "--if-empty");
        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("数据库已有数据(来源 sample)", again.Out);
        Assert.Equal(rows, await StoredRows.OfAsync(Database));

        CommandRun status = await CommandRun.OfAsync(Database, "database", "status", "--lang", "en");
        Assert.Equal(ExitCode.Done, status.ExitCode);
        Assert.Contains("compounds", status.Out);
        Assert.Contains("84", status.Out);
    }

    [Fact]
    public async Task A_county_with_a_damaged_file_is_refused_and_nothing_is_written()
    {
        written.CopyTo(County);
        string ways = Path.Combine(County, "ways.geojson");
        byte[] text = await File.ReadAllBytesAsync(ways);
        await File.WriteAllBytesAsync(ways, text[..(text.Length / 2)]);

        CommandRun run = await CommandRun.OfAsync(Database, "sample", "load", "--folder", County);
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("county", run.Error);
        Assert.Equal("", await StoredRows.OfAsync(Database));
    }

    [Fact]
    public async Task A_county_with_a_missing_file_is_refused_and_nothing_is_written()
    {
        written.CopyTo(County);
        File.Delete(Path.Combine(County, "buildings.geojson"));
        CommandRun run = await CommandRun.OfAsync(Database, "sample", "load", "--folder", County);
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("buildings.geojson", run.Error);
        Assert.Equal("", await StoredRows.OfAsync(Database));
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_alone_unless_forced()
    {
        Directory.CreateDirectory(County);
        string other = Path.Combine(County, "thesis.txt");
        await File.WriteAllTextAsync(other, "mine");

        CommandRun refused = await CommandRun.OfAsync("sample", "write", County);
        Assert.Equal(ExitCode.Refused, refused.ExitCode);
        Assert.Contains("--force", refused.Error);
        Assert.Equal([other], Directory.GetFileSystemEntries(County));
        Assert.Equal([County], Directory.GetFileSystemEntries(_folder.Path));

        CommandRun forced = await CommandRun.OfAsync("sample", "write", County, "--force");
        Assert.Equal(ExitCode.Done, forced.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(other));
        Assert.True(File.Exists(Path.Combine(County, "areas.geojson")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_ends_with_2()
    {
        string file = _folder.Write("file", "");
        CommandRun run = await CommandRun.OfAsync("sample", "write", Path.Combine(file, "county"));
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("写不了", run.Error);
    }

    [Fact]
    public async Task A_cancelled_writing_leaves_no_file_behind()
    {
        using CancellingWriter error = new("生成样例县");
        CommandRun run = await CommandRun.OfAsync(null, error, "sample", "write", County);
        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }
}
