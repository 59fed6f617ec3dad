using Neighbor.Gis.Coverage.Demand;

namespace Neighbor.Gis.Coverage.Reports;

/// <summary>A building outside the cutoff.</summary>
/// <param name="Demand">The building.</param>
/// <param name="WalkMs">The walk to the nearest service point, in milliseconds; null where none was found.</param>
public sealed record UncoveredDemand(DemandPoint Demand, int? WalkMs);
