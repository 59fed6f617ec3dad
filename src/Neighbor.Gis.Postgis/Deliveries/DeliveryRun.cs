using Npgsql;

namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>The steps of storing one delivery, inside its transaction.</summary>
internal sealed class DeliveryRun(
    NpgsqlConnection connection,
    string source,
    IReadOnlyList<StagedLedger> ledgers,
    IProgress<DeliveryProgress>? progress,
    CancellationToken cancellationToken
)
{
    /// <summary>A prefecture takes minutes; who asked for it can cancel it.</summary>
    private const int NoTimeout = 0;

    /// <summary>What each table's rows must be asked before they are stored. The order is that of the files' headers.</summary>
    private static readonly Dictionary<string, string> Completions = new(StringComparer.Ordinal)
    {
        ["compound"] = "Deliveries.complete_compound.sql",
        ["lane"] = "Deliveries.complete_lane.sql",
        ["building"] = "Deliveries.complete_building.sql",
        ["service_point"] = "Deliveries.complete_service_point.sql",
    };

    private static readonly string[] Territory = ["area", "grid", "micro_grid", "compound"];

    private readonly int _total = ledgers.Sum(ledger => ledger.Count);
    private int _done;

    /// <summary>Brings every list into its table.</summary>
    public async Task<Dictionary<string, LedgerCounts>> MergeAsync()
    {
        var counts = new Dictionary<string, LedgerCounts>(StringComparer.Ordinal);
        bool hasNewTerritory = false;
        foreach (StagedLedger ledger in ledgers)
        {
            string table = ledger.Table.Name;
            progress?.Report(new DeliveryProgress(table, _done, _total));
            await ExecuteAsync(ledger.Table.CreateStage);
            if (ledger.Count > 0)
            {
                await ledger.CopyAsync(
                    connection,
                    rows => progress?.Report(new DeliveryProgress(table, _done + rows, _total)),
                    cancellationToken
                );
                // Without figures about the staged rows the planner compares each of them with every stored one.
                await ExecuteAsync($"analyze {LedgerTable.StageOf(table)}");
                await RefuseClashAsync(ledger);
            }

            if (Completions.TryGetValue(table, out string? completion))
            {
                await CompleteAsync(ledger, completion, hasNewTerritory);
            }

            LedgerCounts count = await MergeAsync(ledger);
            hasNewTerritory |= Territory.Contains(table) && count.Inserted + count.Updated > 0;
            if (count != new LedgerCounts(0, 0, 0, 0))
            {
                counts[table] = count;
            }

            _done += ledger.Count;
            progress?.Report(new DeliveryProgress(table, _done, _total));
        }

        return counts;
    }

    private async Task<LedgerCounts> MergeAsync(StagedLedger ledger)
    {
        LedgerTable table = ledger.Table;
        await ExecuteAsync($"analyze {LedgerTable.StageOf(table.Name)}");
        int deleted = await ExecuteAsync(table.DeleteMissing, source);
        int updated = await ExecuteAsync(table.UpdateChanged);
        int inserted = await ExecuteAsync(table.InsertNew);
        if (deleted + updated + inserted > 0)
        {
            // Questions are asked right after the commit; the planner must not believe the table is empty.
            await ExecuteAsync($"analyze {table.Name}");
        }

        return new LedgerCounts(ledger.Count, inserted, updated, deleted);
    }

    private async Task CompleteAsync(StagedLedger ledger, string completion, bool hasNewTerritory)
    {
        if (ledger.Count == 0 && !hasNewTerritory)
        {
            return;
        }

        if (hasNewTerritory)
        {
            // What other sources brought before there was a community or grid around it gets it now.
            await ExecuteAsync(EmbeddedSql.Read($"Deliveries.recall_{ledger.Table.Name}.sql"), source);
            await ExecuteAsync($"analyze {LedgerTable.StageOf(ledger.Table.Name)}");
        }

        await ExecuteAsync(EmbeddedSql.Read(completion));
    }

    private async Task RefuseClashAsync(StagedLedger ledger)
    {
        await using var find = new NpgsqlCommand(ledger.Table.FindClash, connection) { CommandTimeout = NoTimeout };
        find.Parameters.Add(new NpgsqlParameter<string> { TypedValue = source });
        await using NpgsqlDataReader clash = await find.ExecuteReaderAsync(cancellationToken);
        if (await clash.ReadAsync(cancellationToken))
        {
            throw new CodeClashException(ledger.Table.Name, clash.GetString(0), source, clash.GetString(1));
        }
    }

    private async Task<int> ExecuteAsync(string statement, string? parameter = null)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = NoTimeout };
        if (parameter is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
