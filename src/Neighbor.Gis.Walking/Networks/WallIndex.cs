using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>围墙与障碍. Everything a walker cannot step across, to be asked what a straight line runs through.</summary>
/// <remarks>
/// <para>Shapes: <c>_ends[4·segment]</c> is longitude and latitude of one end and of the other; <c>_ownerOf[segment]</c> is a zone, or an
/// obstacle after all zones; <c>_firstGap[segment + 1]</c> into the places near which it has a gap.</para>
/// <para>Cost: 44 bytes a segment, and the index. Threads: share it freely.</para>
/// </remarks>
internal sealed class WallIndex
{
    /// <summary>So near a gate a wall has a gap: surveyed outlines and gates rarely meet to the metre.</summary>
    public const double GateGapMetres = 5;

    private const double TouchDegrees = 1e-8; // a millimetre: a way drawn along a wall lies on it, whatever the last digit says
    private const double NearGateMetres = 2 * GateGapMetres; // safely around the gap, to find what it may be in

    private readonly PackedRTree _index;
    private readonly double[] _ends;
    private readonly int[] _ownerOf;
    private readonly WallKind[] _kindOf;
    private readonly string[] _codeOf;
    private readonly ILookup<int, Position> _gatesOfZone;
    private readonly int[] _firstGap;
    private readonly Position[] _gaps;

    /// <summary>An index of what was collected.</summary>
    /// <param name="lines">The walls.</param>
    /// <param name="gates">Where the gates of each zone are; zone 0 has those that name no zone.</param>
    /// <param name="passages">Where ways pass obstacles.</param>
    public WallIndex(WallLines lines, ILookup<int, Position> gates, IEnumerable<Position> passages)
    {
        _ends = [.. lines.Ends];
        _ownerOf = [.. lines.OwnerOf];
        _kindOf = [.. lines.KindOf];
        _codeOf = [.. lines.CodeOf];
        _gatesOfZone = gates;
        PackedRTreeBuilder index = new(_ownerOf.Length);
        for (int segment = 0; segment < _ownerOf.Length; segment++)
        {
            (Position from, Position to) = EndsOf(segment);
            index.Add(Box.At(from).With(Box.At(to)));
        }

        _index = index.Build();
        (_firstGap, _gaps) = Gaps(gates, passages);
    }

    /// <summary>Whether there is nothing to stop anybody.</summary>
    public bool IsEmpty => _ownerOf.Length == 0;

    /// <summary>How many straight pieces there are.</summary>
    public int Count => _ownerOf.Length;

    /// <summary>Where the gates of a zone are.</summary>
    public IEnumerable<Position> GatesOf(int zone) => _gatesOfZone[zone];

    /// <summary>Whether any gate of a zone is known.</summary>
    public bool HasGates(int zone) => _gatesOfZone.Contains(zone);

    /// <summary>What kind of wall a piece is of.</summary>
    public WallKind KindOf(int segment) => _kindOf[_ownerOf[segment]];

    /// <summary>The code of the zone or obstacle a piece is of.</summary>
    public string CodeOf(int segment) => _codeOf[_ownerOf[segment]];

    /// <summary>
    /// The first piece of wall in the way of a straight line, away from gates and passages; -1 for none. Touching a wall is not
    /// crossing it.
    /// </summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="except">What does not count.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="at">Where they cross.</param>
    public int Crossing(Position from, Position to, WallExcept except, List<int> scratch, out Position at)
    {
        at = default;
        int first = -1;
        scratch.Clear();
        _index.SearchInto(Box.At(from).With(Box.At(to)), scratch);
        foreach (int segment in scratch)
        {
            if ((first < 0 || segment < first) && Stops(segment, from, to, except, out Position place))
            {
                (first, at) = (segment, place);
            }
        }

        return first;
    }

    /// <summary>A piece of wall in the way of a straight line, no matter which; -1 for none.</summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="except">What does not count.</param>
    /// <param name="scratch">Working memory.</param>
    public int AnyCrossing(Position from, Position to, WallExcept except, List<int> scratch)
    {
        scratch.Clear();
        _index.SearchInto(Box.At(from).With(Box.At(to)), scratch);
        foreach (int segment in scratch)
        {
            if (Stops(segment, from, to, except, out _))
            {
                return segment;
            }
        }

        return -1;
    }

