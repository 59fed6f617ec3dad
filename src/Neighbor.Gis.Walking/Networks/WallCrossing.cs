using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>A place where a way runs through a wall and no gate is known.</summary>
/// <param name="Source">The way's data set.</param>
/// <param name="WayId">The way.</param>
/// <param name="ZoneCode">The walled zone.</param>
/// <param name="Position">Where the two cross.</param>
public sealed record WallCrossing(string Source, long WayId, string ZoneCode, Position Position);
