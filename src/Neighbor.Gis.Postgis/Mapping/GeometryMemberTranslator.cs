using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Translates properties of geometries to PostGIS.</summary>
internal sealed class GeometryMemberTranslator(PostgisExpressions postgis) : IMemberTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MemberInfo member,
        Type returnType,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger
    )
    {
        if (instance is null || !typeof(Geometry).IsAssignableFrom(member.DeclaringType))
        {
            return null;
        }

        return member.Name switch
        {
            nameof(Geometry.Area) => postgis.Call("ST_Area", typeof(double), instance),
            nameof(Geometry.Length) => postgis.Call("ST_Length", typeof(double), instance),
            nameof(Geometry.IsEmpty) => postgis.Call("ST_IsEmpty", typeof(bool), instance),
            nameof(Geometry.IsSimple) => postgis.Call("ST_IsSimple", typeof(bool), instance),
            nameof(Geometry.IsValid) => postgis.Call("ST_IsValid", typeof(bool), instance),
            nameof(Geometry.NumGeometries) => postgis.Call("ST_NumGeometries", typeof(int), instance),
            nameof(Geometry.NumPoints) => postgis.Call("ST_NPoints", typeof(int), instance),
            nameof(Geometry.SRID) => postgis.Call("ST_SRID", typeof(int), instance),
            nameof(Point.X) => postgis.Call("ST_X", typeof(double), instance),
            nameof(Point.Y) => postgis.Call("ST_Y", typeof(double), instance),
            nameof(Geometry.Boundary) => postgis.CallForGeometry("ST_Boundary", returnType, instance),
            nameof(Geometry.Centroid) => postgis.CallForGeometry("ST_Centroid", returnType, instance),
            nameof(Geometry.Envelope) => postgis.CallForGeometry("ST_Envelope", returnType, instance),
            nameof(Geometry.InteriorPoint) or nameof(Geometry.PointOnSurface) => postgis.CallForGeometry(
                "ST_PointOnSurface",
                returnType,
                instance
            ),
            nameof(LineString.StartPoint) => postgis.CallForGeometry("ST_StartPoint", returnType, instance),
            nameof(LineString.EndPoint) => postgis.CallForGeometry("ST_EndPoint", returnType, instance),
            _ => null,
        };
    }
}
