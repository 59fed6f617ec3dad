using System.Text.Json;

namespace Neighbor.Gis.Server.Questions;

/// <summary>The words an enumeration has in JSON and in addresses: its names in camelCase.</summary>
public static class Words
{
    /// <summary>The words of a type, in its own order.</summary>
    public static IReadOnlyList<string> Of(Type enumeration) =>
        [.. Enum.GetNames(enumeration).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The word of one value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
