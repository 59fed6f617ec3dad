using System.Text.Json;
using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Lets a geometry stand in any JSON answer or request, as a GeoJSON geometry object.</summary>
public sealed class GeoJsonGeometryConverter(GeoJsonReaderOptions? reading = null, GeoJsonWriterOptions? writing = null)
    : JsonConverter<Geometry>
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => typeof(Geometry).IsAssignableFrom(typeToConvert);

    /// <inheritdoc />
    public override Geometry? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument value = JsonDocument.ParseValue(ref reader);
        try
        {
            Geometry geometry = GeoJsonReader.ReadGeometry(JsonSerializer.SerializeToUtf8Bytes(value), reading);
            return typeToConvert.IsInstanceOfType(geometry)
                ? geometry
                : throw new JsonException($"Got a {geometry.GeometryType}; allowed: {typeToConvert.Name}.");
        }
        catch (GeoJsonException problem)
        {
            throw new JsonException(problem.Message, problem);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options) =>
        GeoJsonText.Write(writer, value, writing);
}
