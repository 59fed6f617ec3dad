using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>The rows a snapshot is built from; all of one state of the database, and all in force.</summary>
public sealed record SnapshotRows
{
    /// <summary>The number of the last change they contain.</summary>
    public required long Revision { get; init; }

    /// <summary>The day they are in force.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Areas.</summary>
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

    /// <summary>Ways.</summary>
    public IReadOnlyList<SurveyedWay> Ways { get; init; } = [];

    /// <summary>Service points.</summary>
    public IReadOnlyList<ServicePoint> ServicePoints { get; init; } = [];

    /// <summary>Responders.</summary>
    public IReadOnlyList<Responder> Responders { get; init; } = [];

    /// <summary>Duties.</summary>
    public IReadOnlyList<Duty> Duties { get; init; } = [];
}
