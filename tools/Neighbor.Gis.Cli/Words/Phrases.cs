using System.Globalization;
using System.Text.Json;

namespace Neighbor.Gis.Cli.Words;

/// <summary>用语. Everything the program says, in the language that was asked for.</summary>
/// <remarks><para>Source: <c>words.json</c>, where each phrase stands once in both languages.</para></remarks>
internal sealed class Phrases(Language language)
{
    private static readonly Dictionary<string, Dictionary<string, string>> All = Load();

    /// <summary>The keys of every phrase.</summary>
    public static IEnumerable<string> Keys => All.Keys;

    /// <summary>The language spoken.</summary>
    public Language Language => language;

    /// <summary>A phrase without blanks.</summary>
    /// <exception cref="KeyNotFoundException">There is no such phrase.</exception>
    public string this[string key] =>
        All.TryGetValue(key, out Dictionary<string, string>? phrase)
            ? phrase[Word(language)]
            : throw new KeyNotFoundException($"There is no phrase '{key}' in words.json.");

    /// <summary>A phrase with its blanks filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such phrase.</exception>
    public string Say(string key, params object?[] blanks) =>
        string.Format(CultureInfo.InvariantCulture, this[key], blanks);

    /// <summary>The language asked for by the arguments, or else by the environment; Chinese where neither says.</summary>
    public static Language Choose(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        string? word = Asked(arguments) ?? FromLocale(variable);
        return word is not null && word.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? Language.English
            : Language.Chinese;
    }

    /// <summary>The word for a language, as <c>--lang</c> takes it.</summary>
    public static string Word(Language language) => language == Language.Chinese ? "zh" : "en";

    private static string? Asked(IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal))
            {
                return arguments[i]["--lang=".Length..];
            }

            if (arguments[i] == "--lang" && i + 1 < arguments.Count)
            {
                return arguments[i + 1];
            }
        }

        return null;
    }

    private static string? FromLocale(Func<string, string?> variable)
    {
        string[] variables = ["LC_ALL", "LC_MESSAGES", "LANG"]; // in the order POSIX gives them
        return variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
    }

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        using Stream stream = typeof(Phrases).Assembly.GetManifestResourceStream("words.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
    }
}
