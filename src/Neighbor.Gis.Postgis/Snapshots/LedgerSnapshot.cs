using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.Obstacles;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Postgis.Snapshots;

/// <summary>Every ledger as it was in force on one day, all of one state of the database.</summary>
public sealed record LedgerSnapshot
{
    /// <summary>The last change of the change log that it contains; it contains all before that, too.</summary>
    public required long ChangeSeq { get; init; }

    /// <summary>The day its rows are in force.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Counties, towns and communities.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>Grids.</summary>
    public required IReadOnlyList<Grid> Grids { get; init; }

    /// <summary>Micro-grids.</summary>
    public required IReadOnlyList<MicroGrid> MicroGrids { get; init; }

    /// <summary>Compounds.</summary>
    public required IReadOnlyList<Compound> Compounds { get; init; }

    /// <summary>Gates.</summary>
    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>Buildings.</summary>
    public required IReadOnlyList<Building> Buildings { get; init; }

    /// <summary>Entrances.</summary>
    public required IReadOnlyList<Entrance> Entrances { get; init; }

    /// <summary>Lanes.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    /// <summary>Ways of the walking network.</summary>
    public required IReadOnlyList<SurveyedWay> Ways { get; init; }

    /// <summary>Water and parks.</summary>
    public required IReadOnlyList<Ground> Grounds { get; init; }

    /// <summary>Walls, fences and railways.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    /// <summary>Neighbour centres.</summary>
    public required IReadOnlyList<NeighborCenter> Centers { get; init; }

    /// <summary>Service points.</summary>
    public required IReadOnlyList<ServicePoint> ServicePoints { get; init; }

    /// <summary>Responders.</summary>
    public required IReadOnlyList<Responder> Responders { get; init; }

    /// <summary>Duties of the responders.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    /// <summary>Closures, whenever they are in force.</summary>
    public required IReadOnlyList<Closure> Closures { get; init; }
}
