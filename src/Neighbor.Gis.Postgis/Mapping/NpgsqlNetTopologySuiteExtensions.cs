using Npgsql;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Adds the mapping of NetTopologySuite's types to Npgsql.</summary>
/// <remarks>
/// <para>The name and the method are those of Npgsql.NetTopologySuite, which the package registry does not have: once it can be
/// had, this folder goes and the calls stay.</para>
/// </remarks>
public static class NpgsqlNetTopologySuiteExtensions
{
    /// <summary>
    /// Maps geometry and geography, and arrays of them. The extension must be in the database before the first connection is
    /// opened: Npgsql reads the types of a database once.
    /// </summary>
    public static NpgsqlDataSourceBuilder UseNetTopologySuite(this NpgsqlDataSourceBuilder builder)
    {
        builder.AddTypeInfoResolverFactory(new GeometryTypeInfoResolverFactory());
        return builder;
    }
}
