using System.Text;
using Neighbor.Gis.Layers.Formats;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Layers.Tests.Formats;

public sealed class GeoJsonReaderSpecs
{
    [Fact]
    public void A_feature_collection_is_read_in_order_with_ids_properties_and_srid()
    {
        IReadOnlyList<Feature> features = Read(
            """
            {"type":"FeatureCollection","name":"门","features":[
            {"type":"Feature","id":"g1","properties":{"name":"东门","count":3,"share":0.5,"open":true,"note":null,"tags":["a",1],"owner":{"k":"v"}},
             "geometry":{"type":"Point","coordinates":[118.5,25.25]}},
            {"type":"Feature","id":7,"properties":null,"geometry":null}]}
            """
        );

        Assert.Equal(2, features.Count);
        Assert.Equal("g1", features[0].Id);
        Assert.False(features[0].IsNumberId);
        Point point = Assert.IsType<Point>(features[0].Geometry);
        Assert.Equal((118.5, 25.25, 4490), (point.X, point.Y, point.SRID));
        Assert.Equal("东门", features[0].Properties["name"]);
        Assert.Equal(3L, features[0].Properties["count"]);
        Assert.Equal(0.5, features[0].Properties["share"]);
        Assert.Equal(true, features[0].Properties["open"]);
        Assert.Null(features[0].Properties["note"]);
        Assert.Equal(["a", 1L], Assert.IsAssignableFrom<IReadOnlyList<object?>>(features[0].Properties["tags"]));
        Assert.Equal(("7", true), (features[1].Id, features[1].IsNumberId));
        Assert.Null(features[1].Geometry);
        Assert.Empty(features[1].Properties);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", "POINT (1 2)")]
    [InlineData("""{"coordinates":[1,2,3.5],"type":"Point"}""", "POINT (1 2)")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "POINT EMPTY")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""", "MULTIPOINT ((1 2), (3 4))")]
    [InlineData("""{"type":"LineString","coordinates":[[1,2],[3,4]]}""", "LINESTRING (1 2, 3 4)")]
    [InlineData("""{"type":"LineString","coordinates":[]}""", "LINESTRING EMPTY")]
    [InlineData(
        """{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}""",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))"
    )]
    [InlineData(
        """{"bbox":[0,0,9,9],"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[2,1],[3,1],[3,2],[2,1]]]}""",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1))"
    )]
    [InlineData(
        """{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]]],[]]}""",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), EMPTY)"
    )]
    [InlineData(
        """{"geometries":[{"type":"Point","coordinates":[1,2]},{"geometries":[],"type":"GeometryCollection"}],"type":"GeometryCollection"}""",
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION EMPTY)"
    )]
    public void Every_geometry_type_is_read_whatever_the_order_of_its_members(string json, string wkt) =>
        Assert.Equal(wkt, GeoJsonReader.ReadGeometry(Encoding.UTF8.GetBytes(json)).AsText());

    [Fact]
    public void A_lone_geometry_or_feature_is_a_collection_of_one()
    {
        Feature feature = Assert.Single(
            Read("""{"geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":1},"type":"Feature"}""")
        );
        Assert.Equal(1L, feature.Properties["a"]);
        Assert.Equal("POINT (1 2)", Assert.Single(Read("""{"coordinates":[1,2],"type":"Point"}""")).Geometry!.AsText());
    }

    [Fact]
    public void Members_of_the_collection_may_stand_in_any_order()
    {
        IReadOnlyList<Feature> features = Read(
            """{"features":[{"type":"Feature","geometry":null,"properties":{}}],"other":{"features":[1]},"type":"FeatureCollection"}"""
        );
        Assert.Single(features);
    }

    [Theory]
    [InlineData("""{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}}""", "urn:ogc:def:crs:EPSG::4549")]
    [InlineData("""{"type":"EPSG","properties":{"code":4326}}""", "EPSG:4326")]
    [InlineData("""{"type":"link","properties":{"href":"http://example.com/crs"}}""", "http://example.com/crs")]
    [InlineData("null", "null")]
    [InlineData("{}", "unnamed")]
    public void A_legacy_crs_member_is_reported_wherever_it_stands(string crs, string name)
    {
        const string Feature = """{"type":"Feature","geometry":null,"properties":{}}""";
        foreach (
            string json in new[]
            {
                $$$"""{"type":"FeatureCollection","crs":{{{crs}}},"features":[{{{Feature}}}]}""",
                $$$"""{"type":"FeatureCollection","features":[{{{Feature}}}],"crs":{{{crs}}}}""",
                $$$"""{"type":"Feature","geometry":null,"crs":{{{crs}}},"properties":{}}""",
                $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2],"crs":{{{crs}}}}}]}""",
            }
        )
        {
            GeoJsonReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(json)));
            Assert.Single(reader.Read());
            Assert.Equal(name, reader.CrsName);
        }
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        byte[] text = [0xEF, 0xBB, 0xBF, .. """{"type":"Point","coordinates":[1,2]}"""u8];
        Assert.Single(GeoJsonReader.ReadAll(text));
    }

    [Fact]
    public void An_open_ring_is_closed_when_asked()
    {
        GeoJsonReader reader = new(
            new MemoryStream("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}"""u8.ToArray()),
            new GeoJsonReaderOptions { CloseRings = true }
        );
        Assert.Equal("POLYGON ((0 0, 1 0, 1 1, 0 0))", reader.Read().Single().Geometry!.AsText());
        Assert.Equal(1, reader.ClosedRings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task The_same_features_come_whatever_pieces_the_stream_arrives_in(int pieceBytes)
    {
        byte[] text = Encoding.UTF8.GetBytes(Collection(40));
        List<string> pieces = [];
        await foreach (Feature feature in new GeoJsonReader(new PieceStream(text, pieceBytes)).ReadAsync())
        {
            pieces.Add($"{feature.Id} {feature.Geometry} {feature.Properties["name"]}");
        }

        List<string> sync =
        [
            .. new GeoJsonReader(new PieceStream(text, pieceBytes))
                .Read()
                .Select(feature => $"{feature.Id} {feature.Geometry} {feature.Properties["name"]}"),
        ];
        List<string> whole =
        [
            .. GeoJsonReader
                .ReadAll(text)
                .Select(feature => $"{feature.Id} {feature.Geometry} {feature.Properties["name"]}"),
        ];
        Assert.Equal(40, whole.Count);
        Assert.Equal(whole, pieces);
        Assert.Equal(whole, sync);
    }

    private static IReadOnlyList<Feature> Read(string json) => GeoJsonReader.ReadAll(Encoding.UTF8.GetBytes(json));

    private static string Collection(int count) =>
        "{\"type\":\"FeatureCollection\",\"features\":["
        + string.Join(
            ",\n",
            Enumerable
                .Range(0, count)
                .Select(i =>
                    $$$"""{"type":"Feature","id":{{{i}}},"properties":{"name":"楼 {{{i}}}"},"geometry":{"type":"LineString","coordinates":[[{{{i}}},1],[2,3.25]]}}"""
                )
        )
        + "]}";
}
