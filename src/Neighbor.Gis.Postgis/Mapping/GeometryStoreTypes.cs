using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>How column types of PostGIS are written, <c>geometry(MultiPolygon,4490)</c>, and which type in code each one is.</summary>
internal static partial class GeometryStoreTypes
{
    /// <summary>The type whose metres are degrees.</summary>
    public const string Geometry = "geometry";

    /// <summary>The type whose metres are metres.</summary>
    public const string Geography = "geography";

    /// <summary>Both, geometry first: it is what a parameter is taken for.</summary>
    public static readonly string[] Names = [Geometry, Geography];

    /// <summary>The base type of a written column type, or null where it is none of PostGIS's.</summary>
    public static string? BaseOf(string? storeType) =>
        storeType is not null && Written().Match(storeType) is { Success: true } match
            ? match.Groups["base"].Value.ToLowerInvariant()
            : null;

    /// <summary>The type in code of a written column type.</summary>
    public static Type ClrTypeOf(string storeType) =>
        Written().Match(storeType).Groups["kind"].Value.ToUpperInvariant() switch
        {
            "POINT" or "POINTZ" => typeof(Point),
            "LINESTRING" or "LINESTRINGZ" => typeof(LineString),
            "POLYGON" or "POLYGONZ" => typeof(Polygon),
            "MULTIPOINT" or "MULTIPOINTZ" => typeof(MultiPoint),
            "MULTILINESTRING" or "MULTILINESTRINGZ" => typeof(MultiLineString),
            "MULTIPOLYGON" or "MULTIPOLYGONZ" => typeof(MultiPolygon),
            "GEOMETRYCOLLECTION" or "GEOMETRYCOLLECTIONZ" => typeof(GeometryCollection),
            _ => typeof(Geometry),
        };

    [GeneratedRegex(
        @"^(?<base>geometry|geography)(\s*\(\s*(?<kind>\w+)\s*(,\s*\d+\s*)?\))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Written();
}
