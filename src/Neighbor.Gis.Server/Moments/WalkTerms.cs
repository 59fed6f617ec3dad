using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;

namespace Neighbor.Gis.Server.Moments;

/// <summary>步行条件. How fast and when somebody walks, and what holds him back then.</summary>
/// <param name="Pace">How fast.</param>
/// <param name="Moment">When.</param>
/// <param name="Overlay">How the gates stand then, and what is closed.</param>
/// <param name="Answer">The answer's form of the moment.</param>
public sealed record WalkTerms(Pace Pace, Moment Moment, NetworkOverlay Overlay, MomentAnswer Answer)
{
    /// <summary>The terms at a moment, on one state of the map.</summary>
    public static WalkTerms At(NeighborhoodSnapshot map, Pace pace, Moment moment) =>
        new(
            pace,
            moment,
            map.Restrictions.At(moment),
            MomentAnswer.Of(moment, map.Restrictions.ClosuresAt(moment).Select(closure => closure.Code))
        );
}