    /// <summary>Whether one piece of wall is in the way of a straight line.</summary>
    public bool Stops(int segment, Position from, Position to, WallExcept except) =>
        Stops(segment, from, to, except, out _);

    /// <summary>Adds every piece of wall without a gap that may meet a window.</summary>
    public void WithoutGapsInto(Box window, WallExcept except, List<int> scratch, List<(Position, Position)> found)
    {
        scratch.Clear();
        _index.SearchInto(window, scratch);
        foreach (int segment in scratch)
        {
            if (_firstGap[segment] == _firstGap[segment + 1] && Counts(segment, except))
            {
                found.Add(EndsOf(segment));
            }
        }
    }

    /// <summary>Adds every piece of wall that may meet a window, in the order of the survey.</summary>
    public void SegmentsInto(Box window, List<(Position From, Position To)> found)
    {
        foreach (int segment in _index.Search(window))
        {
            found.Add(EndsOf(segment));
        }
    }

    private (Position From, Position To) EndsOf(int segment) =>
        (
            new Position(_ends[4 * segment], _ends[(4 * segment) + 1]),
            new Position(_ends[(4 * segment) + 2], _ends[(4 * segment) + 3])
        );

    private bool Stops(int segment, Position from, Position to, WallExcept except, out Position at)
    {
        (Position a, Position b) = EndsOf(segment);
        return Cross(from, to, a, b, out at) && Counts(segment, except) && !HasGap(segment, at);
    }

    private bool Counts(int segment, WallExcept except)
    {
        int owner = _ownerOf[segment];
        WallKind kind = _kindOf[owner];
        return kind == WallKind.Zone ? owner != except.Zone : kind != WallKind.Barrier || !except.Barriers;
    }

    private bool HasGap(int segment, Position at)
    {
        for (int gap = _firstGap[segment]; gap < _firstGap[segment + 1]; gap++)
        {
            if (new DegreeMetric(at).Distance(Box.At(_gaps[gap])) <= GateGapMetres)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A zone's wall has gaps at its own gates and at those that name no zone, an obstacle at every gate and passage.</summary>
    private (int[] First, Position[] Gaps) Gaps(ILookup<int, Position> gates, IEnumerable<Position> passages)
    {
        List<(int Segment, Position Gap)> gaps = [];
        List<int> near = [];
        foreach (IGrouping<int, Position> ofZone in gates)
        {
            foreach (Position gate in ofZone)
            {
                Add(gate, ofZone.Key);
            }
        }

        foreach (Position passage in passages)
        {
            Add(passage, zone: -1);
        }

        int[] first = new int[_ownerOf.Length + 1];
        foreach ((int segment, _) in gaps)
        {
            first[segment + 1]++;
        }

        for (int segment = 0; segment < _ownerOf.Length; segment++)
        {
            first[segment + 1] += first[segment];
        }

        return (first, [.. gaps.OrderBy(static gap => gap.Segment).Select(static gap => gap.Gap)]);

        void Add(Position place, int zone)
        {
            near.Clear();
            _index.SearchInto(Box.Around(place, NearGateMetres), near);
            foreach (int segment in near)
            {
                int owner = _ownerOf[segment];
                if (_kindOf[owner] != WallKind.Zone || zone == 0 || zone == owner)
                {
                    gaps.Add((segment, place));
                }
            }
        }
    }

    /// <summary>Where two segments cross properly: each has the other's ends on both of its sides, off it by a millimetre at least.</summary>
    private static bool Cross(Position p, Position q, Position a, Position b, out Position at)
    {
        at = default;
        double pSide = Side(a, b, p);
        double qSide = Side(a, b, q);
        if (pSide * qSide >= 0 || Side(p, q, a) * Side(p, q, b) >= 0)
        {
            return false;
        }

        double share = pSide / (pSide - qSide);
        double degrees = Math.Max(Math.Abs(q.Longitude - p.Longitude), Math.Abs(q.Latitude - p.Latitude));
        if (Math.Min(share, 1 - share) * degrees < TouchDegrees)
        {
            return false;
        }

        at = new Position(
            p.Longitude + (share * (q.Longitude - p.Longitude)),
            p.Latitude + (share * (q.Latitude - p.Latitude))
        );
        return true;
    }

    private static double Side(Position a, Position b, Position p) =>
        ((b.Longitude - a.Longitude) * (p.Latitude - a.Latitude))
        - ((b.Latitude - a.Latitude) * (p.Longitude - a.Longitude));
}
