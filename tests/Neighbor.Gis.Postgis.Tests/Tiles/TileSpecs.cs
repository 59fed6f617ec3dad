using Neighbor.Gis.Ingest;
using Neighbor.Gis.Layers.Tiles;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.Postgis.Tests.Deliveries;
using Neighbor.Gis.Postgis.Tiles;
using Neighbor.Gis.Testing.Databases;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Tiles;

public sealed class TileSpecs : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private TestDatabase _database = null!;
    private TileQueries _tiles = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _tiles = new TileQueries(_database.Source);
        await new DeliveryStore(_database.Source).ReplaceAsync(Town.Whole(), "load", "tester");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_tile_holds_its_buildings_with_what_the_map_shows_of_them()
    {
        MvtFeature building = Assert.Single(await FeaturesAsync("buildings", At(15, 2.3, 2.3)));

        Assert.Equal(3, building.Kind);
        Assert.NotEqual(0ul, building.Id);
        Assert.Equal(Town.Community + "00001", building.Properties["code"]);
        Assert.Equal("1号楼", building.Properties["name"]);
        Assert.Equal("residential", building.Properties["use"]);
        Assert.Equal(24L, building.Properties["households"]);
    }

    [Fact]
    public async Task A_vertex_lies_where_web_mercator_puts_it()
    {
        WebMercatorTile tile = At(16, 3, 6);

        MvtFeature clinic = Assert.Single(await FeaturesAsync("service-points", tile));

        // Oracle: the sphere of EPSG:3857 by its formula.
        Coordinate place = Town.At(3, 6);
        double x = (place.X + 180) / 360 * (1 << 16);
        double latitude = place.Y * Math.PI / 180;
        double y = (1 - (Math.Asinh(Math.Tan(latitude)) / Math.PI)) / 2 * (1 << 16);
        (int dx, int dy) = Assert.Single(clinic.Vertices);
        Assert.InRange(dx - ((x - tile.Column) * 4096), -1, 1);
        Assert.InRange(dy - ((y - tile.Row) * 4096), -1, 1);
        Assert.Equal("elderly,medical", clinic.Properties["functions"]);
        Assert.Equal("open", clinic.Properties["status"]);
    }

    [Fact]
    public async Task Every_layer_answers_in_its_own_name()
    {
        foreach (TileLayer layer in TileLayer.All)
        {
            // Matrix 12 is 8.8 km wide here, matrix 14 a quarter of that; one tile around the gate holds something of each.
            Coordinate around = layer.Id == "grounds" ? Town.At(3, 9.2) : Town.At(2.5, 1.1);
            if (layer.Id == "service-points")
            {
                around = Town.At(3, 6);
            }
            else if (layer.Id is "lanes" or "ways")
            {
                around = Town.At(4, 5);
            }

            WebMercatorTile tile = WebMercatorTile.At(new Spatial.Position(around.X, around.Y), 14);
            byte[] bytes = await _tiles.GetAsync(layer, tile, Today, CancellationToken.None);

            KeyValuePair<string, List<MvtFeature>> read = Assert.Single(MvtTile.Read(bytes));
            Assert.Equal(layer.Id, read.Key);
            Assert.NotEmpty(read.Value);
        }
    }

    [Fact]
    public void Nobody_is_ever_in_a_tile()
    {
        Assert.Null(TileLayer.Find("responders"));
        Assert.Null(TileLayer.Find("duties"));
        Assert.Null(TileLayer.Find("entrances"));
    }

    [Fact]
    public async Task Where_nothing_is_there_is_no_byte()
    {
        foreach (TileLayer layer in TileLayer.All)
        {
            WebMercatorTile far = WebMercatorTile.At(new Spatial.Position(0, 0), 15);
            Assert.Empty(await _tiles.GetAsync(layer, far, Today, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Above_its_first_matrix_a_layer_is_empty()
    {
        foreach (TileLayer layer in TileLayer.All)
        {
            WebMercatorTile tile = At(layer.ShallowestMatrix - 1, 3, 5);
            Assert.Empty(await _tiles.GetAsync(layer, tile, Today, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Communities_appear_when_they_can_be_told_apart()
    {
        Assert.Equal(["county"], await LevelsAsync(7));
        Assert.Equal(["community", "community", "county"], await LevelsAsync(11));

        async Task<string[]> LevelsAsync(int matrix) =>
            [
                .. (await FeaturesAsync("areas", At(matrix, 5, 5)))
                    .Select(area => (string)area.Properties["level"])
                    .Order(StringComparer.Ordinal),
            ];
    }

    [Fact]
    public async Task Footpaths_wait_for_matrix_13_and_main_streets_do_not()
    {
        await new DeliveryStore(_database.Source).ReplaceAsync(
            new Delivery
            {
                Source = "kinds",
                Ways =
                [
                    .. Enum.GetValues<WayKind>()
                        .Select(kind => new SurveyedWay
                        {
                            Id = (long)kind + 100,
                            Source = "kinds",
                            Kind = kind,
                            NodeIds = [1, 2],
                            Geom = Town.Line((1, 1), (8, 8)),
                        }),
                ],
            },
            "load",
            "tester"
        );

        Assert.Equal(["primary", "secondary"], await KindsAsync(9));
        Assert.Equal(["primary", "secondary", "tertiary"], await KindsAsync(11));
        Assert.Equal(12, (await KindsAsync(13)).Length);

        async Task<string[]> KindsAsync(int matrix) =>
            [
                .. (await FeaturesAsync("ways", At(matrix, 5, 5)))
                    .Where(way => way.Id >= 100)
                    .Select(way => (string)way.Properties["kind"])
                    .Order(StringComparer.Ordinal),
            ];
    }

    [Fact]
    public async Task What_is_not_in_force_on_the_day_is_not_drawn()
    {
        TileLayer layer = TileLayer.Find("buildings")!;
        await using Npgsql.NpgsqlCommand end = _database.Source.CreateCommand(
            "update building set valid_to = '2026-11-21'"
        );
        await end.ExecuteNonQueryAsync();

        Assert.Empty(await _tiles.GetAsync(layer, At(15, 2.3, 2.3), Today, CancellationToken.None));
        Assert.NotEmpty(await _tiles.GetAsync(layer, At(15, 2.3, 2.3), Today.AddDays(-1), CancellationToken.None));
    }

    [Fact]
    public async Task A_line_that_crosses_a_border_is_in_both_tiles_and_goes_a_little_beyond()
    {
        WebMercatorTile west = At(15, 0.1, 5);
        WebMercatorTile east = At(15, 12, 5);

        MvtFeature way = (await FeaturesAsync("ways", west)).Single(w => w.Id == 1);

        Assert.Equal(4096 + 64, way.Vertices.Max(v => v.X));
        Assert.True(east.Column > west.Column);
        Assert.Contains(await FeaturesAsync("ways", east), w => w.Id == 1);
    }

    private static WebMercatorTile At(int matrix, double x, double y)
    {
        Coordinate place = Town.At(x, y);
        return WebMercatorTile.At(new Spatial.Position(place.X, place.Y), matrix);
    }

    private async Task<List<MvtFeature>> FeaturesAsync(string layer, WebMercatorTile tile)
    {
        byte[] bytes = await _tiles.GetAsync(TileLayer.Find(layer)!, tile, Today, CancellationToken.None);
        return MvtTile.Read(bytes).GetValueOrDefault(layer) ?? [];
    }
}
