using System.Globalization;

namespace Neighbor.Gis.Ingest.Osm;

/// <summary>The codes that imported objects carry.</summary>
internal static class OsmCodes
{
    public static string Node(long id) => Code('n', id);

    public static string Way(long id) => Code('w', id);

    public static string Relation(long id) => Code('r', id);

    private static string Code(char kind, long id) => string.Create(CultureInfo.InvariantCulture, $"osm:{kind}{id}");
}
