using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.Postgis.Schema;
using Neighbor.Gis.Testing.Databases;
using Neighbor.Gis.Testing.Scenes;
using Xunit;

namespace Neighbor.Gis.Cli.Tests.Commands;

public sealed class RestrictionCommandSpecs : IAsyncLifetime
{
    private const string WestGate = SmallTown.WalledCompound + "G01";
    private const string Line = "LINESTRING (118.5 25.2, 118.51 25.2)";

    private TestDatabase? _database;

    private TestDatabase Database => _database!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await new DeliveryStore(Database.Source).ReplaceAsync(SmallTown.Deliver(), "test", "test");
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    [Fact]
    public async Task A_gate_is_set_and_the_log_says_who_and_why()
    {
        CommandRun run = await CommandRun.OfAsync(
            Database,
            "gate",
            "set",
            WestGate,
            "--access",
            "staffedVisitors",
            "--hours",
            "06:00-22:00",
            "--checked-on",
            "2026-11-25",
            "--reason",
            "走访"
        );
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        await using NeighborContext context = Database.NewContext();
        Gate gate = context.Gates.Single(one => one.Code == WestGate);
        Assert.Equal(
            (GateAccess.StaffedVisitors, "06:00-22:00", new DateOnly(2026, 11, 25)),
            (gate.Access, gate.Hours, gate.CheckedOn!.Value)
        );
        Change change = context.Changes.OrderBy(one => one.Seq).Last();
        Assert.Equal(
            ("gate", WestGate, "cli:tester", "走访"),
            (change.TableName, change.Key, change.Actor, change.Reason)
        );

        await CommandRun.OfAsync(Database, "gate", "set", WestGate, "--access", "open", "--reason", "x");
        Assert.Equal("06:00-22:00", context.Gates.Where(one => one.Code == WestGate).Select(one => one.Hours).Single());
    }

    [Theory]
    [InlineData("--access", "ajar")]
    [InlineData("--access", "0")]
    [InlineData("--hours", "at dawn")]
    [InlineData("--checked-on", "25.11.2026")]
    public async Task A_wrong_value_is_named_and_nothing_is_changed(string option, string value)
    {
        string before = await StoredRows.OfAsync(Database);
        CommandRun run = await CommandRun.OfAsync(Database, "gate", "set", WestGate, option, value, "--reason", "x");
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await StoredRows.OfAsync(Database));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        Assert.Contains("--reason", (await RefusedAsync("gate", "set", WestGate, "--access", "open")).Error);
        Assert.Contains("--access", (await RefusedAsync("gate", "set", WestGate, "--reason", "x")).Error);
        Assert.Contains(
            "nowhere",
            (await RefusedAsync("gate", "set", "nowhere", "--access", "open", "--reason", "x")).Error
        );
        Assert.Contains(
            "--datum",
            (await RefusedAsync("closure", "add", "--name", "a", "--reason", "b", "--wkt", Line)).Error
        );
        Assert.Contains(
            "--geojson",
            (await RefusedAsync("closure", "add", "--name", "a", "--reason", "b", "--datum", "wgs84")).Error
        );
        Assert.Contains("X000009", (await RefusedAsync("closure", "end", "X000009")).Error);
    }

    [Theory]
    [InlineData("POINT (118.5 25.2)")]
    [InlineData("LINESTRING (118.5")]
    [InlineData("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))")]
    public async Task What_cannot_be_closed_is_refused(string wkt) =>
        Assert.Contains(
            "--wkt",
            (
                await RefusedAsync("closure", "add", "--name", "a", "--reason", "b", "--datum", "wgs84", "--wkt", wkt)
            ).Error
        );

    [Fact]
    public async Task A_closure_is_added_listed_and_ended()
    {
        using Folder folder = new();
        string file = Path.Combine(folder.Path, "zone.geojson");
        await File.WriteAllTextAsync(
            file,
            """{"type":"Polygon","coordinates":[[[118.5,25.2],[118.51,25.2],[118.51,25.21],[118.5,25.2]]]}"""
        );
        CommandRun added = await CommandRun.OfAsync(
            Database,
            "closure",
            "add",
            "--name",
            "东市场",
            "--reason",
            "演练",
            "--datum",
            "gcj02",
            "--geojson",
            file,
            "--from",
            "2026-11-25T08:00",
            "--to",
            "2026-11-26T08:00"
        );
        Assert.Equal((ExitCode.Done, ""), (added.ExitCode, added.Error));
        await CommandRun.OfAsync(
            Database,
            "closure",
            "add",
            "--name",
            "b",
            "--reason",
            "c",
            "--datum",
            "wgs84",
            "--wkt",
            Line
        );

        await using NeighborContext context = Database.NewContext();
        Closure[] stored = [.. context.Closures.OrderBy(one => one.Code)];
        Assert.Equal(["X000001", "X000002"], stored.Select(one => one.Code));
        Assert.Equal([ClosureKind.ControlZone, ClosureKind.Line], stored.Select(one => one.Kind));
        Assert.Equal(new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc), stored[0].StartsAt);
        Assert.InRange(stored[0].Zone!.Coordinates[0].X, 118.49, 118.499); // moved out of GCJ-02

        CommandRun listed = await CommandRun.OfAsync(Database, "closure", "list", "--lang", "en");
        Assert.Contains("2026-11-26T08:00", listed.Out, StringComparison.Ordinal);
        Assert.Contains("control zone", listed.Out, StringComparison.Ordinal);

        CommandRun ended = await CommandRun.OfAsync(Database, "closure", "end", "X000001", "--at", "2026-11-25T12:00");
        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Equal(
            new DateTime(2026, 11, 25, 4, 0, 0, DateTimeKind.Utc),
            context.Closures.Where(one => one.Code == "X000001").Select(one => one.EndsAt).Single()
        );
        Assert.Contains("X000001", (await RefusedAsync("closure", "end", "X000001", "--at", "2026-11-25T13:00")).Error);

        // One that has not begun by then is taken back.
        await CommandRun.OfAsync(Database, "closure", "end", "X000001", "--at", "2026-11-25T07:00");
        Assert.Equal(["X000002"], context.Closures.Select(one => one.Code));
    }

    private async Task<CommandRun> RefusedAsync(params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync(Database, arguments);
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        return run;
    }
}
