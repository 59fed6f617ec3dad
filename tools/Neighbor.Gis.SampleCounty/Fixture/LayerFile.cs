using Neighbor.Gis.Layers.Formats;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>A GeoJSON file with one feature per line.</summary>
internal static class LayerFile
{
    public static void Write<T>(
        string folder,
        string name,
        IEnumerable<T> rows,
        Func<T, (Geometry Place, (string Name, object? Value)[] Values)> describe
    )
    {
        using FileStream stream = File.Create(PathOf(folder, name));
        using var writer = new GeoJsonWriter(stream);
        foreach (T row in rows)
        {
            (Geometry place, (string Name, object? Value)[] values) = describe(row);
            var properties = new OrderedDictionary<string, object?>();
            foreach ((string key, object? value) in values)
            {
                if (value is not null and not "" and not false)
                {
                    properties.Add(key, value);
                }
            }

            writer.Write(new Feature(place, properties));
        }

        writer.Complete();
    }

    public static List<T> Read<T>(string folder, string name, Func<Fields, T> make)
    {
        using FileStream stream = File.OpenRead(PathOf(folder, name));
        return [.. new GeoJsonReader(stream).Read().Select(feature => make(Fields.Of(feature)))];
    }

    private static string PathOf(string folder, string name) => Path.Combine(folder, name + ".geojson");
}
