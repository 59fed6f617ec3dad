using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Adds the mapping of NetTopologySuite's types to the EF Core provider of Npgsql.</summary>
/// <remarks>
/// <para>The name and the method are those of Npgsql.EntityFrameworkCore.PostgreSQL.NetTopologySuite, which the package
/// registry does not have for this version of EF Core.</para>
/// </remarks>
public static class NpgsqlNetTopologySuiteDbContextOptionsBuilderExtensions
{
    /// <summary>Maps geometry columns and translates what LINQ asks of geometries.</summary>
    public static NpgsqlDbContextOptionsBuilder UseNetTopologySuite(this NpgsqlDbContextOptionsBuilder builder)
    {
        var infrastructure = (IDbContextOptionsBuilderInfrastructure)
            ((IRelationalDbContextOptionsBuilderInfrastructure)builder).OptionsBuilder;
        infrastructure.AddOrUpdateExtension(new GeometryOptionsExtension());
        return builder;
    }
}
