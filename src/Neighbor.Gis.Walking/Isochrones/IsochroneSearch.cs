using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>
/// 等时圈分析. Walks outward from one place and draws what each cutoff reaches. An instance serves one question at a time
/// and is made to be reused.
/// </summary>
/// <remarks>
/// <para>For many places at once see <see cref="ServiceAreaSearch"/>. Cost: one search to the longest cutoff, and one
/// drawing.</para>
/// </remarks>
public sealed class IsochroneSearch
{
    private readonly WalkingSearch _search;
    private readonly RankedReach _reach;
    private readonly ReachCanvas _canvas;

    /// <summary>Working memory for a network.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public IsochroneSearch(WalkingNetwork network, DistanceFieldSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        _search = new WalkingSearch(network);
        _reach = new RankedReach(network);
        _canvas = new ReachCanvas(network, DistanceFieldSettings.Check(settings));
    }

    /// <summary>Draws one isochrone for each cutoff.</summary>
    /// <param name="origin">Where the walk starts – in a reverse search, ends.</param>
    /// <param name="seeds">Where that is on the network: one place or two.</param>
    /// <param name="pace">How fast one walks.</param>
    /// <param name="cutoffsMs">The longest walks, in milliseconds, in ascending order.</param>
    /// <param name="direction">From the origin outward, or toward it.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    /// <returns>As many as cutoffs, in their order, each covered by the next.</returns>
    /// <exception cref="ArgumentException">The cutoffs do not ascend, or one is negative.</exception>
    public IReadOnlyList<Isochrone> Draw(
        Position origin,
        ReadOnlySpan<SnapPoint> seeds,
        Pace pace,
        ReadOnlySpan<int> cutoffsMs,
        WalkDirection direction = WalkDirection.Forward,
        NetworkOverlay? overlay = null
    )
    {
        ArgumentNullException.ThrowIfNull(pace);
        ServiceAreaSearch.ThrowIfNotAscending(cutoffsMs);
        if (cutoffsMs.IsEmpty)
        {
            return [];
        }

        _search.Run(seeds, pace, cutoffsMs[^1], direction, overlay);
        return DrawReached(new ServiceAreaOrigin(origin, [.. seeds]), pace, cutoffsMs, overlay);
    }

    private Isochrone[] DrawReached(
        ServiceAreaOrigin origin,
        Pace pace,
        ReadOnlySpan<int> cutoffsMs,
        NetworkOverlay? overlay
    )
    {
        _reach.Take(_search, cutoffsMs);
        _canvas.Start(overlay);
        _canvas.AddOrigin(origin, owner: 0, pace, cutoffsMs);
        MultiPolygon[] drawn = _canvas.DrawWhole(_reach, CancellationToken.None);
        Isochrone[] isochrones = new Isochrone[cutoffsMs.Length];
        Span<long> lengthMm = stackalloc long[1];
        for (int cutoff = 0; cutoff < isochrones.Length; cutoff++)
        {
            lengthMm[0] = 0;
            _reach.LengthsInto(cutoff, lengthMm);
            isochrones[cutoff] = new Isochrone(cutoffsMs[cutoff], drawn[cutoff], lengthMm[0]);
        }

        return isochrones;
    }
}
