using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Explanations;

/// <summary>
/// 步行解释器. Says how one walks from one place to another and, where one cannot, the first thing in the way. An instance serves
/// one question at a time and is made to be reused.
/// </summary>
/// <remarks>
/// <para>
/// What is in the way is what takes least to be opened: first walks are tried without closures, then with shut gates unlocked
/// for those who have business behind them, then both, and at last with everything open to everybody. The first of these walks
/// that arrives is followed under the rules as they are, to where it is stopped. So a short cut that is only for residents is
/// not blamed where the true trouble is a locked gate farther on.
/// </para>
/// <para>Source: own. Cost: one search to the target for each of these, at most six; where all fail, one pass over the network.</para>
/// </remarks>
public sealed class WalkExplainer
{
    private const int NoLimit = int.MaxValue;

    private readonly WalkingNetwork _network;
    private readonly WalkingSearch _search;

    /// <summary>Working memory for a network.</summary>
    public WalkExplainer(WalkingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _search = new WalkingSearch(network);
    }

    /// <summary>Explains a walk.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="pace">How fast he walks.</param>
    /// <param name="limitMs">The longest walk counted, in milliseconds, itself included.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    public WalkExplanation Explain(
        Snapping.Snapped from,
        Snapping.Snapped to,
        Pace pace,
        int limitMs,
        NetworkOverlay? overlay = null
    )
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(pace);
        overlay ??= _network.WheneverOpen;
        if (PathOf(from, to, pace, limitMs, overlay) is { } walk)
        {
            return new WalkExplanation.Reached(walk);
        }

        if (PathOf(from, to, pace, NoLimit, overlay) is { } longWalk)
        {
            return new WalkExplanation.TooFar(longWalk);
        }

        FirstHindrance hindrance = new(_network, overlay);
        foreach (NetworkOverlay opened in Openings(overlay))
        {
            if (PathOf(from, to, pace, NoLimit, opened) is { } openedWalk)
            {
                return hindrance.On(openedWalk)
                    ?? throw new InvalidOperationException("A walk that nothing stops was not found.");
            }
        }

        return WithoutAnyWalk(from, to, pace, overlay);
    }

    /// <summary>Overlays in which ever more is open.</summary>
    private static IEnumerable<NetworkOverlay> Openings(NetworkOverlay overlay)
    {
        if (overlay.HasClosures)
        {
            yield return overlay.WithoutClosures();
        }

        yield return overlay.Unlocked();
        if (overlay.HasClosures)
        {
            yield return overlay.Unlocked().WithoutClosures();
        }

        yield return overlay.Opened();
    }

    private WalkExplanation WithoutAnyWalk(
        Snapping.Snapped from,
        Snapping.Snapped to,
        Pace pace,
        NetworkOverlay overlay
    )
    {
        if (PathOf(from, to, Pace.Planning, NoLimit, overlay.Opened()) is { } anybodys)
        {
            WalkLeg.Along stuck = anybodys.Legs.OfType<WalkLeg.Along>().First(leg => !CanWalk(leg, pace));
            return new WalkExplanation.NotAtThisPace(
                stuck.Link,
                _network.PositionAt(stuck.Link, stuck.FromMm),
                anybodys
            );
        }

        NetworkPart origin = NetworkPart.Around(_network, from.First.Link);
        bool isJoined = to.ToArray().Any(place => origin.Holds(place.Link));
        if (isJoined)
        {
            return new WalkExplanation.AgainstOneWay(to.First.Position);
        }

        (Spatial.Indexes.Box Extent, long LengthMm) here = origin.Measure();
        (Spatial.Indexes.Box Extent, long LengthMm) there = NetworkPart.Around(_network, to.First.Link).Measure();
        return here.LengthMm < there.LengthMm
            ? new WalkExplanation.OnIsland(IsOrigin: true, here.Extent, here.LengthMm)
            : new WalkExplanation.OnIsland(IsOrigin: false, there.Extent, there.LengthMm);
    }

    private bool CanWalk(WalkLeg.Along leg, Pace pace)
    {
        Terrain terrain = _network.TerrainOf(leg.Link);
        return leg.FromMm == leg.ToMm
            || double.IsFinite(pace.MsPerMm(leg.FromMm <= leg.ToMm ? terrain : terrain.Turned()));
    }

    private WalkPath? PathOf(
        Snapping.Snapped from,
        Snapping.Snapped to,
        Pace pace,
        int limitMs,
        NetworkOverlay overlay
    ) =>
        _search.RunTo(from.ToArray(), to, pace, limitMs, WalkDirection.Forward, overlay) is null
            ? null
            : _search.PathTo(to);
}
