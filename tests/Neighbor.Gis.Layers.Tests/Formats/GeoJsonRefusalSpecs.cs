using System.Text;
using Neighbor.Gis.Layers.Formats;
using Xunit;

namespace Neighbor.Gis.Layers.Tests.Formats;

public sealed class GeoJsonRefusalSpecs
{
    private const string Open =
        """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{}},""";

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1]}""", GeoJsonFault.PositionTooShort, "$.coordinates", "1 numbers")]
    [InlineData("""{"type":"Point","coordinates":[1,"2"]}""", GeoJsonFault.WrongKind, "$.coordinates", "\"2\"")]
    [InlineData("""{"type":"Point","coordinates":[181,2]}""", GeoJsonFault.OutOfRange, "$.coordinates", "[181, 2]")]
    [InlineData(
        """{"type":"Point","coordinates":[25.2,118.5]}""",
        GeoJsonFault.OutOfRange,
        "$.coordinates",
        "[25.2, 118.5]"
    )]
    [InlineData("""{"type":"Point","coordinates":[1e999,2]}""", GeoJsonFault.NotFinite, "$.coordinates", "1e999")]
    [InlineData("""{"type":"Point","coordinates":[NaN,2]}""", GeoJsonFault.NotJson, "$", "NaN,2]}")]
    [InlineData(
        """{"type":"LineString","coordinates":[[1,2]]}""",
        GeoJsonFault.LineTooShort,
        "$.coordinates",
        "1 position"
    )]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]],[[0,0],[1,0],[0,0]]]}""",
        GeoJsonFault.RingTooShort,
        "$.coordinates[1]",
        "3 positions"
    )]
    [InlineData(
        """{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[0,0],[1,0],[1,1],[0,0.5]]]]}""",
        GeoJsonFault.RingNotClosed,
        "$.coordinates[1][0]",
        "[0, 0.5] at the end"
    )]
    [InlineData("""{"type":"Punkt","coordinates":[1,2]}""", GeoJsonFault.UnknownType, "$", "\"Punkt\"")]
    [InlineData("""{"coordinates":[1,2]}""", GeoJsonFault.MissingMember, "$", "an object without \"type\"")]
    [InlineData("""{"type":"Point"}""", GeoJsonFault.MissingMember, "$", "a Point without \"coordinates\"")]
    [InlineData(
        """{"type":"FeatureCollection"}""",
        GeoJsonFault.MissingMember,
        "$",
        "a FeatureCollection without \"features\""
    )]
    [InlineData("""{"features":[]}""", GeoJsonFault.MissingMember, "$", "\"features\" without \"type\"")]
    [InlineData("""[1,2]""", GeoJsonFault.WrongKind, "$", "[1,2]")]
    [InlineData("""{"type":"FeatureCollection","features":{}}""", GeoJsonFault.WrongKind, "$.features", "{}}")]
    [InlineData(
        """{"type":"Point","type":"Point","coordinates":[1,2]}""",
        GeoJsonFault.RepeatedMember,
        "$.type",
        "a second \"type\""
    )]
    [InlineData("""{"type":"Point","coordinates":[1,2]} {}""", GeoJsonFault.NotJson, "$", "{}")]
    [InlineData("", GeoJsonFault.Truncated, "$", "the end of the text")]
    [InlineData("""{"type":"Point","coord""", GeoJsonFault.Truncated, "$", "the end of the text")]
    public void A_lone_geometry_that_is_wrong_is_refused_with_its_place(
        string json,
        GeoJsonFault fault,
        string path,
        string found
    )
    {
        GeoJsonException problem = Refusal(json);
        Assert.Equal((fault, path, found), (problem.Fault, problem.Path, problem.Found));
        Assert.Null(problem.FeatureIndex);
    }

    [Theory]
    [InlineData("""{"type":"Feature","properties":{}}]}""", GeoJsonFault.MissingMember, "$.features[1]")]
    [InlineData("""{"type":"Feature","geometry":null}]}""", GeoJsonFault.MissingMember, "$.features[1]")]
    [InlineData("""{"geometry":null,"properties":{}}]}""", GeoJsonFault.MissingMember, "$.features[1]")]
    [InlineData("""{"type":"Point","coordinates":[1,2]}]}""", GeoJsonFault.UnknownType, "$.features[1].type")]
    [InlineData("""null]}""", GeoJsonFault.WrongKind, "$.features[1]")]
    [InlineData(
        """{"type":"Feature","geometry":[],"properties":{}}]}""",
        GeoJsonFault.WrongKind,
        "$.features[1].geometry"
    )]
    [InlineData(
        """{"type":"Feature","geometry":null,"properties":[]}]}""",
        GeoJsonFault.WrongKind,
        "$.features[1].properties"
    )]
    [InlineData(
        """{"type":"Feature","geometry":null,"properties":{"a":1,"a":2}}]}""",
        GeoJsonFault.RepeatedMember,
        "$.features[1].properties.a"
    )]
    [InlineData(
        """{"type":"Feature","id":true,"geometry":null,"properties":{}}]}""",
        GeoJsonFault.WrongKind,
        "$.features[1].id"
    )]
    [InlineData(
        """{"type":"Feature","bbox":[1,2,3],"geometry":null,"properties":{}}]}""",
        GeoJsonFault.WrongKind,
        "$.features[1].bbox"
    )]
    [InlineData(
        """{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4],[5,NaN]]}}]}""",
        GeoJsonFault.NotJson,
        "$.features[1].geometry.coordinates[2]"
    )]
    [InlineData(
        """{"type":"Feature","geometry":null,"properties":{"a":}}]}""",
        GeoJsonFault.NotJson,
        "$.features[1].properties.a"
    )]
    [InlineData(
        """{"type":"Feature","geometry":null,"properties":{"a":"\ud800"}}]}""",
        GeoJsonFault.NotUtf8,
        "$.features[1].properties.a"
    )]
    [InlineData(
        """{"type":"Feature","geometry":null,"properties":{"a":"cut o""",
        GeoJsonFault.Truncated,
        "$.features[1].properties.a"
    )]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{}}""", GeoJsonFault.Truncated, "$.features[2]")]
    [InlineData("""]}""", GeoJsonFault.NotJson, "$.features[1]")]
    [InlineData(
        """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]},"crs":{"properties":{"name":"A"}}},{"type":"Feature","geometry":null,"properties":{},"crs":null}]}""",
        GeoJsonFault.TwoReferenceSystems,
        "$.features[2].crs"
    )]
    public void A_feature_that_is_wrong_is_refused_with_its_place(string rest, GeoJsonFault fault, string path)
    {
        GeoJsonException problem = Refusal(Open + rest);
        Assert.Equal((fault, path), (problem.Fault, problem.Path));
        Assert.Equal(path["$.features[".Length] - '0', problem.FeatureIndex);
    }

    [Fact]
    public void The_place_counts_lines_and_bytes_over_the_whole_text()
    {
        string good = string.Concat(
            Enumerable.Repeat("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"名\":\"楼\"}},\n", 5_000)
        );
        string before = "{\"type\":\"FeatureCollection\",\n\"features\":[\n" + good;
        string json =
            before + """  {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":["x",2]}}]}""";

        GeoJsonException problem = Refusal(json);

        Assert.Equal(5_000, problem.FeatureIndex);
        Assert.Equal(5_003, problem.Line);
        Assert.Equal(
            Encoding.UTF8.GetByteCount(json[..json.IndexOf("\"x\"", StringComparison.Ordinal)]),
            problem.ByteOffset
        );
        Assert.Equal(json.IndexOf("\"x\"", StringComparison.Ordinal) - before.Length + 1, problem.Column);
        Assert.Contains("$.features[5000].geometry.coordinates", problem.Message);
        Assert.Contains("line 5003", problem.Message);
    }

    [Fact]
    public void What_stands_before_the_fault_has_been_returned()
    {
        GeoJsonReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(Open + "7]}")));
        using IEnumerator<Feature> features = reader.Read().GetEnumerator();
        Assert.True(features.MoveNext());
        Assert.Throws<GeoJsonException>(() => features.MoveNext());
    }

    [Fact]
    public void Text_in_another_encoding_is_refused_by_name_or_by_its_first_byte()
    {
        const string Json = """{"type":"Feature","geometry":null,"properties":{"name":"楼"}}""";
        Assert.Equal("UTF-16", Refusal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Json)]).Found);
        Assert.Equal("UTF-16", Refusal(Encoding.BigEndianUnicode.GetBytes(Json)).Found);
        Assert.Equal("UTF-32", Refusal(Encoding.UTF32.GetBytes(Json)).Found);

        // 中国 in GBK is D6 D0 B9 FA.
        int at = Json.IndexOf('楼', StringComparison.Ordinal);
        byte[] gbk =
        [
            .. Encoding.ASCII.GetBytes(Json[..at]),
            0xD6,
            0xD0,
            0xB9,
            0xFA,
            .. Encoding.ASCII.GetBytes(Json[(at + 1)..]),
        ];
        GeoJsonException problem = Refusal(gbk);
        Assert.Equal(
            (GeoJsonFault.NotUtf8, "the byte 0xD6", (long)at),
            (problem.Fault, problem.Found, problem.ByteOffset)
        );
    }

    [Fact]
    public void Values_nested_without_end_are_refused_and_do_not_exhaust_the_stack()
    {
        string json =
            string.Concat(Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", 5_000))
            + string.Concat(Enumerable.Repeat("]}", 5_000));
        GeoJsonException problem = Refusal(json);
        Assert.Equal((GeoJsonFault.NotJson, "values nested too deep"), (problem.Fault, problem.Found));
    }

    [Fact]
    public void Every_beginning_of_a_good_file_is_refused_as_truncated()
    {
        string json =
            """{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"properties":{"name":"东门"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1.5,0],[1,1],[0,0]]]}}],"bbox":[0,0,1,1]}""";
        byte[] text = Encoding.UTF8.GetBytes(json);
        Assert.Single(GeoJsonReader.ReadAll(text));
        for (int length = 0; length < text.Length; length++)
        {
            GeoJsonException problem = Refusal(text[..length]);
            Assert.Equal((GeoJsonFault.Truncated, (long)length), (problem.Fault, problem.ByteOffset));
        }
    }

    [Fact]
    public void A_geometry_is_asked_for_and_a_feature_is_refused()
    {
        GeoJsonException problem = Assert.Throws<GeoJsonException>(() =>
            GeoJsonReader.ReadGeometry("""{"type":"Feature","geometry":null,"properties":{}}"""u8)
        );
        Assert.Equal((GeoJsonFault.UnknownType, "\"Feature\""), (problem.Fault, problem.Found));
    }

    private static GeoJsonException Refusal(string json) => Refusal(Encoding.UTF8.GetBytes(json));

    private static GeoJsonException Refusal(byte[] text)
    {
        GeoJsonException whole = Assert.Throws<GeoJsonException>(() => GeoJsonReader.ReadAll(text));
        GeoJsonException pieces = Assert.Throws<GeoJsonException>(() =>
        {
            foreach (Feature _ in new GeoJsonReader(new PieceStream(text, 700)).Read()) { }
        });
        Assert.Equal(
            (whole.Fault, whole.Path, whole.ByteOffset, whole.Line, whole.Column, whole.FeatureIndex),
            (pieces.Fault, pieces.Path, pieces.ByteOffset, pieces.Line, pieces.Column, pieces.FeatureIndex)
        );
        return whole;
    }
}
