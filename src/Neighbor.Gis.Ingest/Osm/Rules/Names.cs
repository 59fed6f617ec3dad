using Neighbor.Gis.Ingest.Osm.Files;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>What people call an object.</summary>
internal static class Names
{
    private static readonly string[] Keys = ["name", "name:zh", "official_name", "alt_name", "brand", "operator"];

    /// <summary>The name itself, or an empty text.</summary>
    public static string Of(OsmTags tags) => tags["name"] ?? tags["name:zh"] ?? "";

    /// <summary>The name, or who runs it, or an empty text.</summary>
    public static string OfPlace(OsmTags tags) =>
        Keys.Select(key => tags[key]).FirstOrDefault(n => n is not null) ?? "";

    /// <summary>The name of a house, or its street and number.</summary>
    public static string OfHouse(OsmTags tags)
    {
        string name = tags["name"] ?? tags["name:zh"] ?? tags["addr:housename"] ?? "";
        return name.Length > 0 ? name : $"{tags["addr:street"]} {tags["addr:housenumber"]}".Trim();
    }
}
