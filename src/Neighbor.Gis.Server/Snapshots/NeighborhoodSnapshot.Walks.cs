using Neighbor.Gis.Coverage.Catchments;
using Neighbor.Gis.Coverage.Demand;
using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Walking.Explanations;
using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Snapshots;

public sealed partial class NeighborhoodSnapshot
{
    private const int MillisecondsPerMinute = 60_000;

    /// <summary>The longest walk an uncovered building is told, in milliseconds: two hours.</summary>
    private const int LongestWalkToldMs = 120 * MillisecondsPerMinute;

    /// <summary>What a walk from a point reaches within each of the minutes, drawn; the minutes ascend.</summary>
    public IReadOnlyList<Isochrone> DrawIsochrones(
        Position origin,
        SnapPoint[] seeds,
        WalkTerms terms,
        IReadOnlyList<int> minutes
    )
    {
        int[] cutoffsMs = [.. minutes.Select(limit => limit * MillisecondsPerMinute)];
        return Borrow(_isochrones, search => search.Draw(origin, seeds, terms.Pace, cutoffsMs, overlay: terms.Overlay));
    }

    /// <summary>What walks from several places, or to them, reach within each of the minutes, drawn; the minutes ascend.</summary>
    public IReadOnlyList<ServiceArea> DrawServiceAreas(
        IReadOnlyList<ServiceAreaOrigin> origins,
        WalkTerms terms,
        IReadOnlyList<int> minutes,
        OverlapRule rule,
        WalkDirection direction,
        CancellationToken cancellationToken
    )
    {
        int[] cutoffsMs = [.. minutes.Select(limit => limit * MillisecondsPerMinute)];
        return Borrow(
            _serviceAreas,
            search => search.Draw(origins, terms.Pace, cutoffsMs, rule, direction, terms.Overlay, cancellationToken)
        );
    }

    /// <summary>The open service points of a function that a walker reaches soonest.</summary>
    public IReadOnlyList<PostFound<ServicePoint>> NearestServicePoints(
        SnapPoint[] seeds,
        ServiceFunction function,
        int count,
        WalkTerms terms,
        int minutes
    ) =>
        Borrow(
            _nearest,
            search =>
                ServicePoints.Find(
                    seeds,
                    point => Offers(point, function),
                    count,
                    terms.Pace,
                    minutes * MillisecondsPerMinute,
                    WalkDirection.Forward,
                    search,
                    terms.Overlay
                )
        );

    /// <summary>The responders with a skill and a role who can come soonest.</summary>
    public IReadOnlyList<PostFound<OnCall>> NearestResponders(
        SnapPoint[] seeds,
        Skill? skill,
        DutyRole? role,
        int count,
        WalkTerms terms,
        int minutes
    ) =>
        Borrow(
            _nearest,
            search =>
                Responders.Find(
                    seeds,
                    onCall => onCall.Suits(skill, role),
                    count,
                    terms.Pace,
                    minutes * MillisecondsPerMinute,
                    WalkDirection.Reverse,
                    search,
                    terms.Overlay
                )
        );

    /// <summary>How one walks from one place to another, or the first thing in the way.</summary>
    public WalkExplanation Explain(Snapping.Snapped from, Snapping.Snapped to, WalkTerms terms, int minutes) =>
        Borrow(
            _explainers,
            explainer => explainer.Explain(from, to, terms.Pace, minutes * MillisecondsPerMinute, terms.Overlay)
        );

    /// <summary>How long it is from every origin to every destination, row by row.</summary>
    /// <returns><see cref="WalkMatrix.Unreached"/> beyond the minutes, and for places that are not on the network.</returns>
    public int[] Matrix(
        IReadOnlyList<Snapping.Snapped?> origins,
        IReadOnlyList<Snapping.Snapped?> destinations,
        WalkTerms terms,
        int minutes,
        CancellationToken cancellationToken
    )
    {
        int[] walkMs = new int[origins.Count * destinations.Count];
        _matrix.Fill(
            origins,
            destinations,
            terms.Pace,
            minutes * MillisecondsPerMinute,
            walkMs,
            terms.Overlay,
            cancellationToken: cancellationToken
        );
        return walkMs;
    }

    /// <summary>Where a position meets the network, on its side of the wall.</summary>
    public Snapping Snap(Position position) => Snapper.Snap(position, Locator.FindCompound(position)?.Code);

    /// <summary>How many open points offer a function, and for each demand point the walk to the nearest of them.</summary>
    public (int Points, int?[] WalkMs) WalksToNearest(
        ServiceFunction function,
        IReadOnlyList<DemandPoint> demand,
        WalkTerms terms
    )
    {
        bool[] offers = [.. ServicePoints.Posts.Select(post => Offers(post.Thing, function))];
        return (
            offers.Count(one => one),
            Borrow(
                _catchments,
                search =>
                    NearestWalks.Find(
                        demand,
                        ServicePoints.Places,
                        index => offers[index],
                        terms.Pace,
                        LongestWalkToldMs,
                        search,
                        terms.Overlay
                    )
            )
        );
    }

    private static bool Offers(ServicePoint point, ServiceFunction function) =>
        point.Status == ServicePointStatus.Open && point.Functions.Contains(function);
}
