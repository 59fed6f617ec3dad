using System.Collections.Concurrent;
using Neighbor.Gis.Layers.Tiles;

namespace Neighbor.Gis.Server.Tiles;

/// <summary>The tiles already made from one state of the database; it is given up together with that state's snapshot.</summary>
/// <remarks><para>Threads: any number. Two who miss the same tile at once both make it; the first one made is kept.</para></remarks>
public sealed class TileShelf
{
    /// <summary>How much is kept, in bytes; what comes later is made anew each time.</summary>
    public const long CapacityBytes = 64L * 1024 * 1024;

    // What an empty tile costs beside its bytes: the key, the record and its tag.
    private const int OverheadBytes = 256;

    private readonly ConcurrentDictionary<(string Layer, WebMercatorTile Tile), TileBytes> _tiles = new();
    private long _bytes;

    /// <summary>The tile, or null where it has not been made or not been kept.</summary>
    public TileBytes? Find(string layer, WebMercatorTile tile) => _tiles.GetValueOrDefault((layer, tile));

    /// <summary>Keeps a tile while there is room.</summary>
    public void Keep(string layer, WebMercatorTile tile, TileBytes bytes)
    {
        long size = bytes.Content.Length + OverheadBytes;
        if (Interlocked.Add(ref _bytes, size) > CapacityBytes || !_tiles.TryAdd((layer, tile), bytes))
        {
            Interlocked.Add(ref _bytes, -size);
        }
    }
}
