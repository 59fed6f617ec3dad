using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>A placed point and the walk to it.</summary>
/// <param name="Point">Its number among the placed points.</param>
/// <param name="WalkMs">How long the walk is, both access stretches included.</param>
/// <param name="At">Which of its places the walk ends at – or begins, in a reverse search.</param>
public readonly record struct NearPoint(int Point, int WalkMs, SnapPoint At);
