using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Layers.Formats;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace Neighbor.Gis.Layers.Tests.Formats;

public sealed class GeoJsonWriterSpecs
{
    private static readonly WKTReader Wkt = new();

    [Fact]
    public void A_collection_is_written_one_feature_to_a_line()
    {
        string text = Write(
            GeoJsonWriterOptions.Default,
            new Feature(
                Wkt.Read("POINT (118.123456789 25)"),
                new Dictionary<string, object?>
                {
                    ["name"] = "东门 \"A\" <1>",
                    ["households"] = 12,
                    ["share"] = 0.1,
                    ["kind"] = DayOfWeek.Monday,
                    ["since"] = new DateOnly(2026, 11, 21),
                    ["functions"] = new[] { "medical", "food" },
                    ["note"] = null,
                },
                "g1"
            ),
            new Feature(null, new Dictionary<string, object?>(), "7") { IsNumberId = true }
        );

        Assert.Equal(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"g1","geometry":{"type":"Point","coordinates":[118.1234568,25]},"properties":{"name":"东门 \u0022A\u0022 \u003C1\u003E","households":12,"share":0.1,"kind":"monday","since":"2026-11-21","functions":["medical","food"],"note":null}},
            {"type":"Feature","id":7,"geometry":null,"properties":{}}
            ]}

            """,
            text
        );
    }

    [Fact]
    public void An_empty_collection_is_still_a_collection() =>
        Assert.Empty(GeoJsonReader.ReadAll(Encoding.UTF8.GetBytes(Write(GeoJsonWriterOptions.Default))));

    [Fact]
    public void Shells_turn_counter_clockwise_and_holes_clockwise_whatever_way_they_came()
    {
        Geometry clockwise = Wkt.Read("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))");
        string expected =
            """{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[2,2],[2,4],[4,4],[4,2],[2,2]]]}""";
        Assert.Equal(expected, WriteGeometry(clockwise));
        Assert.Equal(expected, WriteGeometry(GeoJsonReader.ReadGeometry(Encoding.UTF8.GetBytes(expected))));
    }

    [Fact]
    public void Numbers_are_plain_decimals_without_trailing_zeros_or_a_negative_zero()
    {
        Assert.Equal(
            """{"type":"LineString","coordinates":[[0,0.0000001],[-0.5,100],[1.1,0]]}""",
            WriteGeometry(Wkt.Read("LINESTRING (-0.00000001 1E-7, -0.5 100, 1.1000000001 -1E-9)"))
        );
        Assert.Equal(
            """{"type":"Point","coordinates":[118,25]}""",
            WriteGeometry(Wkt.Read("POINT (118.4 25.4)"), new GeoJsonWriterOptions { Decimals = 0 })
        );
    }

    [Fact]
    public void Bounds_are_written_when_asked_for()
    {
        string text = Write(
            new GeoJsonWriterOptions { WriteBounds = true },
            new Feature(Wkt.Read("LINESTRING (1 2, 3 5)"), new Dictionary<string, object?>()),
            new Feature(Wkt.Read("POINT (9 0)"), new Dictionary<string, object?>())
        );
        Assert.Contains("""{"type":"Feature","bbox":[1,2,3,5],""", text);
        Assert.EndsWith("\n],\"bbox\":[1,0,9,5]}\n", text);
        Assert.Equal(2, GeoJsonReader.ReadAll(Encoding.UTF8.GetBytes(text)).Count);
    }

    [Fact]
    public void A_number_json_cannot_hold_is_refused_and_named()
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() =>
            Write(
                GeoJsonWriterOptions.Default,
                new Feature(null, new Dictionary<string, object?> { ["share"] = double.NaN })
            )
        );
        Assert.Contains("'share'", problem.Message);
        Assert.Throws<ArgumentException>(() => WriteGeometry(new Point(double.PositiveInfinity, 0)));
    }

    [Fact]
    public async Task Both_ways_of_writing_give_the_same_bytes_however_long_the_collection()
    {
        List<Feature> features =
        [
            .. Enumerable
                .Range(0, 3_000)
                .Select(i => new Feature(
                    new Point(118 + (i / 7000.0), 25),
                    new Dictionary<string, object?> { ["name"] = $"楼 {i}" },
                    $"b{i}"
                )),
        ];
        string sync = Write(GeoJsonWriterOptions.Default, [.. features]);

        using MemoryStream stream = new();
        using GeoJsonWriter writer = new(stream);
        foreach (Feature feature in features)
        {
            await writer.WriteAsync(feature);
        }

        await writer.CompleteAsync();
        Assert.Equal(sync, Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(3_000, GeoJsonReader.ReadAll(stream.ToArray()).Count);
    }

    [Fact]
    public void A_writer_that_was_dropped_leaves_a_text_no_reader_takes_for_whole()
    {
        using MemoryStream stream = new();
        using (GeoJsonWriter writer = new(stream))
        {
            for (int i = 0; i < 2_000; i++)
            {
                writer.Write(new Feature(new Point(1, 2), new Dictionary<string, object?> { ["i"] = i }));
            }
        }

        Assert.Equal(
            GeoJsonFault.Truncated,
            Assert.Throws<GeoJsonException>(() => GeoJsonReader.ReadAll(stream.ToArray())).Fault
        );
    }

    [Fact]
    public void A_geometry_stands_in_a_json_answer_and_comes_back()
    {
        JsonSerializerOptions options = new() { Converters = { new GeoJsonGeometryConverter() } };
        (string name, Geometry way) = ("path", Wkt.Read("LINESTRING (118.5 25.2, 118.6 25.3)"));
        string json = JsonSerializer.Serialize(new Dictionary<string, object> { [name] = way }, options);
        Assert.Equal("""{"path":{"type":"LineString","coordinates":[[118.5,25.2],[118.6,25.3]]}}""", json);
        Assert.Equal(way, JsonSerializer.Deserialize<Dictionary<string, LineString>>(json, options)!["path"]);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, Point>>(json, options));
    }

    [Fact]
    public void Written_and_read_again_is_the_same_to_half_of_the_last_decimal_each_way_and_written_again_the_same_bytes()
    {
        Gen<Geometry> geometries = Gen.Elements("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "GEOMETRYCOLLECTION")
            .SelectMany(kind =>
                Gen.Choose(-179_999_999, 179_999_999)
                    .Zip(
                        Gen.Choose(-89_000_000, 89_000_000),
                        (x, y) => new Coordinate(x / 1e6 / 1.0000001, y / 1e6 / 1.0000001)
                    )
                    .ListOf(5)
                    .Select(list => Make(kind, [.. list]))
            );
        Prop.ForAll(
                Arb.From(geometries),
                geometry =>
                {
                    string text = WriteGeometry(geometry);
                    Geometry back = GeoJsonReader.ReadGeometry(Encoding.UTF8.GetBytes(text));
                    return back.GeometryType == geometry.GeometryType
                        && back.Normalized().EqualsExact(geometry.Normalized(), 0.71e-7)
                        && WriteGeometry(back) == text;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static Geometry Make(string kind, Coordinate[] positions)
    {
        GeometryFactory factory = new(new PrecisionModel(), 4490);
        return kind switch
        {
            "POINT" => factory.CreatePoint(positions[0]),
            "LINESTRING" => factory.CreateLineString(positions),
            "POLYGON" => factory.CreatePolygon([.. positions, positions[0]]),
            "MULTIPOINT" => factory.CreateMultiPointFromCoords(positions),
            _ => factory.CreateGeometryCollection([
                factory.CreatePoint(positions[0]),
                factory.CreateMultiLineString([factory.CreateLineString(positions)]),
            ]),
        };
    }

    private static string Write(GeoJsonWriterOptions options, params Feature[] features)
    {
        using MemoryStream stream = new();
        using GeoJsonWriter writer = new(stream, options);
        foreach (Feature feature in features)
        {
            writer.Write(feature);
        }

        writer.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string WriteGeometry(Geometry geometry, GeoJsonWriterOptions? options = null)
    {
        using MemoryStream stream = new();
        using Utf8JsonWriter json = new(stream);
        GeoJsonText.Write(json, geometry, options);
        json.Flush();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
