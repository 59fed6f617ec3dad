using System.Collections.Frozen;
using Neighbor.Gis.Layers.Tiles;
using Npgsql;

namespace Neighbor.Gis.Postgis.Tiles;

/// <summary>矢量瓦片. Vector tiles straight from the stored ledgers, one embedded query for each collection.</summary>
/// <remarks>
/// <para>Source: Mapbox Vector Tile 2.1, encoded by PostGIS (ST_AsMVTGeom, ST_AsMVT).</para>
/// <para>Threads: safe; every call takes its own connection.</para>
/// </remarks>
public sealed class TileQueries(NpgsqlDataSource database)
{
    private static readonly FrozenDictionary<string, string> Queries = TileLayer.All.ToFrozenDictionary(
        layer => layer.Id,
        layer => EmbeddedSql.Read($"Tiles.Sql.{layer.Id}.sql")
    );

    /// <summary>The bytes of one tile, empty where the layer has nothing on its ground.</summary>
    public async Task<byte[]> GetAsync(
        TileLayer layer,
        WebMercatorTile tile,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        if (tile.Matrix < layer.ShallowestMatrix)
        {
            return [];
        }

        await using NpgsqlCommand command = database.CreateCommand(Queries[layer.Id]);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = tile.Matrix });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = tile.Row });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = tile.Column });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        return await command.ExecuteScalarAsync(cancellationToken) as byte[] ?? [];
    }

    /// <summary>The text of a layer's query, for those who explain its plan.</summary>
    internal static string TextOf(TileLayer layer) => Queries[layer.Id];
}
