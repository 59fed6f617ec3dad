using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Neighbor.Gis.Postgis.Changes;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.Postgis.Tests.Deliveries;
using Neighbor.Gis.Testing.Databases;
using Npgsql;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Changes;

public sealed class ChangeListenerSpecs : IAsyncLifetime
{
    private readonly Channel<long> _told = Channel.CreateUnbounded<long>();
    private readonly CancellationTokenSource _end = new();
    private TestDatabase _database = null!;
    private ChangeListener _listener = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _listener = new ChangeListener(_database.Source, NullLogger<ChangeListener>.Instance);
        await new DeliveryStore(_database.Source).ReplaceAsync(Town.Whole(), "load", "tester");
    }

    public async ValueTask DisposeAsync()
    {
        _end.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_was_changed_before_it_listened_is_told_first()
    {
        Task listening = Listen(seen: 0);

        Assert.Equal(await SeqAsync(), await _told.Reader.ReadAsync());
        await EndAsync(listening);
    }

    [Fact]
    public async Task A_change_is_told_when_it_is_committed()
    {
        Task listening = Listen(await SeqAsync());
        await ListeningAsync();

        await RunAsync("update lane set name = 'new'");

        Assert.Equal(await SeqAsync(), await _told.Reader.ReadAsync());
        await EndAsync(listening);
    }

    [Fact]
    public async Task A_change_made_while_the_connection_was_lost_is_told_after_it_is_back()
    {
        Task listening = Listen(await SeqAsync());
        await ListeningAsync();
        await RunAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' or query ilike '%max(seq)%' and pid <> pg_backend_pid()"
        );

        await RunAsync("update lane set name = 'meanwhile'");

        Assert.Equal(await SeqAsync(), await _told.Reader.ReadAsync());
        await EndAsync(listening);
    }

    [Fact]
    public async Task A_change_that_could_not_be_taken_in_for_want_of_the_database_is_told_again()
    {
        int calls = 0;
        Task listening = _listener.RunAsync(
            0,
            async (seq, cancellationToken) =>
            {
                if (++calls == 1)
                {
                    throw new NpgsqlException("away");
                }

                await _told.Writer.WriteAsync(seq, cancellationToken);
            },
            _end.Token
        );

        Assert.Equal(await SeqAsync(), await _told.Reader.ReadAsync());
        Assert.Equal(2, calls);
        await EndAsync(listening);
    }

    private Task Listen(long seen) =>
        _listener.RunAsync(
            seen,
            async (seq, cancellationToken) => await _told.Writer.WriteAsync(seq, cancellationToken),
            _end.Token
        );

    private async Task EndAsync(Task listening)
    {
        await _end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    /// <summary>Until the listener has said LISTEN and looked at the log once.</summary>
    private async Task ListeningAsync()
    {
        while (true)
        {
            await using NpgsqlCommand ask = _database.Source.CreateCommand(
                "select count(*) from pg_stat_activity where datname = current_database() and state = 'idle' "
                    + "and query ilike '%max(seq)%change_log%' and pid <> pg_backend_pid()"
            );
            if ((long)(await ask.ExecuteScalarAsync())! > 0)
            {
                return;
            }
        }
    }

    private async Task<long> SeqAsync()
    {
        await using NpgsqlCommand ask = _database.Source.CreateCommand(
            "select seq from change_log order by 1 desc limit 1"
        );
        return (long)(await ask.ExecuteScalarAsync())!;
    }

    private async Task RunAsync(string statement)
    {
        await using NpgsqlCommand command = _database.Source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
