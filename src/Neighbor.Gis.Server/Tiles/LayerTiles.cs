using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Neighbor.Gis.Layers.Tiles;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;

namespace Neighbor.Gis.Server.Tiles;

/// <summary>GET /ogc/collections/{layer}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}: one vector tile of a layer.</summary>
/// <remarks><para>Source: OGC API Tiles 1.0 (OGC 20-057); row before column, unlike z/x/y. Responders are in no tile.</para></remarks>
public static class LayerTiles
{
    private const string MediaType = "application/vnd.mapbox-vector-tile";

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/ogc/collections/{layer}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}", HandleAsync)
            .WithName("layerTile")
            .WithSummary("One Mapbox vector tile of a layer; 204 where the layer has nothing there.")
            .WithTags("tiles")
            .Produces(StatusCodes.Status200OK, contentType: MediaType)
            .Produces(StatusCodes.Status204NoContent)
            .Produces(StatusCodes.Status304NotModified)
            .AsksNothing();

    private static async Task<Results<FileContentHttpResult, NoContent, ProblemHttpResult>> HandleAsync(
        string layer,
        string tileMatrix,
        string tileRow,
        string tileCol,
        CurrentSnapshot current,
        LayerTileSource source,
        HttpResponse response,
        Language language,
        CancellationToken cancellationToken
    )
    {
        if (!LayerTileSource.Layers.Contains(layer))
        {
            return Problems.UnknownLayer(language, layer, LayerTileSource.Layers);
        }

        if (
            !TryRead(tileMatrix, out int matrix)
            || !TryRead(tileRow, out int row)
            || !TryRead(tileCol, out int column)
            || !WebMercatorTile.TryCreate(matrix, row, column, out WebMercatorTile tile)
        )
        {
            return Problems.UnknownTile(language, tileMatrix, tileRow, tileCol);
        }

        TileBytes bytes = await source.ReadAsync(current.Get(), layer, tile, cancellationToken);
        response.Headers.CacheControl = "no-cache";
        return bytes.Content.Length == 0
            ? TypedResults.NoContent()
            : TypedResults.File(
                bytes.Content,
                MediaType,
                entityTag: new EntityTagHeaderValue($"\"{bytes.Tag}\"", isWeak: true)
            );
    }

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
