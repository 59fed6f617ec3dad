using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.Postgis.Schema;
using Neighbor.Gis.Testing.Databases;
using NetTopologySuite.Geometries;
using Npgsql;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Deliveries;

public sealed class DeliverySpecs : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private DeliveryStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _store = new DeliveryStore(_database.Source);
    }

    /// <summary>Closures are drawn by hand: no data set brings them.</summary>
    private static int DeliveredTables => LedgerModel.LedgerTypes.Count(type => type != typeof(Closure));

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Everything_that_is_delivered_is_read_back_as_it_was()
    {
        Delivery town = Town.Whole();

        DeliveryReceipt receipt = await _store.ReplaceAsync(town, "first load", "tester");

        Assert.Equal(DeliveredTables, receipt.Tables.Count);
        Assert.All(receipt.Tables.Values, count => Assert.Equal(count.Delivered, count.Inserted));
        await using NeighborContext context = _database.NewContext();
        Assert.Equal(
            town.Areas.Select(a => (a.Code, a.Name, a.Source, a.ValidFrom, a.ValidTo)),
            (await context.Areas.OrderBy(a => a.Code).ToListAsync()).Select(a =>
                (a.Code, a.Name, a.Source, a.ValidFrom, a.ValidTo)
            )
        );
        Building building = await context.Buildings.SingleAsync(b => b.Code == Town.Community + "00001");
        Assert.True(building.Geom.EqualsExact(town.Buildings[0].Geom));
        Assert.Equal(4490, building.Geom.SRID);
        Assert.Equal(
            (6, 24, 60, 12, null),
            (
                building.Floors,
                building.Households,
                building.Residents,
                building.Residents60Plus,
                building.ChildrenUnder7
            )
        );
        ServicePoint clinic = await context.ServicePoints.SingleAsync(p =>
            p.Functions.Contains(ServiceFunction.Medical)
        );
        Assert.Equal([ServiceFunction.Elderly, ServiceFunction.Medical], clinic.Functions);
        Assert.Equal([100L, 101L, 102L], (await context.Ways.SingleAsync(w => w.Id == 1)).NodeIds);
        Assert.Equal(DateOnly.MinValue, building.ValidFrom);
    }

    [Fact]
    public async Task Gaps_are_filled_from_the_ground_around_a_place()
    {
        await _store.ReplaceAsync(Town.Whole(), "first load", "tester");

        await using NeighborContext context = _database.NewContext();
        Dictionary<string, Building> buildings = await context.Buildings.ToDictionaryAsync(b => b.Code);
        Building inPhase = buildings[Town.Community + "00001"];
        Assert.Equal(
            (Town.Community, Town.Community + "001", Town.Community + "001001", Town.Community + "C002"),
            (inPhase.CommunityCode?.Value, inPhase.GridCode?.Value, inPhase.MicroGridCode, inPhase.CompoundCode)
        );
        Building inSecondGrid = buildings[Town.Community + "00002"];
        Assert.Equal(
            (Town.Community, Town.Community + "002", null, null),
            (
                inSecondGrid.CommunityCode?.Value,
                inSecondGrid.GridCode?.Value,
                inSecondGrid.MicroGridCode,
                inSecondGrid.CompoundCode
            )
        );
        Building withoutGrid = buildings[Town.OtherCommunity + "00001"];
        Assert.Equal((Town.OtherCommunity, null), (withoutGrid.CommunityCode?.Value, withoutGrid.GridCode?.Value));
        Building outside = buildings["35992100100900001"];
        Assert.Equal((null, null), (outside.CommunityCode?.Value, outside.GridCode?.Value));
        Assert.Equal(Town.Community, (await context.ServicePoints.SingleAsync()).CommunityCode?.Value);
        Assert.Equal(Town.Community, (await context.Lanes.SingleAsync()).CommunityCode?.Value);
        Assert.All(await context.Compounds.ToListAsync(), c => Assert.Equal(Town.Community, c.CommunityCode?.Value));
    }

    [Fact]
    public async Task Areas_that_come_after_the_buildings_of_another_source_fill_their_gaps()
    {
        Delivery town = Town.Whole();
        await _store.ReplaceAsync(
            new Delivery
            {
                Source = "osm",
                Buildings = [Town.Building("osm:w1", 7, 3, "osm")],
                ServicePoints = [Town.Clinic("osm:n1", 15, 5, "osm")],
            },
            "osm",
            "tester"
        );

        DeliveryReceipt receipt = await _store.ReplaceAsync(
            new Delivery
            {
                Source = "base",
                Areas = town.Areas,
                Grids = town.Grids,
            },
            "areas",
            "tester"
        );

        Assert.Equal(new LedgerCounts(0, 0, 1, 0), receipt.Tables["building"]);
        await using NeighborContext context = _database.NewContext();
        Assert.Equal(Town.Community + "002", (await context.Buildings.SingleAsync()).GridCode?.Value);
        Assert.Equal(Town.OtherCommunity, (await context.ServicePoints.SingleAsync()).CommunityCode?.Value);
    }

    [Fact]
    public async Task The_same_delivery_again_changes_nothing_and_logs_nothing()
    {
        await _store.ReplaceAsync(Town.Whole(), "first", "tester");
        long before = await ScalarAsync<long>("select count(*) from change_log");

        DeliveryReceipt receipt = await _store.ReplaceAsync(Town.Whole(), "second", "tester");

        Assert.Null(receipt.LastSeq);
        Assert.All(
            receipt.Tables.Values,
            count => Assert.Equal((0, 0, 0), (count.Inserted, count.Updated, count.Deleted))
        );
        Assert.Equal(before, await ScalarAsync<long>("select count(*) from change_log"));
        Assert.Equal(2, await ScalarAsync<long>("select count(*) from import_run"));
    }

    [Fact]
    public async Task A_new_delivery_replaces_its_own_source_and_leaves_the_others_alone()
    {
        await _store.ReplaceAsync(Town.Whole(), "first", "tester");
        await _store.ReplaceAsync(
            new Delivery
            {
                Source = "osm",
                Ways = [Town.Way(1, "osm", (0, 0), (1, 1))],
                Buildings = [Town.Building("osm:w1", 7, 3, "osm")],
            },
            "osm",
            "tester"
        );
        Delivery changed = Town.Whole() with
        {
            Buildings =
            [
                Town.Building(Town.Community + "00001", 2.2, 2.2, name: "甲栋"),
                Town.Building(Town.Community + "00003", 8, 8),
            ],
            Ways = [Town.Way(2, "base", (5, 5), (5, 10))],
        };

        DeliveryReceipt receipt = await _store.ReplaceAsync(changed, "second", "tester");

        Assert.Equal(new LedgerCounts(2, 1, 1, 3), receipt.Tables["building"]);
        Assert.Equal(new LedgerCounts(1, 0, 0, 1), receipt.Tables["way"]);
        await using NeighborContext context = _database.NewContext();
        Assert.Equal(
            [Town.Community + "00001", Town.Community + "00003", "osm:w1"],
            await context.Buildings.OrderBy(b => b.Code).Select(b => b.Code).ToListAsync()
        );
        Assert.Equal(2, await context.Ways.CountAsync());
        Change renamed = await context.Changes.SingleAsync(c => c.Action == "update" && c.TableName == "building");
        Assert.Equal((Town.Community + "00001", "tester", "second"), (renamed.Key, renamed.Actor, renamed.Reason));
        Assert.Contains("\"1号楼\"", renamed.Before, StringComparison.Ordinal);
        Assert.Contains("\"甲栋\"", renamed.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_another_source_is_refused_by_name_and_nothing_is_written()
    {
        await _store.ReplaceAsync(Town.Whole(), "first", "tester");
        long before = await ScalarAsync<long>("select max(seq) from change_log");
        var rival = new Delivery
        {
            Source = "rival",
            Areas = [Town.Area("359921001003", Town.Ground(30, 0, 1, 1), "rival")],
            Buildings = [Town.Building("new", 1, 1, "rival"), Town.Building(Town.Community + "00002", 1, 1, "rival")],
        };

        CodeClashException clash = await Assert.ThrowsAsync<CodeClashException>(() =>
            _store.ReplaceAsync(rival, "x", "tester")
        );

        Assert.Equal(
            ("building", Town.Community + "00002", "rival", "base"),
            (clash.TableName, clash.Code, clash.DeliveredSource, clash.OtherSource)
        );
        Assert.Equal(before, await ScalarAsync<long>("select max(seq) from change_log"));
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from area where source = 'rival'"));
    }

    [Fact]
    public async Task A_code_that_comes_twice_is_refused_by_name()
    {
        var twice = new Delivery { Source = "base", Buildings = [Town.Building("a", 1, 1), Town.Building("a", 2, 2)] };

        CodeClashException clash = await Assert.ThrowsAsync<CodeClashException>(() =>
            _store.ReplaceAsync(twice, "x", "tester")
        );

        Assert.Equal(("a", "base"), (clash.Code, clash.OtherSource));
    }

    [Fact]
    public async Task A_row_that_says_another_source_is_refused()
    {
        var mixed = new Delivery { Source = "base", Buildings = [Town.Building("a", 1, 1, "osm")] };

        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            _store.ReplaceAsync(mixed, "x", "tester")
        );

        Assert.Contains("'osm' in a delivery of 'base'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4326)]
    public async Task A_geometry_that_is_not_in_CGCS2000_is_refused(int srid)
    {
        Building building = Town.Building("a", 1, 1);
        building.Geom.SRID = srid;
        var wrong = new Delivery { Source = "base", Buildings = [building] };

        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            _store.ReplaceAsync(wrong, "x", "tester")
        );

        Assert.Contains($"SRID {srid}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_that_is_cancelled_half_way_leaves_nothing()
    {
        using var giveUp = new CancellationTokenSource();
        var stopAtWays = new StopAt("way", giveUp);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _store.ReplaceAsync(Town.Whole(), "x", "tester", stopAtWays, giveUp.Token)
        );

        Assert.Equal(
            0,
            await ScalarAsync<long>(
                "select (select count(*) from building) + (select count(*) from area) + (select count(*) from change_log) + (select count(*) from import_run)"
            )
        );
    }

    [Fact]
    public async Task Progress_names_every_table_and_ends_at_the_whole()
    {
        var heard = new List<DeliveryProgress>();

        await _store.ReplaceAsync(Town.Whole(), "x", "tester", new Listening(heard));

        Assert.Equal(DeliveredTables, heard.Select(p => p.TableName).Distinct().Count());
        Assert.Equal(heard[^1].RowsTotal, heard[^1].RowsDone);
        Assert.Equal(heard.OrderBy(p => p.RowsDone), heard);
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using NpgsqlCommand command = _database.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private sealed class StopAt(string table, CancellationTokenSource giveUp) : IProgress<DeliveryProgress>
    {
        public void Report(DeliveryProgress value)
        {
            if (value.TableName == table)
            {
                giveUp.Cancel();
            }
        }
    }

    private sealed class Listening(List<DeliveryProgress> heard) : IProgress<DeliveryProgress>
    {
        public void Report(DeliveryProgress value) => heard.Add(value);
    }
}
