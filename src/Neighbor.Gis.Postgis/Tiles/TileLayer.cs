namespace Neighbor.Gis.Postgis.Tiles;

/// <summary>瓦片图层. A collection that is served as vector tiles.</summary>
/// <param name="Id">The collection's id, which is also the layer's name inside a tile.</param>
/// <param name="ShallowestMatrix">The first matrix it is drawn in; above it every tile is empty.</param>
/// <remarks>
/// <para>Units: matrices of WebMercatorQuad. The console draws tiles 512 pixels wide, so matrix 13 is its zoom 14.</para>
/// </remarks>
public sealed record TileLayer(string Id, int ShallowestMatrix)
{
    /// <summary>Every collection that has tiles. Responders are personal and never among them.</summary>
    public static IReadOnlyList<TileLayer> All { get; } =
    [
        new("grounds", 6),
        new("areas", 4),
        new("grids", 10),
        new("micro-grids", 13),
        new("compounds", 11),
        new("buildings", 13),
        new("lanes", 11),
        new("ways", 8),
        new("gates", 14),
        new("service-points", 11),
    ];

    /// <summary>The layer of that id, or null.</summary>
    public static TileLayer? Find(string id) => All.FirstOrDefault(layer => layer.Id == id);
}
