using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using NetTopologySuite.Geometries;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Translates methods of geometries, and the functions of <see cref="GeodesicDbFunctions"/>, to PostGIS.</summary>
internal sealed class GeometryMethodTranslator(PostgisExpressions postgis) : IMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger
    )
    {
        if (method.DeclaringType == typeof(GeodesicDbFunctions))
        {
            return Function(method.Name, arguments);
        }

        return instance is not null && typeof(Geometry).IsAssignableFrom(method.DeclaringType)
            ? Method(instance, method, arguments)
            : null;
    }

    /// <summary>The first argument of each is EF.Functions, which stands for nothing in SQL.</summary>
    private SqlExpression? Function(string name, IReadOnlyList<SqlExpression> arguments) =>
        name switch
        {
            nameof(GeodesicDbFunctions.DistanceMetres) => postgis.Call(
                "ST_Distance",
                typeof(double),
                postgis.AsGeography(arguments[1]),
                postgis.AsGeography(arguments[2])
            ),
            nameof(GeodesicDbFunctions.IsWithinMetres) => postgis.Call(
                "ST_DWithin",
                typeof(bool),
                postgis.AsGeography(arguments[1]),
                postgis.AsGeography(arguments[2]),
                arguments[3]
            ),
            nameof(GeodesicDbFunctions.AreaSquareMetres) => postgis.Call(
                "ST_Area",
                typeof(double),
                postgis.AsGeography(arguments[1])
            ),
            nameof(GeodesicDbFunctions.LengthMetres) => postgis.Call(
                "ST_Length",
                typeof(double),
                postgis.AsGeography(arguments[1])
            ),
            nameof(GeodesicDbFunctions.DistanceKnn) => postgis.Operator(
                PgExpressionType.Distance,
                arguments[1],
                arguments[2]
            ),
            nameof(GeodesicDbFunctions.DistanceMetresKnn) => postgis.Operator(
                PgExpressionType.Distance,
                postgis.AsGeography(arguments[1]),
                postgis.AsGeography(arguments[2])
            ),
            nameof(GeodesicDbFunctions.BoxesMeet) => postgis.Operator(
                PgExpressionType.Overlaps,
                arguments[1],
                arguments[2]
            ),
            nameof(GeodesicDbFunctions.Transform) => postgis.CallForGeometry(
                "ST_Transform",
                typeof(Geometry),
                arguments[1],
                arguments[2]
            ),
            _ => null,
        };

    private SqlExpression? Method(SqlExpression instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments)
    {
        SqlExpression[] all = [instance, .. arguments];
        return (method.Name, arguments.Count) switch
        {
            (nameof(Geometry.Contains), 1) => postgis.Call("ST_Contains", typeof(bool), all),
            (nameof(Geometry.CoveredBy), 1) => postgis.Call("ST_CoveredBy", typeof(bool), all),
            (nameof(Geometry.Covers), 1) => postgis.Call("ST_Covers", typeof(bool), all),
            (nameof(Geometry.Crosses), 1) => postgis.Call("ST_Crosses", typeof(bool), all),
            (nameof(Geometry.Disjoint), 1) => postgis.Call("ST_Disjoint", typeof(bool), all),
            (nameof(Geometry.EqualsTopologically), 1) => postgis.Call("ST_Equals", typeof(bool), all),
            (nameof(Geometry.Intersects), 1) => postgis.Call("ST_Intersects", typeof(bool), all),
            (nameof(Geometry.Overlaps), 1) => postgis.Call("ST_Overlaps", typeof(bool), all),
            (nameof(Geometry.Touches), 1) => postgis.Call("ST_Touches", typeof(bool), all),
            (nameof(Geometry.Within), 1) => postgis.Call("ST_Within", typeof(bool), all),
            (nameof(Geometry.IsWithinDistance), 2) => postgis.Call("ST_DWithin", typeof(bool), all),
            (nameof(Geometry.Distance), 1) => postgis.Call("ST_Distance", typeof(double), all),
            (nameof(Geometry.AsText), 0) => postgis.Call("ST_AsText", typeof(string), all),
            (nameof(Geometry.Buffer), 1) => postgis.CallForGeometry("ST_Buffer", method.ReturnType, all),
            (nameof(Geometry.ConvexHull), 0) => postgis.CallForGeometry("ST_ConvexHull", method.ReturnType, all),
            (nameof(Geometry.Difference), 1) => postgis.CallForGeometry("ST_Difference", method.ReturnType, all),
            (nameof(Geometry.Intersection), 1) => postgis.CallForGeometry("ST_Intersection", method.ReturnType, all),
            (nameof(Geometry.Union), 1) => postgis.CallForGeometry("ST_Union", method.ReturnType, all),
            _ => null,
        };
    }
}
