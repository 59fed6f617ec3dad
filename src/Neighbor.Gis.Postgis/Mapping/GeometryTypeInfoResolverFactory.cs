using NetTopologySuite.Geometries;
using Npgsql.Internal;
using Npgsql.Internal.Postgres;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Tells Npgsql how the column types geometry and geography, and arrays of them, become NetTopologySuite's.</summary>
internal sealed class GeometryTypeInfoResolverFactory : PgTypeInfoResolverFactory
{
    public override IPgTypeInfoResolver CreateResolver() => new ScalarResolver();

    public override IPgTypeInfoResolver CreateArrayResolver() => new ArrayResolver();

    private sealed class ScalarResolver : IPgTypeInfoResolver
    {
        private readonly TypeInfoMappingCollection _mappings = Scalars(new TypeInfoMappingCollection());

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
            _mappings.Find(type, dataTypeName, options);
    }

    private sealed class ArrayResolver : IPgTypeInfoResolver
    {
        private readonly TypeInfoMappingCollection _mappings = Arrays(Scalars(new TypeInfoMappingCollection()));

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
            _mappings.Find(type, dataTypeName, options);
    }

    private static TypeInfoMappingCollection Scalars(TypeInfoMappingCollection mappings)
    {
        // Geometry comes first: it is what a column is read as when nothing more is asked for.
        foreach (string name in GeometryStoreTypes.Names)
        {
            AddScalar<Geometry>(mappings, name, isDefault: true);
            AddScalar<Point>(mappings, name);
            AddScalar<LineString>(mappings, name);
            AddScalar<LinearRing>(mappings, name);
            AddScalar<Polygon>(mappings, name);
            AddScalar<MultiPoint>(mappings, name);
            AddScalar<MultiLineString>(mappings, name);
            AddScalar<MultiPolygon>(mappings, name);
            AddScalar<GeometryCollection>(mappings, name);
        }

        return mappings;
    }

    private static TypeInfoMappingCollection Arrays(TypeInfoMappingCollection mappings)
    {
        foreach (string name in GeometryStoreTypes.Names)
        {
            mappings.AddArrayType<Geometry>(name);
            mappings.AddArrayType<Point>(name);
            mappings.AddArrayType<LineString>(name);
            mappings.AddArrayType<LinearRing>(name);
            mappings.AddArrayType<Polygon>(name);
            mappings.AddArrayType<MultiPoint>(name);
            mappings.AddArrayType<MultiLineString>(name);
            mappings.AddArrayType<MultiPolygon>(name);
            mappings.AddArrayType<GeometryCollection>(name);
        }

        return mappings;
    }

    private static void AddScalar<T>(TypeInfoMappingCollection mappings, string name, bool isDefault = false)
        where T : Geometry =>
        mappings.AddType<T>(
            name,
            static (options, mapping, _) => mapping.CreateInfo(options, new GeometryConverter<T>()),
            isDefault
        );
}
