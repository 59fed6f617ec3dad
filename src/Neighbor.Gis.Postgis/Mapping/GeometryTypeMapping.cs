using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal.Mapping;
using NpgsqlTypes;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>How EF Core stores, reads, compares and writes out one geometry type.</summary>
internal sealed class GeometryTypeMapping<T> : RelationalTypeMapping, INpgsqlTypeMapping
    where T : Geometry
{
    private readonly bool _isGeography;

    public GeometryTypeMapping(string storeType)
        : this(
            new RelationalTypeMappingParameters(
                new CoreTypeMappingParameters(typeof(T), comparer: ByVertices, keyComparer: ByVertices),
                storeType
            )
        ) { }

    private GeometryTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
        _isGeography = GeometryStoreTypes.BaseOf(parameters.StoreType) == GeometryStoreTypes.Geography;
    }

    /// <summary>Geometries are equal where they have the same vertices in the same order, in the same spatial reference.</summary>
    private static ValueComparer<T> ByVertices { get; } =
        new(
            (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SRID == b.SRID && a.EqualsExact(b)),
            geometry => geometry.GetHashCode(),
            geometry => (T)geometry.Copy()
        );

    public NpgsqlDbType NpgsqlDbType => _isGeography ? NpgsqlDbType.Geography : NpgsqlDbType.Geometry;

    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) =>
        new GeometryTypeMapping<T>(parameters);

    protected override void ConfigureParameter(DbParameter parameter)
    {
        base.ConfigureParameter(parameter);
        ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType;
    }

    protected override string GenerateNonNullSqlLiteral(object value)
    {
        var geometry = (Geometry)value;
        string srid = geometry.SRID.ToString(CultureInfo.InvariantCulture);
        var text = new WKTWriter { OutputOrdinates = Ordinates.XYZ, PrecisionModel = new PrecisionModel() };
        return $"{(_isGeography ? "GEOGRAPHY" : "GEOMETRY")} 'SRID={srid};{text.Write(geometry)}'";
    }
}
