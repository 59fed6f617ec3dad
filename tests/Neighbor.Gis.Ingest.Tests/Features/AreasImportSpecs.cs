using System.Text;
using Neighbor.Gis.Ingest.Features;
using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Datums;
using Neighbor.Gis.Spatial.Distances;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Ingest.Tests.Features;

public sealed class AreasImportSpecs
{
    private const string Square = "[[[118.5,25.2],[118.6,25.2],[118.6,25.3],[118.5,25.3],[118.5,25.2]]]";

    private static readonly AreasImportOptions Wgs84 = new() { Datum = Datum.Wgs84, Source = "test" };

    [Fact]
    public void A_polygon_becomes_an_area_with_code_name_source_and_a_multipolygon_in_4490()
    {
        AreasReading reading = Read(Wgs84, Item("""{"adcode":350521,"name":"惠安县"}"""));

        Area area = Assert.Single(reading.Areas);
        Assert.Empty(reading.Problems);
        Assert.Equal(
            ("350521000000", "惠安县", AreaLevel.County, "test"),
            (area.Code.Value, area.Name, area.Level, area.Source)
        );
        Assert.Equal(4490, area.Geom.SRID);
        Assert.Equal(
            "MULTIPOLYGON (((118.5 25.2, 118.6 25.2, 118.6 25.3, 118.5 25.3, 118.5 25.2)))",
            area.Geom.AsText()
        );
        Assert.Equal("test", reading.ToDelivery("test").Source);
    }

    [Theory]
    [InlineData("""{"ADCODE":"350521","Name":"惠安县"}""")]
    [InlineData("""{"code":"350521000000","名称":"惠安县"}""")]
    [InlineData("""{"代码":350521.0,"name":" 惠安县 "}""")]
    public void Code_and_name_are_found_under_their_usual_names(string properties)
    {
        Area area = Assert.Single(Read(Wgs84, Item(properties)).Areas);
        Assert.Equal(("350521000000", "惠安县"), (area.Code.Value, area.Name));
    }

    [Fact]
    public void The_id_is_the_code_where_no_property_is()
    {
        string item =
            $$$"""{"type":"Feature","id":"350521","properties":{"name":"惠安县"},"geometry":{"type":"Polygon","coordinates":{{{Square}}}}}""";
        Assert.Equal("350521000000", Assert.Single(Read(Wgs84, item).Areas).Code.Value);
    }

    [Fact]
    public void Other_properties_are_used_when_named_and_only_they()
    {
        AreasImportOptions options = Wgs84 with { CodeProperty = "VILL", NameProperty = "T" };
        string item = Item("""{"VILL":"350521001002","T":"螺城","code":"350521","name":"x"}""");
        Area area = Assert.Single(Read(options, item).Areas);
        Assert.Equal(("350521001002", "螺城", AreaLevel.Community), (area.Code.Value, area.Name, area.Level));
        Assert.Equal(
            [AreaFault.NoCode, AreaFault.NoName],
            Faults(Read(options, Item("""{"code":"350521","name":"x"}""")))
        );
    }

    [Fact]
    public void One_feature_may_be_given_its_code_and_name_but_not_two()
    {
        AreasImportOptions options = Wgs84 with { Code = AreaCode.Parse("350521"), Name = "惠安县" };
        Assert.Equal("350521000000", Assert.Single(Read(options, Item("{}")).Areas).Code.Value);

        AreasReading two = Read(options, Item("{}"), Item("{}"));
        Assert.Empty(two.Areas);
        Assert.Equal(
            (AreaFault.OneForMany, "--code", "2"),
            (two.Problems[0].Fault, two.Problems[0].Field, two.Problems[0].Found)
        );
    }

    [Theory]
    [InlineData(Datum.Gcj02)]
    [InlineData(Datum.Bd09)]
    public void A_shifted_outline_comes_back_to_where_it_is(Datum datum)
    {
        Position[] true_ = [new(118.5, 25.2), new(118.6, 25.2), new(118.6, 25.3), new(118.5, 25.2)];
        string ring = string.Join(
            ',',
            true_
                .Select(p => DatumShift.FromCgcs2000(p, datum))
                .Select(p => FormattableString.Invariant($"[{p.Longitude:R},{p.Latitude:R}]"))
        );
        AreasReading reading = Read(
            Wgs84 with
            {
                Datum = datum,
            },
            Item("""{"adcode":350521,"name":"x"}""", $"[[{ring}]]")
        );

        Coordinate[] shell = Assert.Single(reading.Areas).Geom.Coordinates;
        Assert.All(
            true_.Zip(shell),
            pair => Assert.InRange(Geodesic.Metres(pair.First, new Position(pair.Second.X, pair.Second.Y)), 0, 0.001)
        );
        Assert.Empty(reading.PartlyShifted);
    }

