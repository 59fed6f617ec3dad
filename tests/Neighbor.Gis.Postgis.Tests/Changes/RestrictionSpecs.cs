using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Postgis.Changes;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.Postgis.Snapshots;
using Neighbor.Gis.Testing.Databases;
using Neighbor.Gis.Testing.Scenes;
using NetTopologySuite.Geometries;
using Npgsql;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Changes;

public sealed class RestrictionSpecs : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly DateTime Noon = new(2026, 11, 25, 4, 0, 0, DateTimeKind.Utc);

    private TestDatabase? _database;

    private TestDatabase Database => _database!;

    private RestrictionStore Store => new(Database.Source);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await new DeliveryStore(Database.Source).ReplaceAsync(SmallTown.Deliver(), "load", "tester");
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    [Theory]
    [InlineData(
        "update gate set access = 'closed', hours = '06:00-22:00', checked_on = '2026-11-25', name = 'x'",
        true
    )]
    [InlineData("update gate set access = 'closed'; update gate set hours = 'off'", true)]
    [InlineData("update gate set flow = 'inOnly'", false)]
    [InlineData("update gate set node_id = node_id + 1", false)]
    [InlineData("update gate set access = 'closed', valid_to = '2030-01-01'", false)]
    [InlineData("delete from gate where code like '%G01'", false)]
    [InlineData("update gate set access = 'closed'; update building set name = 'x'", false)]
    [InlineData("delete from way", false)]
    [InlineData("truncate gate", false)]
    [InlineData("truncate closure", true)]
    public async Task Only_what_an_overlay_can_say_is_read_by_itself(string statements, bool isByItself)
    {
        long seen = (await new SnapshotReader(Database.Source).ReadAsync(Today)).ChangeSeq;
        await using NpgsqlCommand change = Database.Source.CreateCommand(statements);
        await change.ExecuteNonQueryAsync();

        Restrictions? read = await new RestrictionReader(Database.Source).ReadSinceAsync(seen, Today);

        Assert.Equal(isByItself, read is not null);
        LedgerSnapshot whole = await new SnapshotReader(Database.Source).ReadAsync(Today);
        if (read is not null)
        {
            Assert.Equal(whole.ChangeSeq, read.ChangeSeq);
            Assert.Equal(
                whole.Gates.Select(gate => (gate.Code, gate.Access, gate.Hours, gate.CheckedOn)),
                read.Gates.Select(gate => (gate.Code, gate.Access, gate.Hours, gate.CheckedOn))
            );
        }
    }

    [Fact]
    public async Task A_database_that_was_set_back_is_read_as_a_whole() =>
        Assert.Null(await new RestrictionReader(Database.Source).ReadSinceAsync(long.MaxValue, Today));

    [Fact]
    public async Task A_closure_comes_back_as_it_was_stored_and_the_log_tells_of_it()
    {
        LineString line = new([new Coordinate(118.5, 25.2), new Coordinate(118.51, 25.2)]) { SRID = 4490 };
        Closure added = await Store.AddClosureAsync(line, "东街", Noon, Noon.AddHours(1), "修路", "tester");

        Closure read = Assert.Single((await new SnapshotReader(Database.Source).ReadAsync(Today)).Closures);

        Assert.Equal(
            ("X000001", "东街", "修路", Noon, Noon.AddHours(1), "tester", ClosureKind.Line),
            (read.Code, read.Name, read.Reason, read.StartsAt, read.EndsAt!.Value, read.Source, read.Kind)
        );
        Assert.True(read.Geom.EqualsExact(added.Geom));
        await using var context = Database.NewContext();
        var change = context.Changes.OrderBy(one => one.Seq).Last();
        Assert.Equal(
            ("closure", "X000001", "insert", "tester", "修路"),
            (change.TableName, change.Key, change.Action, change.Actor, change.Reason)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Store.AddClosureAsync(new Point(118.5, 25.2) { SRID = 4490 }, "p", Noon, null, "r", "tester")
        );
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_closure_is_in_force_from_its_first_instant_to_before_its_last(int minutes, bool isInForce)
    {
        Closure closure = new()
        {
            Code = "X000001",
            Name = "",
            Source = "test",
            StartsAt = Noon,
            EndsAt = Noon.AddHours(1),
        };
        Assert.Equal(isInForce, closure.IsInForce(Noon.AddMinutes(minutes)));
    }

    [Fact]
    public async Task The_database_refuses_a_closure_that_is_nowhere_or_ends_before_it_begins()
    {
        const string Columns = "insert into closure (code, name, reason, starts_at, ends_at, line, source) values ";
        Assert.Equal("ck_closure_shape", await RefusedAsync(Columns + "('X1', '', '', now(), null, null, 't')"));
        Assert.Equal(
            "ck_closure_term",
            await RefusedAsync(
                Columns
                    + "('X1', '', '', now(), now(), ST_GeomFromText('MULTILINESTRING((118 25, 119 25))', 4490), 't')"
            )
        );
    }

    [Fact]
    public async Task A_gate_keeps_what_a_change_does_not_name()
    {
        string code = SmallTown.WalledCompound + "G01";
        Assert.True(await Store.SetGateAsync(new GateChange(code, null, "06:00-22:00", null), "r", "tester"));
        Assert.True(await Store.SetGateAsync(new GateChange(code, GateAccess.Open, null, Today), "r", "tester"));
        Assert.False(await Store.SetGateAsync(new GateChange("none", GateAccess.Open, null, null), "r", "tester"));
        await using var context = Database.NewContext();
        Gate gate = context.Gates.Single(one => one.Code == code);
        Assert.Equal((GateAccess.Open, "06:00-22:00", Today), (gate.Access, gate.Hours, gate.CheckedOn!.Value));
    }

    private async Task<string?> RefusedAsync(string statement)
    {
        await using NpgsqlCommand insert = Database.Source.CreateCommand(statement);
        return (await Assert.ThrowsAsync<PostgresException>(() => insert.ExecuteNonQueryAsync())).ConstraintName;
    }
}
