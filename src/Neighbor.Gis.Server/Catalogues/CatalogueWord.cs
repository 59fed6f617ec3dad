using System.Collections.Frozen;
using System.Text.Json;

namespace Neighbor.Gis.Server.Catalogues;

/// <summary>A word that requests and answers use, as people read it.</summary>
/// <param name="Key">The word in addresses and JSON.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record CatalogueWord(string Key, string Zh, string En)
{
    private const string ResourceName = "Neighbor.Gis.Server.Catalogues.words.json";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, CatalogueWord>> Words = Read();

    /// <summary>The words of one list for the given keys, in their order.</summary>
    /// <exception cref="KeyNotFoundException">The resource <c>words.json</c> lacks the list or a key.</exception>
    public static IReadOnlyList<CatalogueWord> Of(string list, IEnumerable<string> keys) =>
        [.. keys.Select(key => Words[list][key])];

    private static FrozenDictionary<string, FrozenDictionary<string, CatalogueWord>> Read()
    {
        using Stream stream =
            typeof(CatalogueWord).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The program has no resource {ResourceName}.");
        using JsonDocument document = JsonDocument.Parse(stream);
        return document
            .RootElement.EnumerateObject()
            .ToFrozenDictionary(
                list => list.Name,
                list =>
                    list.Value.EnumerateObject()
                        .ToFrozenDictionary(
                            word => word.Name,
                            word => new CatalogueWord(
                                word.Name,
                                word.Value.GetProperty("zh").GetString()!,
                                word.Value.GetProperty("en").GetString()!
                            )
                        )
            );
    }
}
