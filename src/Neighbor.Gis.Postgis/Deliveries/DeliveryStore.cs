using System.Diagnostics;
using System.Text.Json;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Postgis.Schema;
using Npgsql;
using NpgsqlTypes;

namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>Stores what a data set delivers: all of it or nothing.</summary>
/// <remarks>
/// <para>Rows are sent into staging tables, completed there (which community, grid, micro-grid and compound a place lies in),
/// and then compared with what is stored: what did not change is not touched, so the change log shows what is different and
/// nothing else.</para>
/// <para>Cost: a delivery is streamed; memory does not grow with it.</para>
/// <para>Threads: safe. Deliveries to one database wait for each other.</para>
/// </remarks>
public sealed class DeliveryStore(NpgsqlDataSource source)
{
    /// <summary>Replaces everything that the delivery's source brought before.</summary>
    /// <param name="delivery">The rows.</param>
    /// <param name="reason">Why, for the change log.</param>
    /// <param name="actor">Who, for the change log.</param>
    /// <param name="progress">Told about every table and every few thousand rows.</param>
    /// <param name="cancellationToken">Stops it; nothing is stored then.</param>
    /// <exception cref="CodeClashException">A code is in the delivery twice, or belongs to another source.</exception>
    /// <exception cref="ArgumentException">A row says another source than the delivery, or a geometry is not in CGCS2000.</exception>
    public async Task<DeliveryReceipt> ReplaceAsync(
        Delivery delivery,
        string reason,
        string actor,
        IProgress<DeliveryProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var watch = Stopwatch.StartNew();
        IReadOnlyList<StagedLedger> ledgers = StagedLedger.Of(delivery);
        foreach (StagedLedger ledger in ledgers)
        {
            ledger.Check(delivery.Source);
        }

        await using NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var enter = new NpgsqlCommand(EmbeddedSql.Read("Deliveries.enter.sql"), connection))
        {
            // Another delivery may go first, however long it takes.
            enter.CommandTimeout = 0;
            enter.Parameters.Add(new NpgsqlParameter<string> { TypedValue = actor });
            enter.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason });
            await enter.ExecuteNonQueryAsync(cancellationToken);
        }

        var run = new DeliveryRun(connection, delivery.Source, ledgers, progress, cancellationToken);
        Dictionary<string, LedgerCounts> counts = await run.MergeAsync();
        await using var leave = new NpgsqlCommand(EmbeddedSql.Read("Deliveries.leave.sql"), connection);
        leave.Parameters.Add(new NpgsqlParameter<string> { TypedValue = delivery.Source });
        leave.Parameters.Add(new NpgsqlParameter<string> { TypedValue = actor });
        leave.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason });
        leave.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)watch.ElapsedMilliseconds });
        leave.Parameters.Add(
            new NpgsqlParameter<string>
            {
                TypedValue = JsonSerializer.Serialize(counts, JsonSerializerOptions.Web),
                NpgsqlDbType = NpgsqlDbType.Jsonb,
            }
        );
        object? lastSeq = await leave.ExecuteScalarAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new DeliveryReceipt(delivery.Source, counts, lastSeq as long?, watch.Elapsed);
    }
}