    [Fact]
    public void An_open_ring_is_closed_and_counted()
    {
        AreasReading reading = Read(
            Wgs84,
            Item("""{"adcode":350521,"name":"x"}""", "[[[118.5,25.2],[118.6,25.2],[118.6,25.3]]]")
        );
        Assert.Equal(1, reading.ClosedRings);
        Assert.Equal(4, Assert.Single(reading.Areas).Geom.NumPoints);
    }

    [Fact]
    public void A_self_crossing_outline_is_mended_and_its_place_and_change_are_told()
    {
        // A square with a small ear: the edge crosses itself at 118.55, 25.3.
        const string Eared =
            "[[[118.5,25.2],[118.6,25.2],[118.6,25.3],[118.54,25.3],[118.55,25.301],[118.55,25.299],[118.53,25.3],[118.5,25.3],[118.5,25.2]]]";
        AreasReading reading = Read(Wgs84, Item("""{"adcode":350521,"name":"惠安县"}""", Eared));

        AreaRepair repair = Assert.Single(reading.Repairs);
        Assert.True(Assert.Single(reading.Areas).Geom.IsValid);
        Assert.Equal(("350521000000", "惠安县", "SelfIntersection"), (repair.Code.Value, repair.Name, repair.Fault));
        Assert.InRange(repair.At.Longitude, 118.53, 118.56);
        Assert.InRange(repair.At.Latitude, 25.298, 25.302);
        Assert.InRange(Math.Abs(repair.Change), 1e-6, 0.01);
    }

    [Fact]
    public void An_outline_that_mending_would_change_too_much_is_refused_with_its_place()
    {
        const string Bowtie = "[[[118.5,25.2],[118.6,25.3],[118.6,25.2],[118.5,25.3],[118.5,25.2]]]";
        AreasReading reading = Read(Wgs84, Item("""{"adcode":350521,"name":"x"}""", Bowtie));

        AreaProblem problem = Assert.Single(reading.Problems);
        Assert.Empty(reading.Areas);
        Assert.Equal(AreaFault.BeyondRepair, problem.Fault);
        Assert.Equal(118.55, problem.At!.Value.Longitude, 9);
        Assert.Equal(25.25, problem.At!.Value.Latitude, 9);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", Datum.Wgs84, null)]
    [InlineData("EPSG:4326", Datum.Cgcs2000, null)]
    [InlineData("urn:ogc:def:crs:EPSG::4490", Datum.Cgcs2000, null)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4490", Datum.Wgs84, null)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", Datum.Gcj02, AreaFault.CrsContradictsDatum)]
    [InlineData("EPSG:4490", Datum.Bd09, AreaFault.CrsContradictsDatum)]
    [InlineData("some local system", Datum.Wgs84, AreaFault.CrsContradictsDatum)]
    [InlineData("EPSG:4214", Datum.Wgs84, AreaFault.CrsContradictsDatum)]
    [InlineData("urn:ogc:def:crs:EPSG::4549", Datum.Cgcs2000, AreaFault.Projected)]
    public void A_crs_member_that_contradicts_the_datum_is_refused_by_name(string crs, Datum datum, AreaFault? fault)
    {
        string json =
            Collection(Item("""{"adcode":350521,"name":"x"}"""))[..^1]
            + ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\""
            + crs
            + "\"}}}";
        AreasReading reading = ReadText(Wgs84 with { Datum = datum }, json);

        Assert.Equal(crs, reading.CrsName);
        if (fault is null)
        {
            Assert.Single(reading.Areas);
            return;
        }

        AreaProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((fault, "crs", crs), (problem.Fault, problem.Field, problem.Found));
        Assert.Empty(reading.Areas);
        Assert.Single(ReadText(Wgs84 with { Datum = datum, IgnoreCrs = true }, json).Areas);
    }

