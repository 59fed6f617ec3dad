using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>
/// 服务区分析. Walks from many places at once – or toward them – and draws what each cutoff reaches, by a rule for where
/// they overlap. An instance serves one question at a time and is made to be reused.
/// </summary>
/// <remarks>
/// <para>
/// The order of the origins changes nothing but the order of the answers. Of two origins equally near, the one farther
/// west counts; of two at one place the one whose seeds come first.
/// </para>
/// <para>
/// Cost: overlap – a search and a drawing for each origin; dissolve – one search and one drawing; split – two searches
/// and one drawing, however many origins.
/// </para>
/// </remarks>
public sealed class ServiceAreaSearch
{
    private readonly WalkingNetwork _network;
    private readonly WalkingSearch _search;
    private readonly RankedReach _reach;
    private readonly ReachCanvas _canvas;
    private CatchmentSearch? _catchments;

    /// <summary>Working memory for a network.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public ServiceAreaSearch(WalkingNetwork network, DistanceFieldSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _search = new WalkingSearch(network);
        _reach = new RankedReach(network);
        _canvas = new ReachCanvas(network, DistanceFieldSettings.Check(settings));
    }

    /// <summary>Draws the service areas of several origins.</summary>
    /// <param name="origins">Where the walks start – in a reverse search, end.</param>
    /// <param name="pace">How fast one walks.</param>
    /// <param name="cutoffsMs">The longest walks, in milliseconds, in ascending order.</param>
    /// <param name="rule">What becomes of ground that several reach.</param>
    /// <param name="direction">From the origins outward, or toward them.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>
    /// Dissolved, as many as cutoffs; else as many for each origin, one origin after the other. Each is covered by that
    /// of the next cutoff.
    /// </returns>
    /// <exception cref="ArgumentException">The cutoffs do not ascend, or one is negative; or an origin has more than two
    /// seeds.</exception>
    public IReadOnlyList<ServiceArea> Draw(
        IReadOnlyList<ServiceAreaOrigin> origins,
        Pace pace,
        ReadOnlySpan<int> cutoffsMs,
        OverlapRule rule,
        WalkDirection direction = WalkDirection.Forward,
        NetworkOverlay? overlay = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentNullException.ThrowIfNull(pace);
        ThrowIfNotAscending(cutoffsMs);
        if (origins.FirstOrDefault(static origin => origin.Seeds.Count > 2) is { } many)
        {
            throw new ArgumentException($"Got {many.Seeds.Count} seeds for one origin.", nameof(origins));
        }

        if (cutoffsMs.IsEmpty || origins.Count == 0)
        {
            return [];
        }

        Walk walk = new(pace, cutoffsMs, direction, overlay, cancellation);
        return rule switch
        {
            OverlapRule.Overlap => DrawEach(origins, walk),
            OverlapRule.Split => DrawSplit(origins, walk),
            OverlapRule.Dissolve => DrawTogether(origins, null, walk),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown overlap rule."),
        };
    }

    internal static void ThrowIfNotAscending(ReadOnlySpan<int> cutoffsMs)
    {
        int before = 0;
        foreach (int cutoffMs in cutoffsMs)
        {
            if (cutoffMs < before)
            {
                throw new ArgumentException($"Got a cutoff of {cutoffMs} ms after {before} ms.", nameof(cutoffsMs));
            }

            before = cutoffMs;
        }
    }

    private List<ServiceArea> DrawEach(IReadOnlyList<ServiceAreaOrigin> origins, in Walk walk)
    {
        List<ServiceArea> areas = [];
        for (int i = 0; i < origins.Count; i++)
        {
            areas.AddRange(DrawTogether([origins[i]], i, walk));
        }

        return areas;
    }

    private ServiceArea[] DrawTogether(IReadOnlyList<ServiceAreaOrigin> origins, int? number, in Walk walk)
    {
        RunAll(origins, walk);
        _canvas.Start(walk.Overlay);
        foreach (ServiceAreaOrigin origin in origins)
        {
            _canvas.AddOrigin(origin, owner: 0, walk.Pace, walk.CutoffsMs);
        }

        MultiPolygon[] drawn = _canvas.DrawWhole(_reach, walk.Cancellation);
        ServiceArea[] areas = new ServiceArea[drawn.Length];
        Span<long> lengthMm = stackalloc long[1];
        for (int cutoff = 0; cutoff < areas.Length; cutoff++)
        {
            lengthMm[0] = 0;
            _reach.LengthsInto(cutoff, lengthMm);
            areas[cutoff] = new ServiceArea(number, walk.CutoffsMs[cutoff], drawn[cutoff], lengthMm[0]);
        }

        return areas;
    }

    private ServiceArea[] DrawSplit(IReadOnlyList<ServiceAreaOrigin> origins, in Walk walk)
    {
        // Owners are numbered by their places, so that the order they are given in decides nothing.
        int[] numbers = [.. Enumerable.Range(0, origins.Count)];
        Array.Sort(numbers, (a, b) => Compare(origins[a], origins[b], a.CompareTo(b)));
        ServiceAreaOrigin[] owners = Array.ConvertAll(numbers, number => origins[number]);

        PlacedPoints places = new(_network, Array.ConvertAll(owners, PlaceOf));
        _catchments ??= new CatchmentSearch(_network);
        _catchments.Run(places, walk.Pace, walk.CutoffsMs[^1], walk.Direction, null, walk.Overlay);
        walk.Cancellation.ThrowIfCancellationRequested();
        RunAll(origins, walk);
        _reach.Share(new OwnerLines(_catchments, places));
        _canvas.Start(walk.Overlay);
        for (int owner = 0; owner < owners.Length; owner++)
        {
            _canvas.AddOrigin(owners[owner], owner, walk.Pace, walk.CutoffsMs);
        }

        MultiPolygon[][] drawn = _canvas.DrawOwners(_reach, owners.Length, walk.Cancellation);
        int cutoffs = walk.CutoffsMs.Length;
        ServiceArea[] areas = new ServiceArea[owners.Length * cutoffs];
        long[] lengthsMm = new long[owners.Length];
        for (int cutoff = 0; cutoff < cutoffs; cutoff++)
        {
            Array.Clear(lengthsMm);
            _reach.LengthsInto(cutoff, lengthsMm);
            for (int owner = 0; owner < owners.Length; owner++)
            {
                areas[(numbers[owner] * cutoffs) + cutoff] = new ServiceArea(
                    numbers[owner],
                    walk.CutoffsMs[cutoff],
                    drawn[owner][cutoff],
                    lengthsMm[owner]
                );
            }
        }

        return areas;
    }

    private void RunAll(IReadOnlyList<ServiceAreaOrigin> origins, in Walk walk)
    {
        walk.Cancellation.ThrowIfCancellationRequested();
        SnapPoint[] seeds = [.. origins.SelectMany(static origin => origin.Seeds)];
        _search.Run(seeds, walk.Pace, walk.CutoffsMs[^1], walk.Direction, walk.Overlay);
        _reach.Take(_search, walk.CutoffsMs);
        walk.Cancellation.ThrowIfCancellationRequested();
    }

    private static Snapping PlaceOf(ServiceAreaOrigin origin) =>
        origin.Seeds.Count switch
        {
            0 => new Snapping.TooFar(double.PositiveInfinity, 0),
            1 => new Snapping.Snapped(origin.Seeds[0], null),
            _ => new Snapping.Snapped(origin.Seeds[0], origin.Seeds[1]),
        };

    private static int Compare(ServiceAreaOrigin one, ServiceAreaOrigin other, int otherwise)
    {
        int order = (one.Position.Longitude, one.Position.Latitude, one.Seeds.Count).CompareTo(
            (other.Position.Longitude, other.Position.Latitude, other.Seeds.Count)
        );
        for (int i = 0; order == 0 && i < one.Seeds.Count; i++)
        {
            (SnapPoint seed, SnapPoint otherSeed) = (one.Seeds[i], other.Seeds[i]);
            order = (seed.Link.Value, seed.OffsetMm, seed.AccessMm).CompareTo(
                (otherSeed.Link.Value, otherSeed.OffsetMm, otherSeed.AccessMm)
            );
        }

        return order == 0 ? otherwise : order;
    }

    /// <summary>How is walked, and how far.</summary>
    private readonly ref struct Walk(
        Pace pace,
        ReadOnlySpan<int> cutoffsMs,
        WalkDirection direction,
        NetworkOverlay? overlay,
        CancellationToken cancellation
    )
    {
        public Pace Pace { get; } = pace;

        public ReadOnlySpan<int> CutoffsMs { get; } = cutoffsMs;

        public WalkDirection Direction { get; } = direction;

        public NetworkOverlay? Overlay { get; } = overlay;

        public CancellationToken Cancellation { get; } = cancellation;
    }
}
