using System.Globalization;
using Neighbor.Gis.Layers.Formats;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>What one row of the fixture says: named values, and a place if it has one. Absent means null.</summary>
internal sealed class Fields(IReadOnlyDictionary<string, object?> values, Geometry? place = null)
{
    public string Text(string name) =>
        TextOrNull(name) ?? throw new FormatException($"Got a row without '{name}' ({TextOrNull("code")}).");

    public string? TextOrNull(string name) =>
        values.GetValueOrDefault(name) switch
        {
            null or "" => null,
            string text => text,
            long number => number.ToString(CultureInfo.InvariantCulture),
            object other => throw new FormatException($"Got {other.GetType().Name} for '{name}'; text is expected."),
        };

    public int? NumberOrNull(string name) =>
        TextOrNull(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public int Number(string name) => int.Parse(Text(name), CultureInfo.InvariantCulture);

    public long LongNumber(string name) => long.Parse(Text(name), CultureInfo.InvariantCulture);

    public bool Flag(string name) => values.GetValueOrDefault(name) is true;

    public T Word<T>(string name)
        where T : struct, Enum => Words.Parse<T>(Text(name));

    public T? WordOrNull<T>(string name)
        where T : struct, Enum => TextOrNull(name) is { } text ? Words.Parse<T>(text) : null;

    public DateOnly? DateOrNull(string name) =>
        TextOrNull(name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public IReadOnlyList<object?> List(string name) =>
        values.GetValueOrDefault(name) is IReadOnlyList<object?> list
            ? list
            : throw new FormatException($"Got no list for '{name}' ({TextOrNull("code")}).");

    public T Place<T>()
        where T : Geometry =>
        place as T
        ?? throw new FormatException(
            $"Got {place?.GeometryType ?? "no place"} for a {typeof(T).Name} ({TextOrNull("code")})."
        );

    public static Fields Of(Feature feature) => new(feature.Properties, feature.Geometry);
}