    [Fact]
    public void Metres_and_swapped_axes_are_told_apart()
    {
        const string Properties = """{"adcode":350521,"name":"x"}""";
        Assert.Equal(
            [AreaFault.Projected],
            Faults(
                Read(
                    Wgs84,
                    Item(Properties, "[[[366168.1,2752758.6],[366268,2752758],[366268,2752858],[366168.1,2752758.6]]]")
                )
            )
        );
        Assert.Equal(
            [AreaFault.SwappedAxes],
            Faults(Read(Wgs84, Item(Properties, "[[[25.2,118.5],[25.2,118.6],[25.3,118.6],[25.2,118.5]]]")))
        );

        // Kashgar lies at 76 east, so that the swapped numbers are still degrees.
        Assert.Equal(
            [AreaFault.SwappedAxes],
            Faults(Read(Wgs84, Item(Properties, "[[[39.4,75.9],[39.4,76],[39.5,76],[39.4,75.9]]]")))
        );
    }

    [Fact]
    public void A_chinese_datum_is_refused_outside_china_where_it_is_not_used()
    {
        const string LasPalmas = "[[[-15.4,28.1],[-15.3,28.1],[-15.3,28.2],[-15.4,28.1]]]";
        string item = Item("""{"adcode":350521,"name":"x"}""", LasPalmas);
        Assert.Single(Read(Wgs84, item).Areas);
        Assert.Equal([AreaFault.OutsideDatum], Faults(Read(Wgs84 with { Datum = Datum.Gcj02 }, item)));
        Assert.Equal([AreaFault.OutsideDatum], Faults(Read(Wgs84 with { Datum = Datum.Cgcs2000 }, item)));
    }

    [Fact]
    public void Every_feature_is_judged_so_that_one_run_lists_all_that_is_wrong()
    {
        AreasImportOptions options = Wgs84 with { Level = AreaLevel.County, Parent = AreaCode.Parse("350500") };
        AreasReading reading = Read(
            options,
            Item("""{"adcode":350521,"name":"惠安县"}"""),
            Item("""{"adcode":"35052","name":"a"}"""),
            Item("""{"adcode":"350521001","name":"b"}"""),
            Item("""{"adcode":350302,"name":"c"}"""),
            Item("""{"adcode":350521,"name":"d"}"""),
            Item("""{"adcode":350524}"""),
            Item("""{"adcode":350525,"name":"e"}""").Replace("Polygon", "MultiLineString"),
            """{"type":"Feature","properties":{"adcode":350526,"name":"f"},"geometry":null}"""
        );

        Assert.Equal("惠安县", Assert.Single(reading.Areas).Name);
        Assert.Equal(8, reading.Features);
        Assert.Equal(
            [
                (AreaFault.BadCode, 1L, "35052"),
                (AreaFault.OtherLevel, 2L, "Town"),
                (AreaFault.OtherParent, 3L, "350302000000"),
                (AreaFault.RepeatedCode, 4L, "0"),
                (AreaFault.NoName, 5L, "adcode"),
                (AreaFault.NotAPolygon, 6L, "MultiLineString"),
                (AreaFault.NoGeometry, 7L, "null"),
            ],
            reading.Problems.Select(p => (p.Fault, p.FeatureIndex!.Value, p.Found))
        );
    }

    [Fact]
    public void A_file_that_breaks_off_brings_nothing_and_says_where()
    {
        string json =
            $$$"""{"type":"FeatureCollection","features":[{{{Item("""{"adcode":350521,"name":"x"}""")}}},{"type":"Fea""";
        AreasReading reading = ReadText(Wgs84, json);
        AreaProblem problem = Assert.Single(reading.Problems);
        Assert.Empty(reading.Areas);
        Assert.Equal((AreaFault.NotGeoJson, GeoJsonFault.Truncated), (problem.Fault, problem.Cause!.Fault));
        Assert.Equal(Encoding.UTF8.GetByteCount(json), problem.Cause.ByteOffset);
    }

    [Fact]
    public void A_file_without_features_is_told_as_such() => Assert.Equal([AreaFault.Empty], Faults(Read(Wgs84)));

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(Collection(Item("{}"))));
        Assert.Throws<OperationCanceledException>(() => AreasImport.Read(stream, Wgs84, null, cancelled.Token));
    }

    private static IEnumerable<AreaFault> Faults(AreasReading reading) => reading.Problems.Select(p => p.Fault);

    private static string Item(string properties, string coordinates = Square) =>
        $$$"""{"type":"Feature","properties":{{{properties}}},"geometry":{"type":"Polygon","coordinates":{{{coordinates}}}}}""";

    private static string Collection(params string[] items) =>
        $$$"""{"type":"FeatureCollection","features":[{{{string.Join(',', items)}}}]}""";

    private static AreasReading Read(AreasImportOptions options, params string[] items) =>
        ReadText(options, Collection(items));

    private static AreasReading ReadText(AreasImportOptions options, string json)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        return AreasImport.Read(stream, options);
    }
}
