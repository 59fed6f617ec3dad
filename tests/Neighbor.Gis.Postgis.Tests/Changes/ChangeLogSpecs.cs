using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.Postgis.Schema;
using Neighbor.Gis.Postgis.Tests.Deliveries;
using Neighbor.Gis.Testing.Databases;
using Npgsql;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Changes;

public sealed class ChangeLogSpecs : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await new DeliveryStore(_database.Source).ReplaceAsync(Town.Whole(), "load", "tester");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Whoever_changes_a_row_is_in_the_log_with_the_reason()
    {
        await RunAsync(
            "select set_config('neighbor.actor', 'lin', true), set_config('neighbor.reason', '改名', true)",
            $"update compound set name = '新名' where code = '{Town.Community}C001'"
        );

        Change change = await LastAsync();
        Assert.Equal(
            ("lin", "改名", "compound", "update"),
            (change.Actor, change.Reason, change.TableName, change.Action)
        );
        Assert.Contains("\"name\": \"樾溪花园\"", change.Before, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"新名\"", change.After, StringComparison.Ordinal);
        Assert.Contains("MultiPolygon", change.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_say_a_name_is_logged_as_the_database_user()
    {
        await RunAsync("update lane set name = '巷'");

        Change change = await LastAsync();
        Assert.Equal(("neighbor", ""), (change.Actor, change.Reason));
    }

    [Fact]
    public async Task An_update_that_changes_nothing_is_not_a_change()
    {
        Change before = await LastAsync();

        await RunAsync("update building set name = name");

        Assert.Equal(before.Seq, (await LastAsync()).Seq);
    }

    [Fact]
    public async Task A_code_that_is_changed_is_one_row_gone_and_another_come()
    {
        await RunAsync("update duty set code = 'D000002'");

        await using NeighborContext context = _database.NewContext();
        List<Change> changes = await context
            .Changes.Where(c => c.TableName == "duty")
            .OrderBy(c => c.Seq)
            .ToListAsync();
        Assert.Equal(
            [("D000001", "insert"), ("D000001", "delete"), ("D000002", "insert")],
            changes.Select(c => (c.Key, c.Action))
        );
    }

    [Fact]
    public async Task Ways_are_counted_by_data_set_and_not_listed()
    {
        await RunAsync("update way set name = '新路'");

        Change change = await LastAsync();
        Assert.Equal(
            ("way", "base", "update", "{\"rows\": 2}"),
            (change.TableName, change.Key, change.Action, change.After)
        );
    }

    [Fact]
    public async Task A_truncated_table_is_in_the_log()
    {
        await RunAsync("truncate gate");

        Change change = await LastAsync();
        Assert.Equal(("gate", "*", "truncate"), (change.TableName, change.Key, change.Action));
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_leaves_no_trace()
    {
        Change before = await LastAsync();

        await RunAsync("update lane set name = 'x'", "rollback", "begin");

        Assert.Equal(before.Seq, (await LastAsync()).Seq);
    }

    [Fact]
    public async Task A_transaction_tells_listeners_once_with_its_last_seq_when_it_commits()
    {
        List<string> heard = await HearAsync(async () =>
        {
            await RunAsync(
                "update lane set name = 'a'",
                "update building set name = 'b'",
                "savepoint s",
                "update grid set name = 'c'",
                "rollback to s",
                "update gate set name = 'd'"
            );
            await RunAsync("update building set name = name");
            await RunAsync("update lane set name = 'e'");
        });

        await using NeighborContext context = _database.NewContext();
        long[] last = [.. await context.Changes.OrderByDescending(c => c.Seq).Take(2).Select(c => c.Seq).ToListAsync()];
        Assert.Equal([$"{last[1]}", $"{last[0]}"], heard);
        await using NpgsqlCommand left = _database.Source.CreateCommand("select count(*) from change_notice");
        Assert.Equal(0L, await left.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Writers_take_turns_so_that_a_later_commit_never_has_an_earlier_seq()
    {
        // The first to write commits last of all that could be imagined; the second must wait for it.
        await using NpgsqlConnection first = await _database.Source.OpenConnectionAsync();
        await using NpgsqlTransaction slow = await first.BeginTransactionAsync();
        await using (var write = new NpgsqlCommand("update lane set name = 'first'", first))
        {
            await write.ExecuteNonQueryAsync();
        }

        Task second = RunAsync("update gate set name = 'second'");
        await WaitForAsync("select count(*) from pg_locks where locktype = 'advisory' and not granted", 1);
        Assert.False(second.IsCompleted);
        await using (var write = new NpgsqlCommand("update gate set name = 'first'", first))
        {
            await write.ExecuteNonQueryAsync(); // would wait for the second forever if that had locked its row already
        }

        await slow.CommitAsync();
        await second;

        await using NeighborContext context = _database.NewContext();
        Assert.Contains("second", (await LastAsync()).After, StringComparison.Ordinal);
    }

    private async Task<List<string>> HearAsync(Func<Task> act)
    {
        var heard = new List<string>();
        await using NpgsqlConnection ear = await _database.Source.OpenConnectionAsync();
        ear.Notification += (_, message) => heard.Add(message.Payload);
        await using (var listen = new NpgsqlCommand("listen neighbor_changed", ear))
        {
            await listen.ExecuteNonQueryAsync();
        }

        await act();

        // Messages are delivered in the order of the commits; this one is the end.
        await using (NpgsqlCommand end = _database.Source.CreateCommand("select pg_notify('neighbor_changed', 'end')"))
        {
            await end.ExecuteNonQueryAsync();
        }

        while (!heard.Contains("end"))
        {
            await ear.WaitAsync();
        }

        heard.Remove("end");
        return heard;
    }

    private async Task WaitForAsync(string count, long wanted)
    {
        while (true)
        {
            await using NpgsqlCommand ask = _database.Source.CreateCommand(count);
            if ((long)(await ask.ExecuteScalarAsync())! == wanted)
            {
                return;
            }
        }
    }

    private async Task RunAsync(params string[] statements)
    {
        await using NpgsqlConnection connection = await _database.Source.OpenConnectionAsync();
        foreach (string statement in (string[])["begin", .. statements, "commit"])
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task<Change> LastAsync()
    {
        await using NeighborContext context = _database.NewContext();
        return await context.Changes.OrderByDescending(c => c.Seq).FirstAsync();
    }
}
