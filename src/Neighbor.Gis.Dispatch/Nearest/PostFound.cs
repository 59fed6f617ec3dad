using Neighbor.Gis.Walking.Searches;

namespace Neighbor.Gis.Dispatch.Nearest;

/// <summary>A post that was found, and the walk between it and the point asked about.</summary>
/// <param name="Post">The post.</param>
/// <param name="Walk">The walk, door to door.</param>
/// <param name="IsTowardsPost">Whether the walk goes to the post, or comes from it.</param>
public sealed record PostFound<T>(Post<T> Post, WalkPath Walk, bool IsTowardsPost);
