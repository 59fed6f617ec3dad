using Neighbor.Gis.Neighborhood.Buildings;

namespace Neighbor.Gis.Coverage.Demand;

/// <summary>Which buildings are demand: those people live in, or may live in.</summary>
public static class DemandRules
{
    /// <summary>
    /// Whether a building counts: a dwelling, a building of unknown use, or any other with people registered in it.
    /// </summary>
    public static bool IsDemand(Building building) =>
        building.Use is BuildingUse.Residential or BuildingUse.Mixed or BuildingUse.Unknown
        || building.Households > 0
        || building.Residents > 0;
}
