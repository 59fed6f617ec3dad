using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Neighbor.Gis.Contracts.Hosting;
using Neighbor.Gis.Layers.Tiles;
using Neighbor.Gis.Server.Tiles;
using Neighbor.Gis.Testing.Scenes;
using Xunit;

namespace Neighbor.Gis.Contracts.Tiles;

public class TileSpecs
{
    public static TheoryData<string> Layers => [.. LayerTileSource.Layers];

    [Theory]
    [MemberData(nameof(Layers))]
    public async Task Every_layer_has_something_in_the_middle_of_the_town(string layer)
    {
        ServedTown town = await ServedTown.Small;
        int found = 0;
        foreach ((double East, double North) at in new[] { (400.0, 250.0), (310.0, 300.0), (750.0, 50.0), (5.0, 5.0) })
        {
            using HttpResponseMessage response = await town.Http.GetAsync(Address(layer, at.East, at.North, 16));
            if (response.StatusCode == HttpStatusCode.NoContent)
            {
                continue;
            }

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("application/vnd.mapbox-vector-tile", response.Content.Headers.ContentType!.MediaType);
            byte[] bytes = await response.Content.ReadAsByteArrayAsync();

            // The first field of a tile is a layer, and the first of a layer is its name in length and bytes.
            Assert.Equal(0x1A, bytes[0]);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(layer)) is > 0 and < 12);
            found++;
        }

        Assert.True(found > 0);
    }

    [Fact]
    public async Task Where_a_layer_has_nothing_the_tile_is_no_content()
    {
        ServedTown town = await ServedTown.Small;
        using HttpResponseMessage response = await town.Http.GetAsync(
            "/ogc/collections/buildings/tiles/WebMercatorQuad/14/1/1"
        );
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task A_tile_that_did_not_change_is_not_sent_again()
    {
        ServedTown town = await ServedTown.Small;
        string address = Address("buildings", 400, 250, 16);
        using HttpResponseMessage first = await town.Http.GetAsync(address);
        EntityTagHeaderValue tag = first.Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        using HttpResponseMessage second = await town.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_are_compressed_for_those_who_can_read_it(string encoding)
    {
        ServedTown town = await ServedTown.Small;
        foreach (string address in new[] { Address("buildings", 400, 250, 15), "/api/v1/catalogue" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using HttpResponseMessage response = await town.Http.SendAsync(request);
            Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        }
    }

    private static string Address(string layer, double east, double north, int matrix)
    {
        var tile = WebMercatorTile.At(SmallTown.At(east, north), matrix);
        return $"/ogc/collections/{layer}/tiles/WebMercatorQuad/{tile.Matrix}/{tile.Row}/{tile.Column}";
    }
}
