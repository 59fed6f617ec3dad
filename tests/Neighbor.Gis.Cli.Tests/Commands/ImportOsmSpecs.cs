using Neighbor.Gis.Testing;
using Neighbor.Gis.Testing.Databases;
using Xunit;

namespace Neighbor.Gis.Cli.Tests.Commands;

public sealed class ImportOsmSpecs : IAsyncLifetime
{
    private const string Good = """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6">
          <node id="1" lat="25.200" lon="118.500"/>
          <node id="2" lat="25.201" lon="118.501"/>
          <node id="3" lat="25.202" lon="118.501"/>
          <way id="10">
            <nd ref="1"/><nd ref="2"/>
            <tag k="highway" v="residential"/><tag k="name" v="东门巷"/>
          </way>
          <way id="11">
            <nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/>
            <tag k="building" v="yes"/>
          </way>
        </osm>
        """;

    private readonly Folder _folder = new();
    private TestDatabase? _database;

    private TestDatabase Database => _database!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await Database.DisposeAsync();
    }

    [Fact]
    public async Task An_extract_becomes_ways_and_buildings_of_its_source()
    {
        string file = _folder.Write("town.osm", Good);
        CommandRun run = await CommandRun.OfAsync(
            Database,
            "import",
            "osm",
            file,
            "--source",
            "town 2026",
            "--lang",
            "en"
        );
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("3 nodes, 2 ways, 0 relations", run.Out);
        Assert.Contains("Stored as source \"town 2026\"", run.Out);

        await using var context = Database.NewContext();
        Assert.Equal(10, Assert.Single(context.Ways).Id);
        Assert.Equal("osm:w11", Assert.Single(context.Buildings).Code);
    }

    [Theory]
    [InlineData("cut_off")]
    [InlineData("not_osm")]
    [InlineData("empty")]
    public async Task A_file_that_is_wrong_ends_with_2_names_the_file_and_writes_nothing(string fixture)
    {
        string text = fixture switch
        {
            "cut_off" => Good[..(Good.Length / 2)],
            "not_osm" => "This is no map.",
            _ => "",
        };
        string file = _folder.Write($"{fixture}.osm", text);
        CommandRun run = await CommandRun.OfAsync(Database, "import", "osm", file);
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains($"{fixture}.osm", run.Error);
        Assert.Contains("读不了", run.Error);
        Assert.Equal("", await StoredRows.OfAsync(Database));
    }

    [Fact]
    public async Task A_real_extract_cut_in_half_is_refused_and_writes_nothing()
    {
        string real = Real("osm/monaco-2016/monaco.osm.pbf");
        byte[] whole = await File.ReadAllBytesAsync(real);
        string file = Path.Combine(_folder.Path, "half.osm.pbf");
        await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)]);

        CommandRun run = await CommandRun.OfAsync(Database, "import", "osm", file);
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("half.osm.pbf", run.Error);
        Assert.Equal("", await StoredRows.OfAsync(Database));
    }

    [Fact]
    public async Task A_real_import_that_is_cancelled_while_it_stores_writes_nothing()
    {
        string real = Real("osm/cn-guixi-2024/map.osm");
        using CancellingWriter error = new("写入数据库");
        CommandRun run = await CommandRun.OfAsync(Database, error, "import", "osm", real);
        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Equal("", await StoredRows.OfAsync(Database));
    }

    private static string Real(string file)
    {
        string? path = RepositoryFiles.FindReal(file);
        Assert.SkipWhen(path is null, $"SKIPPED: no real data at {file}");
        return path!;
    }
}
