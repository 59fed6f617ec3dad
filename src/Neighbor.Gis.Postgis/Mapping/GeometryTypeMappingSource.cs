using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Storage;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Finds the mapping of a geometry, by its column type, its type in code, or both.</summary>
internal sealed class GeometryTypeMappingSource : IRelationalTypeMappingSourcePlugin
{
    private readonly ConcurrentDictionary<(Type, string), RelationalTypeMapping> _mappings = new();

    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo)
    {
        Type? clrType = mappingInfo.ClrType;
        string? storeType = mappingInfo.StoreTypeName;
        if (clrType is not null && !typeof(Geometry).IsAssignableFrom(clrType))
        {
            return null;
        }

        if (storeType is null)
        {
            return clrType is null ? null : Mapping(clrType, GeometryStoreTypes.Geometry);
        }

        return GeometryStoreTypes.BaseOf(storeType) is null
            ? null
            : Mapping(clrType ?? GeometryStoreTypes.ClrTypeOf(storeType), storeType);
    }

    private RelationalTypeMapping Mapping(Type clrType, string storeType) =>
        _mappings.GetOrAdd(
            (clrType, storeType),
            static key =>
                (RelationalTypeMapping)
                    Activator.CreateInstance(typeof(GeometryTypeMapping<>).MakeGenericType(key.Item1), key.Item2)!
        );
}
