using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Neighbor.Gis.Spatial.Datums;

/// <summary>坐标基准的写法. The words by which an input declares its datum: <c>cgcs2000</c>, <c>wgs84</c>, <c>gcj02</c>,
/// <c>bd09</c>.</summary>
public static class DatumWords
{
    private static readonly FrozenDictionary<string, Datum> ByWord = new Dictionary<string, Datum>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["cgcs2000"] = Datum.Cgcs2000,
        ["wgs84"] = Datum.Wgs84,
        ["gcj02"] = Datum.Gcj02,
        ["bd09"] = Datum.Bd09,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word, in the order of <see cref="Datum"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Datum>().Select(Word)];

    /// <summary>The word for a datum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such datum.</exception>
    public static string Word(Datum datum) =>
        datum switch
        {
            Datum.Cgcs2000 => "cgcs2000",
            Datum.Wgs84 => "wgs84",
            Datum.Gcj02 => "gcj02",
            Datum.Bd09 => "bd09",
            _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, "Not a datum."),
        };

    /// <summary>Reads a word, in capitals or not; false where it is not one of <see cref="All"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? word, out Datum datum)
    {
        datum = default;
        return word is not null && ByWord.TryGetValue(word.Trim(), out datum);
    }
}
