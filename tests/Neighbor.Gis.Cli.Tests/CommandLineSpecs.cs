using Xunit;

namespace Neighbor.Gis.Cli.Tests;

public sealed class CommandLineSpecs
{
    [Theory]
    [InlineData("缺少命令", "import, sample, gate, closure, database")]
    [InlineData("缺少命令", "osm, areas", "import")]
    [InlineData("不认识“imprt”", "import, sample, gate, closure, database", "imprt")]
    [InlineData("不认识“--datun”", "--datum", "import", "areas", "x.geojson", "--datun", "gcj02")]
    [InlineData("不认识“second.osm”", "--help", "import", "osm", "first.osm", "second.osm")]
    [InlineData("缺少参数 file", "import areas --help", "import", "areas")]
    [InlineData("缺少 --datum", "cgcs2000|wgs84|gcj02|bd09", "import", "areas", "x.geojson", "--datum")]
    [InlineData("缺少 --datum", "cgcs2000, wgs84, gcj02, bd09", "import", "areas", "x.geojson")]
    [InlineData(
        "--datum 的值“gcj2”",
        "cgcs2000, wgs84, gcj02, bd09",
        "import",
        "areas",
        "x.geojson",
        "--datum",
        "gcj2"
    )]
    [InlineData(
        "--level 的值“city”",
        "province, prefecture, county",
        "import",
        "areas",
        "x",
        "--datum",
        "wgs84",
        "--level",
        "city"
    )]
    [InlineData(
        "--level 的值“3”",
        "province, prefecture, county",
        "import",
        "areas",
        "x",
        "--datum",
        "wgs84",
        "--level",
        "3"
    )]
    [InlineData("--parent 的值“35052”", "350521", "import", "areas", "x", "--datum", "wgs84", "--parent", "35052")]
    [InlineData(
        "--valid-from 的值“1.1.2026”",
        "2026-01-01",
        "import",
        "areas",
        "x",
        "--datum",
        "wgs84",
        "--valid-from",
        "1.1.2026"
    )]
    [InlineData("--seed 的值“x”", "20261121", "sample", "write", "/tmp", "--seed", "x")]
    [InlineData("找不到文件“/no/such.osm”", "/no/such.osm", "import", "osm", "/no/such.osm")]
    [InlineData("找不到文件“/no/such.geojson”", "/no/such", "import", "areas", "/no/such.geojson", "--datum", "wgs84")]
    [InlineData("找不到文件“/usr”", "/usr", "import", "osm", "/usr")]
    [InlineData("找不到文件夹“/no/such”", "/no/such", "sample", "load", "--folder", "/no/such")]
    public async Task A_wrong_command_ends_with_2_and_names_what_was_found_and_what_is_allowed(
        string fault,
        string allowed,
        params string[] arguments
    )
    {
        CommandRun run = await CommandRun.OfAsync(arguments);
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.StartsWith($"错误: {fault}", run.Error);
        Assert.Contains(allowed, run.Error);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_refused_and_never_repeated()
    {
        CommandRun run = await CommandRun.OfAsync("database", "status", "--database", "Hst=x;Password=secret");
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("--database", run.Error);
        Assert.DoesNotContain("secret", run.Error);
    }

    [Theory]
    [InlineData("database", "status")]
    [InlineData("database", "migrate")]
    public async Task A_database_that_is_not_there_ends_with_3(params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync(arguments);
        Assert.Equal(ExitCode.NoDatabase, run.ExitCode);
        Assert.Contains("数据库不可用", run.Error);
        Assert.Contains("/nowhere/at/all", run.Error);
    }

    [Theory]
    [InlineData("Usage: neighbor", "--lang", "en", "--help")]
    [InlineData("用法: neighbor", "--help")]
    [InlineData("用法: neighbor import areas <file>", "import", "areas", "--help")]
    [InlineData("用法: neighbor import osm <file>", "import", "osm", "-h")]
    [InlineData("用法: neighbor sample write <folder>", "sample", "write", "--help")]
    public async Task Help_is_shown_for_every_command_and_ends_with_0(string usage, params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync(arguments);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains(usage, run.Out);
        Assert.Contains("130", run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task The_version_is_shown()
    {
        CommandRun run = await CommandRun.OfAsync("--version");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("0.1.0", run.Out);
    }
}
