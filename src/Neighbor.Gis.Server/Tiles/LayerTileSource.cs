using Neighbor.Gis.Layers.Tiles;
using Neighbor.Gis.Postgis.Tiles;
using Neighbor.Gis.Server.Snapshots;

namespace Neighbor.Gis.Server.Tiles;

/// <summary>Where tiles come from: the shelf of the snapshot, and else the database.</summary>
public sealed class LayerTileSource(TileQueries queries)
{
    /// <summary>The names of the layers.</summary>
    public static IReadOnlyList<string> Layers { get; } = [.. TileLayer.All.Select(layer => layer.Id)];

    /// <summary>One tile.</summary>
    /// <param name="map">The snapshot on whose shelf it is looked for and kept.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="tile">Which tile.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">There is no such layer.</exception>
    public async Task<TileBytes> ReadAsync(
        NeighborhoodSnapshot map,
        string layer,
        WebMercatorTile tile,
        CancellationToken cancellationToken
    )
    {
        if (map.Tiles.Find(layer, tile) is { } kept)
        {
            return kept;
        }

        TileLayer known =
            TileLayer.Find(layer) ?? throw new ArgumentException($"There is no layer {layer}.", nameof(layer));
        TileBytes bytes = TileBytes.Of(await queries.GetAsync(known, tile, map.Day, cancellationToken));
        map.Tiles.Keep(layer, tile, bytes);
        return bytes;
    }
}
