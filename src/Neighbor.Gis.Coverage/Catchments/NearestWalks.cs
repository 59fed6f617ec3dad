using Neighbor.Gis.Coverage.Demand;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Coverage.Catchments;

/// <summary>最近步行. For every demand point the walk to the service point it is nearest to.</summary>
public static class NearestWalks
{
    /// <summary>Spreads from all service points at once, and reads off the walk of every demand point.</summary>
    /// <param name="demand">The demand points.</param>
    /// <param name="facilities">The service points on the network.</param>
    /// <param name="counts">Which of them count, by number.</param>
    /// <param name="pace">How fast people walk.</param>
    /// <param name="limitMs">The longest walk looked for, in milliseconds, itself included.</param>
    /// <param name="search">Working memory on the same network, lent for this call.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    /// <returns>
    /// For each demand point the walk from its best door, in milliseconds; null where none is within the limit. People walk
    /// to the service, so the search runs against the direction of walking.
    /// </returns>
    public static int?[] Find(
        IReadOnlyList<DemandPoint> demand,
        PlacedPoints facilities,
        Predicate<int> counts,
        Pace pace,
        int limitMs,
        CatchmentSearch search,
        NetworkOverlay? overlay = null
    )
    {
        search.Run(facilities, pace, limitMs, WalkDirection.Reverse, counts, overlay);
        int?[] walkMs = new int?[demand.Count];
        for (int i = 0; i < walkMs.Length; i++)
        {
            foreach (SnapPoint door in demand[i].Doors)
            {
                if (search.NearestTo(door) is { } nearest && !(walkMs[i] <= nearest.WalkMs))
                {
                    walkMs[i] = nearest.WalkMs;
                }
            }
        }

        return walkMs;
    }
}
