using System.Text;
using System.Text.Json;
using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Testing;
using Xunit;

namespace Neighbor.Gis.Layers.Tests.Formats;

public sealed class GeoJsonRealFileSpecs
{
    [Theory]
    [InlineData("geojson", "*.geojson", 16)]
    [InlineData("admin-cn/datav-gcj02", "*.json", 115)]
    [InlineData("admin-cn/wgs84", "*.geojson", 2)]
    [InlineData("admin-cn/kinmen-villages", "*.geojson", 2)]
    [InlineData("admin-cn/dirty-quantized", "*.geojson", 2)]
    public void Every_real_file_is_read_whole_and_comes_back_from_what_is_written(
        string folder,
        string pattern,
        int expectedFiles
    )
    {
        string[] files = Files(folder, pattern);
        Assert.Equal(expectedFiles, files.Length);
        foreach (string file in files)
        {
            byte[] text = File.ReadAllBytes(file);
            IReadOnlyList<Feature> features = GeoJsonReader.ReadAll(text);
            Assert.Equal((file, CountedByJsonDocument(text)), (file, (features.Count, Positions(features))));

            byte[] written = Write(features);
            IReadOnlyList<Feature> again = GeoJsonReader.ReadAll(written);
            Assert.Equal((file, Positions(features)), (file, Positions(again)));
            Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Write(again)));
        }
    }

    [Fact]
    public void A_file_in_metres_is_refused_at_its_first_position_and_its_reference_system_is_named()
    {
        string file = Files("osm/las-palmas-2023", "secondary_school_catchments_gobcan.geojson").Single();
        using FileStream stream = File.OpenRead(file);
        GeoJsonException problem = Assert.Throws<GeoJsonException>(() => new GeoJsonReader(stream).Read().First());
        Assert.Equal(GeoJsonFault.OutOfRange, problem.Fault);
        Assert.Equal("urn:ogc:def:crs:EPSG::5635", problem.CrsName);
        Assert.Equal("$.features[0].geometry.coordinates[0][0][0]", problem.Path);

        stream.Position = 0;
        GeoJsonReader reader = new(stream, new GeoJsonReaderOptions { RefuseOutOfRange = false });
        Assert.Equal(29, reader.Read().Count());
    }

    private static string[] Files(string folder, string pattern)
    {
        string? path = RepositoryFiles.FindReal(folder);
        Assert.SkipWhen(path is null, $"SKIPPED: no real data at {folder}");
        return Directory.GetFiles(path!, pattern, SearchOption.AllDirectories);
    }

    private static byte[] Write(IReadOnlyList<Feature> features)
    {
        using MemoryStream stream = new();
        using GeoJsonWriter writer = new(stream);
        foreach (Feature feature in features)
        {
            writer.Write(feature);
        }

        writer.Complete();
        return stream.ToArray();
    }

    private static int Positions(IReadOnlyList<Feature> features) =>
        features.Sum(feature => feature.Geometry?.NumPoints ?? 0);

    /// <summary>The oracle: arrays of two or more numbers below "coordinates", counted without knowing GeoJSON.</summary>
    private static (int Features, int Positions) CountedByJsonDocument(byte[] text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        int features = root.TryGetProperty("features", out JsonElement array) ? array.GetArrayLength() : 1;
        return (features, CountPositions(root, inCoordinates: false));
    }

    private static int CountPositions(JsonElement element, bool inCoordinates)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element
                    .EnumerateObject()
                    .Where(member => member.Name != "properties")
                    .Sum(member => CountPositions(member.Value, member.Name == "coordinates"));
            case JsonValueKind.Array when inCoordinates && element[0].ValueKind == JsonValueKind.Number:
                return 1;
            case JsonValueKind.Array:
                return element.EnumerateArray().Sum(item => CountPositions(item, inCoordinates));
            default:
                return 0;
        }
    }
}
