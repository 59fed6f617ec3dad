using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Compounds;

/// <summary>A gate before it has a code.</summary>
internal sealed record GateDraft(string Name, PlanePoint At, GateAccess Access, string? Hours, DateOnly? CheckedOn);
