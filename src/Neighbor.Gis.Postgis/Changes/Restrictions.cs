using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Compounds;

namespace Neighbor.Gis.Postgis.Changes;

/// <summary>通行限制. What holds walkers back and may change by the hour: how the gates stand, and what is closed.</summary>
/// <param name="ChangeSeq">The last change of the change log that it contains.</param>
/// <param name="Gates">The gates in force.</param>
/// <param name="Closures">The closures, whenever they are in force.</param>
public sealed record Restrictions(long ChangeSeq, IReadOnlyList<Gate> Gates, IReadOnlyList<Closure> Closures);
