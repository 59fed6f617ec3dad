using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Brings the parts of the mapping into EF Core's own services.</summary>
internal sealed class GeometryOptionsExtension : IDbContextOptionsExtension
{
    private ExtensionSummary? _info;

    public DbContextOptionsExtensionInfo Info => _info ??= new ExtensionSummary(this);

    public void ApplyServices(IServiceCollection services) =>
        new EntityFrameworkRelationalServicesBuilder(services)
            .TryAdd<IRelationalTypeMappingSourcePlugin, GeometryTypeMappingSource>()
            .TryAdd<IMethodCallTranslatorPlugin, GeometryMethodTranslatorPlugin>()
            .TryAdd<IMemberTranslatorPlugin, GeometryMemberTranslatorPlugin>()
            .TryAddProviderSpecificServices(specific =>
                specific.TryAddSingletonEnumerable<INpgsqlDataSourceConfigurationPlugin, DataSourcePlugin>()
            );

    public void Validate(IDbContextOptions options) { }

    /// <summary>For contexts that are given a connection string and make their data source themselves.</summary>
    private sealed class DataSourcePlugin : INpgsqlDataSourceConfigurationPlugin
    {
        public void Configure(NpgsqlDataSourceBuilder npgsqlDataSourceBuilder) =>
            npgsqlDataSourceBuilder.UseNetTopologySuite();
    }

    private sealed class ExtensionSummary(IDbContextOptionsExtension extension)
        : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "using NetTopologySuite ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is ExtensionSummary;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) =>
            debugInfo["Neighbor.Gis:UseNetTopologySuite"] = "1";
    }
}
