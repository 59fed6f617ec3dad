using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>What only the database can answer about geometries in degrees; for use inside LINQ queries.</summary>
/// <remarks>
/// <para>Units: metres on the ellipsoid of the column's spatial reference, by PostGIS's geography, whatever the unit of the
/// stored coordinates.</para>
/// </remarks>
public static class GeodesicDbFunctions
{
    /// <summary>The shortest distance on the ellipsoid, in metres.</summary>
    public static double DistanceMetres(this DbFunctions _, Geometry a, Geometry b) => throw OnlyInQueries();

    /// <summary>Whether the shortest distance on the ellipsoid is at most this many metres; uses the geography index.</summary>
    public static bool IsWithinMetres(this DbFunctions _, Geometry a, Geometry b, double metres) =>
        throw OnlyInQueries();

    /// <summary>The area on the ellipsoid, in square metres.</summary>
    public static double AreaSquareMetres(this DbFunctions _, Geometry geometry) => throw OnlyInQueries();

    /// <summary>The length on the ellipsoid, in metres.</summary>
    public static double LengthMetres(this DbFunctions _, Geometry geometry) => throw OnlyInQueries();

    /// <summary>
    /// The operator <c>&lt;-&gt;</c> on the stored coordinates: what to order by, with a limit, for the nearest first by the
    /// geometry index. Its value is in degrees and for ordering only.
    /// </summary>
    public static double DistanceKnn(this DbFunctions _, Geometry a, Geometry b) => throw OnlyInQueries();

    /// <summary>The same on the ellipsoid: the nearest first by true metres, by the geography index.</summary>
    public static double DistanceMetresKnn(this DbFunctions _, Geometry a, Geometry b) => throw OnlyInQueries();

    /// <summary>The operator <c>&amp;&amp;</c>: whether the boxes meet, by the geometry index alone.</summary>
    public static bool BoxesMeet(this DbFunctions _, Geometry a, Geometry b) => throw OnlyInQueries();

    /// <summary>The geometry in another spatial reference.</summary>
    public static Geometry Transform(this DbFunctions _, Geometry geometry, int srid) => throw OnlyInQueries();

    private static InvalidOperationException OnlyInQueries() =>
        new("This function is answered by the database; it can only be used inside a LINQ query.");
}
