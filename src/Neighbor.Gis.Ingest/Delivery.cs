using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.Obstacles;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest;

/// <summary>Everything one data set brings, ready to be stored in one transaction; it replaces what the same source brought before.</summary>
public sealed record Delivery
{
    /// <summary>The data set's name; every row below carries it.</summary>
    public required string Source { get; init; }

    /// <summary>Counties, towns and communities.</summary>
    public IReadOnlyList<Area> Areas { get; init; } = [];

    /// <summary>Grids.</summary>
    public IReadOnlyList<Grid> Grids { get; init; } = [];

    /// <summary>Micro-grids.</summary>
    public IReadOnlyList<MicroGrid> MicroGrids { get; init; } = [];

    /// <summary>Compounds.</summary>
    public IReadOnlyList<Compound> Compounds { get; init; } = [];

    /// <summary>Gates.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>Buildings.</summary>
    public IReadOnlyList<Building> Buildings { get; init; } = [];

    /// <summary>Entrances.</summary>
    public IReadOnlyList<Entrance> Entrances { get; init; } = [];

    /// <summary>Lanes.</summary>
    public IReadOnlyList<Lane> Lanes { get; init; } = [];

    /// <summary>Ways of the walking network.</summary>
    public IReadOnlyList<SurveyedWay> Ways { get; init; } = [];

    /// <summary>Water and parks.</summary>
    public IReadOnlyList<Ground> Grounds { get; init; } = [];

    /// <summary>Walls, fences and railways.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    /// <summary>Neighbour centres.</summary>
    public IReadOnlyList<NeighborCenter> Centers { get; init; } = [];

    /// <summary>Service points.</summary>
    public IReadOnlyList<ServicePoint> ServicePoints { get; init; } = [];

    /// <summary>Responders.</summary>
    public IReadOnlyList<Responder> Responders { get; init; } = [];

    /// <summary>Duties of the responders.</summary>
    public IReadOnlyList<Duty> Duties { get; init; } = [];
}
