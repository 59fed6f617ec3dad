using System.Globalization;
using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Says why a text cannot be read as GeoJSON, and where.</summary>
public sealed class GeoJsonException : FormatException
{
    internal GeoJsonException(GeoJsonFault fault, string found, string allowed, GeoJsonPlace place)
        : base(Describe(found, allowed, place))
    {
        Fault = fault;
        Found = found;
        Allowed = allowed;
        FeatureIndex = place.FeatureIndex;
        Path = place.Path;
        ByteOffset = place.ByteOffset;
        Line = place.Line;
        Column = place.Column;
    }

    /// <summary>What is wrong.</summary>
    public GeoJsonFault Fault { get; }

    /// <summary>What stands in the text, shortened.</summary>
    public string Found { get; }

    /// <summary>What may stand there.</summary>
    public string Allowed { get; }

    /// <summary>Which feature of the collection, counted from 0, or null outside its features.</summary>
    public long? FeatureIndex { get; }

    /// <summary>The JSON path, such as <c>$.features[3].geometry.coordinates[0][17]</c>.</summary>
    public string Path { get; }

    /// <summary>How many bytes stand before the place.</summary>
    public long ByteOffset { get; }

    /// <summary>The line, counted from 1.</summary>
    public long Line { get; }

    /// <summary>The byte within the line, counted from 1.</summary>
    public long Column { get; }

    /// <summary>The numbers found, for <see cref="GeoJsonFault.OutOfRange"/>.</summary>
    public Position? OutOfRange { get; init; }

    /// <summary>The legacy <c>crs</c> that had been read before the place, or null.</summary>
    public string? CrsName { get; init; }

    private static string Describe(string found, string allowed, GeoJsonPlace place)
    {
        string feature = place.FeatureIndex is long index
            ? string.Create(CultureInfo.InvariantCulture, $", feature {index}")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Path} (line {place.Line}, column {place.Column}, byte {place.ByteOffset}{feature}): got {found}; allowed: {allowed}."
        );
    }
}
