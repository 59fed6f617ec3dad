using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>
/// The placed points that can be walked to soonest – or that can come soonest. Settles outward and stops as soon as
/// nothing nearer can follow. An instance serves one search at a time and is made to be reused.
/// </summary>
/// <remarks>
/// <para>Source: incremental network expansion, Papadias et al., "Query processing in spatial network databases" (2003).</para>
/// <para>Units: whole milliseconds. Cost: O(arcs as far as the last point found); no allocation once warm.</para>
/// </remarks>
public sealed class NearestSearch
{
    private const int Unasked = 0;
    private const int Eligible = 1;
    private const int Refused = 2;

    private readonly WalkingSearch _search;
    private readonly WalkFrontier _frontier;
    private readonly List<NearPoint> _nearest = [];
    private Candidate[] _candidates = [];
    private int _round;
    private PlacedPoints? _points;
    private Predicate<int>? _isEligible;
    private int _count;

    /// <summary>Working memory for a network.</summary>
    public NearestSearch(WalkingNetwork network)
    {
        _search = new WalkingSearch(network);
        _frontier = _search.Frontier;
    }

    /// <summary>Finds the nearest points, nearest first; of two equally near the lower number first.</summary>
    /// <param name="seeds">Where the one walker begins, or ends.</param>
    /// <param name="points">What is looked for, on the same network.</param>
    /// <param name="count">At most how many.</param>
    /// <param name="pace">How fast is walked.</param>
    /// <param name="limitMs">The longest walk counted, itself included.</param>
    /// <param name="found">Receives them; what was in it is cleared.</param>
    /// <param name="direction">From the seeds to the points, or from the points to the seeds.</param>
    /// <param name="isEligible">Which points count, by number; asked once each, and only for those come to. Null means all.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    public void Run(
        ReadOnlySpan<SnapPoint> seeds,
        PlacedPoints points,
        int count,
        Pace pace,
        int limitMs,
        List<NearPoint> found,
        WalkDirection direction = WalkDirection.Forward,
        Predicate<int>? isEligible = null,
        NetworkOverlay? overlay = null
    )
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (!ReferenceEquals(points.Network, _search.Network))
        {
            throw new ArgumentException("The points were placed on another network.", nameof(points));
        }

        Prepare(points, count, isEligible);
        _search.Begin(seeds, pace, limitMs, direction, overlay);
        OfferOnSeedLinks(seeds);
        while (!IsComplete && _frontier.SettleBucket())
        {
            foreach (int state in _frontier.SettledLast)
            {
                OfferAround(state);
            }
        }

        found.Clear();
        found.AddRange(_nearest);
        _points = null;
        _isEligible = null;
    }

    /// <summary>The walk to a point just found, or null for one that was not.</summary>
    public WalkPath? PathTo(NearPoint point) => _search.PathTo(point.At);

    /// <summary>Whether there are enough, and all that is not settled is farther.</summary>
    private bool IsComplete => _nearest.Count == _count && _nearest[^1].WalkMs < _frontier.UnsettledFromMs;

    private void Prepare(PlacedPoints points, int count, Predicate<int>? isEligible)
    {
        _points = points;
        _count = count;
        _isEligible = isEligible;
        _nearest.Clear();
        if (_candidates.Length < points.Count)
        {
            _candidates = new Candidate[points.Count];
            _round = 0;
        }

        if (_round == int.MaxValue)
        {
            Array.Clear(_candidates);
            _round = 0;
        }

        _round++;
    }

    private void OfferOnSeedLinks(ReadOnlySpan<SnapPoint> seeds)
    {
        foreach (ref readonly SnapPoint seed in seeds)
        {
            (int first, int end) = _points!.OnLink(seed.Link.Value);
            for (int place = first; place < end; place++)
            {
                Offer(place, _search.WalkMsOrUnreached(_points.PlaceOf(place)));
            }
        }
    }

    /// <summary>Offers the places on the links of a settled node, as far as they are through it.</summary>
    private void OfferAround(int state)
    {
        NetworkColumns columns = _search.Network.Columns;
        int node = _frontier.NodeOf(state);
        if (!_points!.IsBesidePlace(node))
        {
            return;
        }

        int walkedMs = _frontier.WalkMs(state);
        for (int arc = columns.FirstArc[node]; arc < columns.FirstArc[node + 1]; arc++)
        {
            int arcLink = columns.ArcLinks[arc];
            if (arcLink < 0)
            {
                continue;
            }

            LinkId link = new(arcLink >> 1);
            int nodeMm = (arcLink & 1) == 0 ? 0 : columns.LinkLengthsMm[link.Value];
            (int first, int end) = _points.OnLink(link.Value);
            for (int place = first; place < end; place++)
            {
                ref readonly SnapPoint at = ref _points.PlaceOf(place);
                if (_frontier.TryAlong(link, nodeMm, at.OffsetMm, out int alongMs) && !_frontier.Overlay.IsCutOff(at))
                {
                    long walkMs = (long)walkedMs + alongMs + _frontier.Pace.AccessMs(at.AccessMm);
                    Offer(place, walkMs <= _frontier.LimitMs ? (int)walkMs : WalkFrontier.Unreached);
                }
            }
        }
    }

    private void Offer(int place, int walkMs)
    {
        int point = _points!.PointOf(place);
        ref Candidate candidate = ref _candidates[point];
        if (candidate.Round != _round)
        {
            candidate = new Candidate { Round = _round, WalkMs = WalkFrontier.Unreached };
        }

        if (candidate.Verdict == Refused || walkMs >= candidate.WalkMs || IsTooFar(walkMs, point))
        {
            return;
        }

        if (candidate.Verdict == Unasked)
        {
            candidate.Verdict = _isEligible is null || _isEligible(point) ? Eligible : Refused;
        }

        if (candidate.Verdict == Eligible)
        {
            bool isListed = candidate.WalkMs != WalkFrontier.Unreached;
            candidate.WalkMs = walkMs;
            List(new NearPoint(point, walkMs, _points.PlaceOf(place)), isListed);
        }
    }

    private bool IsTooFar(int walkMs, int point)
    {
        if (_nearest.Count < _count)
        {
            return false;
        }

        NearPoint last = _nearest[^1];
        return walkMs > last.WalkMs || (walkMs == last.WalkMs && point > last.Point);
    }

    /// <summary>Keeps the list in order, and a point in it once.</summary>
    private void List(NearPoint point, bool isListed)
    {
        if (isListed)
        {
            RemoveFromList(point.Point);
        }

        int at = _nearest.Count;
        while (at > 0 && IsBefore(point, _nearest[at - 1]))
        {
            at--;
        }

        _nearest.Insert(at, point);
        if (_nearest.Count > _count)
        {
            _nearest.RemoveAt(_count);
        }
    }

    private void RemoveFromList(int point)
    {
        for (int i = 0; i < _nearest.Count; i++)
        {
            if (_nearest[i].Point == point)
            {
                _nearest.RemoveAt(i);
                return;
            }
        }
    }

    private static bool IsBefore(in NearPoint one, in NearPoint other) =>
        one.WalkMs < other.WalkMs || (one.WalkMs == other.WalkMs && one.Point < other.Point);

    private struct Candidate
    {
        public int Round;
        public int WalkMs;
        public int Verdict;
    }
}
