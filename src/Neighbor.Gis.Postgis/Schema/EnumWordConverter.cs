using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Neighbor.Gis.Postgis.Schema;

/// <summary>Stores an enum as its camelCase word.</summary>
internal sealed class EnumWordConverter<T> : ValueConverter<T, string>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(v => v, SnakeCase.Word);

    private static readonly Dictionary<string, T> Values = Words.ToDictionary(pair => pair.Value, pair => pair.Key);

    public EnumWordConverter()
        : base(value => WordOf(value), word => ValueOf(word)) { }

    private static string WordOf(T value) =>
        Words.TryGetValue(value, out string? word)
            ? word
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Not one of {typeof(T).Name}'s values.");

    private static T ValueOf(string word) =>
        Values.TryGetValue(word, out T value)
            ? value
            : throw new FormatException($"Got '{word}'; {typeof(T).Name} is one of {string.Join(", ", Values.Keys)}.");
}
