using Neighbor.Gis.Testing.Databases;
using Xunit;

namespace Neighbor.Gis.Cli.Tests.Commands;

public sealed class ImportAreasSpecs : IAsyncLifetime
{
    private const string Good =
        """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":350521,"name":"惠安县"},"geometry":{"type":"Polygon","coordinates":[[[118.5,25.2],[118.6,25.2],[118.6,25.3],[118.5,25.2]]]}}]}""";

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
    public async Task An_area_is_stored_and_the_second_import_of_the_same_file_changes_nothing()
    {
        string file = _folder.Write("huian.geojson", Good);
        CommandRun first = await CommandRun.OfAsync(
            Database,
            "import",
            "areas",
            file,
            "--datum",
            "wgs84",
            "--level",
            "county"
        );
        Assert.Equal((ExitCode.Done, ""), (first.ExitCode, Faults(first)));
        Assert.Contains("来源“huian”已写入", first.Out);

        await using var context = Database.NewContext();
        var area = Assert.Single(context.Areas);
        Assert.Equal(("350521000000", "惠安县", "huian"), (area.Code.Value, area.Name, area.Source));
        Assert.Equal("cli:tester", context.ImportRuns.Single().Actor);

        string rows = await StoredRows.OfAsync(Database);
        CommandRun second = await CommandRun.OfAsync(
            Database,
            "import",
            "areas",
            file,
            "--datum",
            "wgs84",
            "--lang",
            "en"
        );
        Assert.Equal(ExitCode.Done, second.ExitCode);
        Assert.Contains("Stored as source \"huian\"", second.Out);
        Assert.Equal(rows.Replace("import_run 1", "import_run 2"), await StoredRows.OfAsync(Database));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        string file = _folder.Write("huian.geojson", Good);
        CommandRun run = await CommandRun.OfAsync(Database, "import", "areas", file, "--datum", "wgs84", "--dry-run");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("没有写入任何数据", run.Out);
        Assert.Equal("", await StoredRows.OfAsync(Database));
    }

    [Theory]
    [InlineData(
        "truncated",
        "第 1 行第 181 字节(文件第 180 字节),$.features[0].geometry.coordinates[0][2]: 文件不完整"
    )]
    [InlineData("not_json", "不是 JSON")]
    [InlineData("utf16", "编码不是 UTF-8,发现 UTF-16")]
    [InlineData("metres", "这是投影坐标(米),不是度")]
    [InlineData("swapped_axes", "纬度写在了经度前面")]
    [InlineData("crs_of_another_system", "文件自称坐标系为“EPSG:4214”,与 --datum wgs84 矛盾")]
    [InlineData("no_code", "没有代码")]
    [InlineData("point", "几何是 Point;应为 Polygon, MultiPolygon")]
    public async Task A_file_that_is_wrong_ends_with_2_says_why_and_writes_nothing(string fixture, string fault)
    {
        string file = Path.Combine(_folder.Path, $"{fixture}.geojson");
        byte[] text = fixture switch
        {
            "truncated" => System.Text.Encoding.UTF8.GetBytes(Good)[..180],
            "utf16" => [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(Good)],
            _ => System.Text.Encoding.UTF8.GetBytes(
                fixture switch
                {
                    "not_json" => Good.Replace("\"name\":", "name:"),
                    "metres" => Good.Replace("118.", "366168.").Replace("25.", "2752758."),
                    "swapped_axes" => "[118.5,25.2] [118.6,25.2] [118.6,25.3]"
                        .Split(' ')
                        .Aggregate(Good, (all, p) => all.Replace(p, $"[{p[7..11]},{p[1..6]}]")),
                    "crs_of_another_system" => Good.Replace(
                        "\"features\"",
                        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4214\"}},\"features\""
                    ),
                    "no_code" => Good.Replace("adcode", "number"),
                    _ =>
                        """{"type":"Feature","properties":{"adcode":350521,"name":"x"},"geometry":{"type":"Point","coordinates":[118.5,25.2]}}""",
                }
            ),
        };
        await File.WriteAllBytesAsync(file, text);

        CommandRun run = await CommandRun.OfAsync(Database, "import", "areas", file, "--datum", "wgs84");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains(fault, run.Error);
        Assert.Equal("", await StoredRows.OfAsync(Database));
    }

    [Fact]
    public async Task A_file_that_another_program_holds_ends_with_2()
    {
        string file = _folder.Write("held.geojson", Good);
        await using FileStream held = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        CommandRun run = await CommandRun.OfAsync(Database, "import", "areas", file, "--datum", "wgs84");
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("读不了", run.Error);
    }

    [Fact]
    public async Task A_file_with_one_bad_feature_is_stored_only_when_told_to_skip_it()
    {
        string file = _folder.Write(
            "two.geojson",
            Good.Replace(
                "}]}",
                "},{\"type\":\"Feature\",\"properties\":{\"adcode\":350524,\"name\":\"安溪县\"},\"geometry\":null}]}"
            )
        );
        CommandRun refused = await CommandRun.OfAsync(Database, "import", "areas", file, "--datum", "wgs84");
        Assert.Equal(ExitCode.Refused, refused.ExitCode);
        Assert.Contains("要素 1 安溪县: 没有几何", refused.Error);
        Assert.Equal("", await StoredRows.OfAsync(Database));

        CommandRun stored = await CommandRun.OfAsync(
            Database,
            "import",
            "areas",
            file,
            "--datum",
            "wgs84",
            "--skip-refused"
        );
        Assert.Equal(ExitCode.Done, stored.ExitCode);
        Assert.Contains("area 1", await StoredRows.OfAsync(Database));
    }

    [Fact]
    public async Task A_code_of_another_source_is_refused_by_name_and_nothing_is_written()
    {
        await CommandRun.OfAsync(Database, "import", "areas", _folder.Write("a.geojson", Good), "--datum", "wgs84");
        string rows = await StoredRows.OfAsync(Database);
        CommandRun run = await CommandRun.OfAsync(
            Database,
            "import",
            "areas",
            _folder.Write("b.geojson", Good),
            "--datum",
            "wgs84"
        );
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("行政区划 的代码 350521000000 已属于来源“a”", run.Error);
        Assert.Equal(rows, await StoredRows.OfAsync(Database));
    }

    [Fact]
    public async Task A_cancelled_import_ends_with_130_and_writes_nothing()
    {
        string file = _folder.Write("huian.geojson", Good);
        foreach (string moment in new[] { "读取", "写入数据库" })
        {
            using CancellingWriter error = new(moment);
            CommandRun run = await CommandRun.OfAsync(Database, error, "import", "areas", file, "--datum", "wgs84");
            Assert.Equal((moment, ExitCode.Cancelled), (moment, run.ExitCode));
            Assert.Contains("已取消", run.Error);
            Assert.Equal("", await StoredRows.OfAsync(Database));
        }
    }

    private static string Faults(CommandRun run) =>
        string.Join('\n', run.Error.Split('\n').Where(line => line.StartsWith("错误", StringComparison.Ordinal)));
}
