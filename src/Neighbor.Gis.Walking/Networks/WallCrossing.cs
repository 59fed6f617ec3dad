using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>A place where a way on the ground runs through a wall and no gate is known.</summary>
/// <param name="Source">The way's data set.</param>
/// <param name="WayId">The way.</param>
/// <param name="Kind">What it runs through.</param>
/// <param name="Code">The walled zone or the obstacle.</param>
/// <param name="Position">Where the two cross.</param>
public sealed record WallCrossing(string Source, long WayId, WallKind Kind, string Code, Position Position);
