using Neighbor.Gis.Testing.Databases;
using Npgsql;

namespace Neighbor.Gis.Cli.Tests;

/// <summary>Everything a command may leave in a database: rows of the ledgers, of the change log and of the import runs.</summary>
internal static class StoredRows
{
    private static readonly string[] Tables =
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
        "change_log",
        "import_run",
    ];

    /// <summary>A line per table that has rows.</summary>
    public static async Task<string> OfAsync(TestDatabase database)
    {
        List<string> lines = [];
        foreach (string table in Tables)
        {
            await using NpgsqlCommand command = database.Source.CreateCommand($"SELECT count(*) FROM {table}");
            long rows = (long)(await command.ExecuteScalarAsync())!;
            if (rows > 0)
            {
                lines.Add($"{table} {rows}");
            }
        }

        return string.Join(", ", lines);
    }
}
