using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>步行路径. A shortest walk with its course.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Positions">Its course along the ways, in the order of walking; the two access stretches are not drawn.</param>
/// <param name="LengthMm">Its length, both access stretches included.</param>
/// <param name="WalkMs">How long it takes, both access stretches included.</param>
public sealed record WalkPath(SnapPoint From, SnapPoint To, IReadOnlyList<Position> Positions, int LengthMm, int WalkMs)
{
    /// <summary>The links and gates it goes by, in the order of walking.</summary>
    public required IReadOnlyList<WalkLeg> Legs { get; init; }
}
