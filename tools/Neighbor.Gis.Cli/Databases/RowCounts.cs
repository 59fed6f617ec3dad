using Npgsql;

namespace Neighbor.Gis.Cli.Databases;

/// <summary>How many rows each ledger holds.</summary>
internal sealed class RowCounts
{
    private readonly Dictionary<string, long> _rows = [];

    /// <summary>The ledgers, by their tables, in the order people read them.</summary>
    public static IReadOnlyList<string> Ledgers { get; } =
    [
        "area",
        "grid",
        "micro_grid",
        "compound",
        "gate",
        "building",
        "entrance",
        "lane",
        "way",
        "ground",
        "obstacle",
        "neighbor_center",
        "service_point",
        "responder",
        "duty",
        "closure",
    ];

    /// <summary>The rows of one ledger.</summary>
    public long this[string ledger] => _rows.GetValueOrDefault(ledger);

    /// <summary>Counts every ledger, for each source by itself.</summary>
    public static async Task<SortedDictionary<string, RowCounts>> BySourceAsync(
        NpgsqlDataSource database,
        CancellationToken cancellation
    )
    {
        SortedDictionary<string, RowCounts> sources = new(StringComparer.Ordinal);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellation);
        foreach (string ledger in Ledgers)
        {
            await using NpgsqlCommand command = new(
                $"SELECT source, count(*) FROM \"{ledger}\" GROUP BY source",
                connection
            );
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                string source = reader.GetString(0);
                if (!sources.TryGetValue(source, out RowCounts? counts))
                {
                    counts = new RowCounts();
                    sources.Add(source, counts);
                }

                counts._rows[ledger] = reader.GetInt64(1);
            }
        }

        return sources;
    }
}
