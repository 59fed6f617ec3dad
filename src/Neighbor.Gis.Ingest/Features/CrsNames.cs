using System.Text.RegularExpressions;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Ingest.Features;

/// <summary>Compares the reference system a file names with the datum its bringer declares.</summary>
internal static partial class CrsNames
{
    /// <summary>Whether a file that names <paramref name="crs"/> can be measured against <paramref name="datum"/>.</summary>
    /// <remarks><para>WGS 84 and CGCS2000 are treated as equal; GCJ-02 and BD-09 are no reference systems and have no name.</para></remarks>
    public static bool Agrees(string crs, Datum datum) =>
        crs is "null"
        || (datum is Datum.Cgcs2000 or Datum.Wgs84 && (IsCrs84().IsMatch(crs) || Epsg(crs) is 4326 or 4490));

    /// <summary>Whether the name is of a projected system: any EPSG code but those in degrees.</summary>
    public static bool IsProjected(string crs) => Epsg(crs) is int code && code is not (4326 or 4490 or 4214 or 4610);

    private static int? Epsg(string crs) =>
        EpsgCode().Match(crs) is { Success: true } match
            ? int.Parse(match.Groups["code"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("CRS:?84$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsCrs84();

    [GeneratedRegex(
        "EPSG[:/0-9.]*[:/](?<code>[0-9]{4,6})$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex EpsgCode();
}
