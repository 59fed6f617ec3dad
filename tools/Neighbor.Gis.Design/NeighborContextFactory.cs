using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Neighbor.Gis.Postgis.Schema;

namespace Neighbor.Gis.Design;

/// <summary>Gives <c>dotnet ef</c> a context. No database is needed to add a migration.</summary>
public sealed class NeighborContextFactory : IDesignTimeDbContextFactory<NeighborContext>
{
    /// <inheritdoc />
    public NeighborContext CreateDbContext(string[] args) =>
        new(ContextOptions.For(Environment.GetEnvironmentVariable("ConnectionStrings__Gis") ?? "Host=/nowhere"));
}
