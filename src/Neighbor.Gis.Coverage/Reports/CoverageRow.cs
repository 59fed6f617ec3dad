namespace Neighbor.Gis.Coverage.Reports;

/// <summary>One group's coverage.</summary>
/// <param name="Code">The group's code; an empty text for buildings that belong to none.</param>
/// <param name="Buildings">Buildings.</param>
/// <param name="Households">Households, of the buildings where they are known.</param>
/// <param name="Residents">Residents, of the buildings where they are known.</param>
public sealed record CoverageRow(string Code, Tally Buildings, Tally Households, Tally Residents);
