using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Postgis.Schema;
using Neighbor.Gis.Testing.Databases;
using Npgsql;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Schema;

public sealed class MigrationSpecs
{
    [Fact]
    public void The_migrations_make_exactly_the_model()
    {
        using var context = new NeighborContext(ContextOptions.For("Host=/nowhere"));

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_migrated_database_has_nothing_left_to_migrate()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();

        Assert.Empty(await GisDatabase.MigrateAsync(database.ConnectionString));
    }

    [Fact]
    public async Task Two_programs_that_migrate_at_once_do_it_once()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using (
            NpgsqlCommand clear = database.Source.CreateCommand("drop schema public cascade; create schema public")
        )
        {
            await clear.ExecuteNonQueryAsync();
        }

        await Task.WhenAll(
            GisDatabase.MigrateAsync(database.ConnectionString),
            GisDatabase.MigrateAsync(database.ConnectionString)
        );

        await using NpgsqlCommand count = database.Source.CreateCommand("select count(*) from migration_history");
        await using NeighborContext context = database.NewContext();
        Assert.Equal((long)context.Database.GetMigrations().Count(), await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task The_last_migration_can_be_taken_back_and_made_again()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using NeighborContext context = database.NewContext();

        await context.Database.MigrateAsync("Ledgers");
        await context.Database.MigrateAsync();

        await using NpgsqlCommand triggers = database.Source.CreateCommand(
            "select count(*) from pg_trigger where tgrelid = 'building'::regclass and not tgisinternal"
        );
        Assert.Equal(5L, await triggers.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Every_ledger_is_guarded_by_the_change_log()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using NeighborContext context = database.NewContext();

        foreach (Type ledger in LedgerModel.LedgerTypes)
        {
            string table = context.Model.FindEntityType(ledger)!.GetTableName()!;
            await using NpgsqlCommand triggers = database.Source.CreateCommand(
                $"select count(*) from pg_trigger where tgrelid = '{table}'::regclass and not tgisinternal"
            );
            Assert.Equal(5L, await triggers.ExecuteScalarAsync());
        }
    }

    [Theory]
    [InlineData("359921000000", "county")]
    [InlineData("359921001000", "town")]
    [InlineData("359921001001", "community")]
    [InlineData("359900000000", "prefecture")]
    [InlineData("350000000000", "province")]
    public async Task The_database_reads_a_level_from_a_code_as_the_code_does(string code, string level)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using NpgsqlCommand insert = database.Source.CreateCommand(
            $"""
            insert into area (code, name, geom, source, valid_from)
            values ('{code}', '', ST_Multi(ST_MakeEnvelope(118, 25, 119, 26, 4490)), 't', '-infinity') returning level
            """
        );

        Assert.Equal(level, await insert.ExecuteScalarAsync());
        Assert.Equal(level, SnakeCase.Word(Neighborhood.Codes.AreaCode.Parse(code).Level));
    }

    [Fact]
    public async Task A_word_that_no_enum_has_is_refused_by_the_table()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using NpgsqlCommand insert = database.Source.CreateCommand(
            "insert into responder (code, name, skills, geom, source, valid_from) "
                + "values ('R1', '', '{juggling}', ST_SetSRID(ST_Point(118, 25), 4490), 't', '-infinity')"
        );

        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => insert.ExecuteNonQueryAsync());
        Assert.Equal("ck_responder_skills", refused.ConstraintName);
    }
}
