using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using NetTopologySuite.Geometries;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Builds calls of PostGIS's functions and operators as EF Core's SQL expressions.</summary>
internal sealed class PostgisExpressions(ISqlExpressionFactory sql, IRelationalTypeMappingSource types)
{
    /// <summary>A function of geometries (and numbers) that answers a truth, a number or a text.</summary>
    public SqlExpression Call(string function, Type answer, params ReadOnlySpan<SqlExpression> arguments) =>
        Function(function, answer, types.FindMapping(answer), Mapped(arguments));

    /// <summary>A function of geometries (and numbers) that answers a geometry.</summary>
    public SqlExpression CallForGeometry(string function, Type answer, params ReadOnlySpan<SqlExpression> arguments)
    {
        SqlExpression[] mapped = Mapped(arguments);
        return Function(function, answer, types.FindMapping(answer, BaseOf(mapped[0])), mapped);
    }

    /// <summary>The same geometry as geography, where distances are metres on the ellipsoid.</summary>
    public SqlExpression AsGeography(SqlExpression geometry)
    {
        SqlExpression mapped = Mapped([geometry])[0];
        return BaseOf(mapped) == GeometryStoreTypes.Geography
            ? mapped
            : sql.Convert(mapped, typeof(Geometry), types.FindMapping(typeof(Geometry), GeometryStoreTypes.Geography));
    }

    /// <summary>An operator between two geometries.</summary>
    public SqlExpression Operator(PgExpressionType kind, SqlExpression a, SqlExpression b)
    {
        SqlExpression[] mapped = Mapped([a, b]);
        return ((NpgsqlSqlExpressionFactory)sql).MakePostgresBinary(kind, mapped[0], mapped[1]);
    }

    private SqlExpression Function(
        string function,
        Type answer,
        RelationalTypeMapping? mapping,
        SqlExpression[] arguments
    ) =>
        sql.Function(
            function,
            arguments,
            nullable: true,
            argumentsPropagateNullability: Enumerable.Repeat(true, arguments.Length),
            answer,
            mapping
        );

    /// <summary>Gives every argument its mapping. What is not a column takes the family of what is one.</summary>
    private SqlExpression[] Mapped(ReadOnlySpan<SqlExpression> arguments)
    {
        string family = GeometryStoreTypes.Geometry;
        foreach (SqlExpression argument in arguments)
        {
            if (BaseOf(argument) == GeometryStoreTypes.Geography)
            {
                family = GeometryStoreTypes.Geography;
            }
        }

        var mapped = new SqlExpression[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            SqlExpression argument = arguments[i];
            mapped[i] =
                argument.TypeMapping is null && typeof(Geometry).IsAssignableFrom(argument.Type)
                    ? sql.ApplyTypeMapping(argument, types.FindMapping(argument.Type, family))
                    : sql.ApplyDefaultTypeMapping(argument);
        }

        return mapped;
    }

    private static string BaseOf(SqlExpression expression) =>
        GeometryStoreTypes.BaseOf(expression.TypeMapping?.StoreType) ?? GeometryStoreTypes.Geometry;
}
