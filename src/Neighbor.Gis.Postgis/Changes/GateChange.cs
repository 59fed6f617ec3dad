using Neighbor.Gis.Neighborhood.Compounds;

namespace Neighbor.Gis.Postgis.Changes;

/// <summary>What somebody found out about a gate; what is null stays as it is.</summary>
/// <param name="Code">The gate.</param>
/// <param name="Access">Who may pass.</param>
/// <param name="Hours">When it can be passed, in the grammar of <c>OpeningHours</c>.</param>
/// <param name="CheckedOn">The day somebody looked.</param>
public sealed record GateChange(string Code, GateAccess? Access, string? Hours, DateOnly? CheckedOn);
