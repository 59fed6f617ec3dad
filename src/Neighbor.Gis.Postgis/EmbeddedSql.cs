using System.Collections.Concurrent;

namespace Neighbor.Gis.Postgis;

/// <summary>The .sql files of this project, which travel inside it.</summary>
internal static class EmbeddedSql
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>The text of a file, named by its folder and name: <c>Tiles.buildings.sql</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static string Read(string name) => Texts.GetOrAdd(name, Load);

    private static string Load(string name)
    {
        using Stream stream =
            typeof(EmbeddedSql).Assembly.GetManifestResourceStream($"Neighbor.Gis.Postgis.{name}")
            ?? throw new InvalidOperationException($"There is no embedded file '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
