using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Neighbor.Gis.Server.Refusals;

/// <summary>The words of every problem in Chinese and English, from the one resource <c>problems.json</c>.</summary>
public static class ProblemTexts
{
    private const string ResourceName = "Neighbor.Gis.Server.Refusals.problems.json";

    private static readonly Regex Place = new(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant);

    private static readonly FrozenDictionary<string, string> Texts = Read();

    /// <summary>The names of the problems the resource has words for.</summary>
    public static IReadOnlyList<string> ProblemNames { get; } =
    [
        .. Texts
            .Keys.Where(key => key.StartsWith("problems/", StringComparison.Ordinal))
            .Select(key => key.Split('/')[1])
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>One text of a problem: its <c>title</c>, <c>detail</c>, <c>meaning</c> or <c>remedy</c>; null where it has none.</summary>
    public static string? Find(string problem, Language language, string part) =>
        Texts.GetValueOrDefault($"problems/{problem}/{language.Tag}/{part}");

    /// <summary>One text of a problem, with its places filled.</summary>
    /// <exception cref="KeyNotFoundException">The resource has no such text.</exception>
    public static string Of(
        ProblemType problem,
        Language language,
        string part,
        params (string Name, object Value)[] values
    ) => Fill(Texts[$"problems/{problem.Name}/{language.Tag}/{part}"], values);

    /// <summary>A phrase that several problems use, with its places filled.</summary>
    /// <exception cref="KeyNotFoundException">The resource has no such phrase.</exception>
    public static string Phrase(string name, Language language, params (string Name, object Value)[] values) =>
        Fill(Texts[$"phrases/{name}/{language.Tag}"], values);

    // One pass: a value that itself looks like a place is left as it is.
    private static string Fill(string text, (string Name, object Value)[] values) =>
        Place.Replace(
            text,
            match =>
            {
                foreach ((string name, object value) in values)
                {
                    if (match.Groups["name"].ValueSpan.SequenceEqual(name))
                    {
                        return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                    }
                }

                return match.Value;
            }
        );

    private static FrozenDictionary<string, string> Read()
    {
        using Stream stream =
            typeof(ProblemTexts).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The program has no resource {ResourceName}.");
        using JsonDocument document = JsonDocument.Parse(stream);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(document.RootElement, "", texts);
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Collect(JsonElement element, string path, Dictionary<string, string> texts)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string key = path.Length == 0 ? member.Name : $"{path}/{member.Name}";
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Collect(member.Value, key, texts);
            }
            else
            {
                texts.Add(key, member.Value.GetString() ?? "");
            }
        }
    }
}
