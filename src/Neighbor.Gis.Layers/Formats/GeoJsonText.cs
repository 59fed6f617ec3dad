using System.Collections;
using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Writes features and geometries as GeoJSON into a JSON text that the caller makes.</summary>
/// <remarks>
/// <para>
/// Source: RFC 7946. Shells are written counter-clockwise and holes clockwise whatever way they are stored (3.1.6), there
/// is no <c>crs</c> member (4), numbers are plain decimals (11.2). The same input gives the same bytes.
/// </para>
/// </remarks>
public static class GeoJsonText
{
    private const int LongestNumber = 48;

    /// <summary>Writes a feature object.</summary>
    /// <exception cref="ArgumentException">A property has a value that JSON has no word for.</exception>
    public static void Write(Utf8JsonWriter json, Feature feature, GeoJsonWriterOptions? options = null)
    {
        options ??= GeoJsonWriterOptions.Default;
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        if (feature.Id is not null)
        {
            json.WritePropertyName("id"u8);
            if (feature.IsNumberId)
            {
                json.WriteRawValue(feature.Id);
            }
            else
            {
                json.WriteStringValue(feature.Id);
            }
        }

        if (options.WriteBounds && feature.Geometry is { IsEmpty: false } bounded)
        {
            WriteBounds(json, bounded.EnvelopeInternal, options.Decimals);
        }

        json.WritePropertyName("geometry"u8);
        Write(json, feature.Geometry, options);
        json.WritePropertyName("properties"u8);
        json.WriteStartObject();
        foreach ((string name, object? value) in feature.Properties)
        {
            json.WritePropertyName(name);
            WriteValue(json, value, name);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes a geometry object, or null.</summary>
    public static void Write(Utf8JsonWriter json, Geometry? geometry, GeoJsonWriterOptions? options = null)
    {
        if (geometry is null)
        {
            json.WriteNullValue();
            return;
        }

        options ??= GeoJsonWriterOptions.Default;
        json.WriteStartObject();
        json.WriteString("type"u8, geometry is LinearRing ? "LineString" : geometry.GeometryType);
        if (geometry is GeometryCollection collection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            json.WriteStartArray("geometries"u8);
            foreach (Geometry member in collection.Geometries)
            {
                Write(json, member, options);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates"u8);
            WriteCoordinates(json, geometry, options.Decimals);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a <c>bbox</c> member: west, south, east, north.</summary>
    internal static void WriteBounds(Utf8JsonWriter json, Envelope bounds, int decimals)
    {
        json.WriteStartArray("bbox"u8);
        WriteNumber(json, bounds.MinX, decimals);
        WriteNumber(json, bounds.MinY, decimals);
        WriteNumber(json, bounds.MaxX, decimals);
        WriteNumber(json, bounds.MaxY, decimals);
        json.WriteEndArray();
    }

    private static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry, int decimals)
    {
        switch (geometry)
        {
            case Point { IsEmpty: true }:
                json.WriteStartArray();
                json.WriteEndArray();
                break;
            case Point point:
                WritePosition(json, point.CoordinateSequence, 0, decimals);
                break;
            case LineString line:
                WriteSequence(json, line.CoordinateSequence, isReversed: false, decimals);
                break;
            case Polygon polygon:
                WriteRings(json, polygon, decimals);
                break;
            default: // the three Multi types
                json.WriteStartArray();
                for (int i = 0; i < geometry.NumGeometries; i++)
                {
                    WriteCoordinates(json, geometry.GetGeometryN(i), decimals);
                }

                json.WriteEndArray();
                break;
        }
    }

    private static void WriteRings(Utf8JsonWriter json, Polygon polygon, int decimals)
    {
        json.WriteStartArray();
        if (!polygon.IsEmpty)
        {
            WriteRing(json, polygon.Shell, isShell: true, decimals);
            foreach (LinearRing hole in polygon.Holes)
            {
                WriteRing(json, hole, isShell: false, decimals);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter json, LinearRing ring, bool isShell, int decimals)
    {
        // The signed area, not the turn at the highest vertex: it changes sign when the ring is turned round, even where
        // the ring is broken and has spikes. Positive is clockwise; a ring without area stays as it is.
        double clockwise = Area.OfRingSigned(ring.CoordinateSequence);
        WriteSequence(json, ring.CoordinateSequence, isShell ? clockwise > 0 : clockwise < 0, decimals);
    }

    private static void WriteSequence(Utf8JsonWriter json, CoordinateSequence positions, bool isReversed, int decimals)
    {
        json.WriteStartArray();
        for (int i = 0; i < positions.Count; i++)
        {
            WritePosition(json, positions, isReversed ? positions.Count - 1 - i : i, decimals);
        }

        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, CoordinateSequence positions, int index, int decimals)
    {
        json.WriteStartArray();
        WriteNumber(json, positions.GetX(index), decimals);
        WriteNumber(json, positions.GetY(index), decimals);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, double number, int decimals)
    {
        if (!double.IsFinite(number) || Math.Abs(number) > 1e15)
        {
            throw new ArgumentException(
                $"Got the coordinate {number}; GeoJSON has finite numbers only.",
                nameof(number)
            );
        }

        Span<byte> text = stackalloc byte[LongestNumber];
        Span<char> format = ['F', (char)('0' + (decimals / 10)), (char)('0' + (decimals % 10))];
        number.TryFormat(text, out int length, format, CultureInfo.InvariantCulture);
        text = text[..length];
        if (text.Contains((byte)'.'))
        {
            text = text.TrimEnd((byte)'0').TrimEnd((byte)'.');
        }

        json.WriteRawValue(text is [(byte)'-', (byte)'0'] ? "0"u8 : text, skipInputValidation: true);
    }

    private static void WriteValue(Utf8JsonWriter json, object? value, string name)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case Enum word:
                json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(word.ToString()));
                break;
            case DateOnly date:
                json.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset instant:
                json.WriteStringValue(instant);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                json.WriteStartObject();
                foreach ((string member, object? inner) in members)
                {
                    json.WritePropertyName(member);
                    WriteValue(json, inner, member);
                }

                json.WriteEndObject();
                break;
            case IEnumerable values:
                json.WriteStartArray();
                foreach (object? inner in values)
                {
                    WriteValue(json, inner, name);
                }

                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException(
                    $"Got {value} ({value.GetType()}) for '{name}', which JSON has no word for.",
                    nameof(value)
                );
        }
    }
}
