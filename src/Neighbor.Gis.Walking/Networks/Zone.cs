using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>封闭区域. Ground with a rule of its own for walkers: an estate, a school, a factory.</summary>
/// <param name="Code">Its code, unique among the zones.</param>
/// <param name="ParentCode">The zone that encloses it; null leaves it to the outlines.</param>
/// <param name="Outline">Its ground, in CGCS2000.</param>
/// <param name="IsWalled">Whether a wall or fence runs along the outline, so that it is entered through gates only.</param>
public sealed record Zone(string Code, string? ParentCode, Geometry Outline, bool IsWalled);
