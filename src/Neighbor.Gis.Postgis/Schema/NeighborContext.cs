using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.Obstacles;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Postgis.Schema;

/// <summary>The ledgers of a neighbourhood as EF Core sees them.</summary>
public sealed class NeighborContext(DbContextOptions<NeighborContext> options) : DbContext(options)
{
    /// <summary>Counties, towns and communities.</summary>
    public DbSet<Area> Areas => Set<Area>();

    /// <summary>Grids.</summary>
    public DbSet<Grid> Grids => Set<Grid>();

    /// <summary>Micro-grids.</summary>
    public DbSet<MicroGrid> MicroGrids => Set<MicroGrid>();

    /// <summary>Compounds.</summary>
    public DbSet<Compound> Compounds => Set<Compound>();

    /// <summary>Gates.</summary>
    public DbSet<Gate> Gates => Set<Gate>();

    /// <summary>Buildings.</summary>
    public DbSet<Building> Buildings => Set<Building>();

    /// <summary>Entrances.</summary>
    public DbSet<Entrance> Entrances => Set<Entrance>();

    /// <summary>Lanes.</summary>
    public DbSet<Lane> Lanes => Set<Lane>();

    /// <summary>Ways of the walking network.</summary>
    public DbSet<SurveyedWay> Ways => Set<SurveyedWay>();

    /// <summary>Water and parks.</summary>
    public DbSet<Ground> Grounds => Set<Ground>();

    /// <summary>Walls, fences and railways.</summary>
    public DbSet<Obstacle> Obstacles => Set<Obstacle>();

    /// <summary>Service points.</summary>
    public DbSet<ServicePoint> ServicePoints => Set<ServicePoint>();

    /// <summary>Neighbour centres.</summary>
    public DbSet<NeighborCenter> Centers => Set<NeighborCenter>();

    /// <summary>Responders.</summary>
    public DbSet<Responder> Responders => Set<Responder>();

    /// <summary>Duties of the responders.</summary>
    public DbSet<Duty> Duties => Set<Duty>();

    /// <summary>Lines and control zones that are closed for a time.</summary>
    public DbSet<Closure> Closures => Set<Closure>();

    /// <summary>What was changed; written by the database, only read here.</summary>
    public DbSet<Change> Changes => Set<Change>();

    /// <summary>What was imported.</summary>
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<AreaCode>().HaveConversion<AreaCodeConverter>();
        configurationBuilder.Properties<GridCode>().HaveConversion<GridCodeConverter>();
        configurationBuilder.Properties<string>().HaveColumnType("text");
        EnumWords.Configure(configurationBuilder);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) => LedgerModel.Build(modelBuilder);
}
