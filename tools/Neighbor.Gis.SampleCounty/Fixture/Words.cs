using System.Text.Json;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>Enum values as the camel-case words that files and the API use.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value that has this word.</summary>
    /// <exception cref="FormatException">No value of the enum has this word.</exception>
    public static T Parse<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse(word, ignoreCase: true, out T value) && Of(value) == word
            ? value
            : throw new FormatException($"Got '{word}'; it is none of the words of {typeof(T).Name}.");
}
