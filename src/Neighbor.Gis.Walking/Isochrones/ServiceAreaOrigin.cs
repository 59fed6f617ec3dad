using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>设施点. Where the walks of a service area begin or end.</summary>
/// <param name="Position">The place itself; it is inside the drawing.</param>
/// <param name="Seeds">Where that is on the network: one place or two; with none only the place itself is drawn.</param>
public sealed record ServiceAreaOrigin(Position Position, IReadOnlyList<SnapPoint> Seeds);
