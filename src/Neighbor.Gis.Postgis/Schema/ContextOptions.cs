using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Postgis.Mapping;
using Npgsql;

namespace Neighbor.Gis.Postgis.Schema;

/// <summary>How a context is set up; the one place that says so.</summary>
public static class ContextOptions
{
    private const string HistoryTable = "migration_history";

    /// <summary>For a data source that has the geometry mapping.</summary>
    public static DbContextOptions<NeighborContext> For(NpgsqlDataSource source) =>
        new DbContextOptionsBuilder<NeighborContext>()
            .UseNpgsql(source, npgsql => npgsql.UseNetTopologySuite().MigrationsHistoryTable(HistoryTable))
            .Options;

    /// <summary>For a connection string.</summary>
    public static DbContextOptions<NeighborContext> For(string connectionString) =>
        new DbContextOptionsBuilder<NeighborContext>()
            .UseNpgsql(connectionString, npgsql => npgsql.UseNetTopologySuite().MigrationsHistoryTable(HistoryTable))
            .Options;
}
