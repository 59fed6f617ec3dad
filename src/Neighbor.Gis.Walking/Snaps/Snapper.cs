using System.Collections.Concurrent;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Snaps;

/// <summary>Places positions on a network: on the link one would really walk to, not across a wall.</summary>
/// <remarks>
/// <para>
/// Whoever is inside a walled zone goes to a link of that zone, if there is one near; otherwise to its gates; otherwise, where
/// the survey shows neither ways inside nor a gate, straight out. On open ground the zone's own links are preferred. Islands are for those who are in a zone with them.
/// </para>
/// <para>Units: whole millimetres, geodesic. Source: own; candidates as in R5, costs from the design's §1.6.</para>
/// <para>Threads: share it freely.</para>
/// </remarks>
public sealed class Snapper
{
    /// <summary>The farthest a way may be.</summary>
    public const double LimitMetres = 300;

    private const double FirstLookMetres = 75;
    private const double SecondLookMetres = 150;
    private const double OwnLinkMetres = 100;
    private const double BackDoorMetres = 50; // a building's other side, not the other bank
    private const double GateMetres = 1;
    private const double OffWayMetresPerSecond = 0.9;
    private const double ServiceSeconds = 5;
    private const double OtherZoneSeconds = 15;
    private const double StepsSeconds = 10;
    private const double MillimetresPerMetre = 1000;

    private readonly WalkingNetwork _network;
    private readonly NetworkColumns _columns;
    private readonly bool[] _hasOwnLinks;
    private readonly ConcurrentBag<SnapScratch> _scratches = [];

    /// <summary>A snapper for a network.</summary>
    public Snapper(WalkingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _columns = network.Columns;
        _hasOwnLinks = new bool[network.ZoneCount];
        foreach (int zone in _columns.LinkZones)
        {
            _hasOwnLinks[_columns.Zones.OutlinedZone(zone)] = true;
        }
    }

    /// <summary>Places a position.</summary>
    /// <param name="position">Where somebody or something is.</param>
    /// <param name="zoneCode">The zone it belongs to, where that is known better than by its position.</param>
    public Snapping Snap(Position position, string? zoneCode = null)
    {
        ZoneTree zones = _columns.Zones;
        SnapScratch scratch = _scratches.TryTake(out SnapScratch? kept) ? kept : new SnapScratch();
        try
        {
            int zone = (zoneCode is null ? null : zones.Find(zoneCode)) ?? zones.At(position, scratch.Segments);
            zone = zones.OutlinedZone(zone);
            return Look(position, zone, FirstLookMetres, scratch)
                ?? Look(position, zone, SecondLookMetres, scratch)
                ?? Look(position, zone, LimitMetres, scratch)
                ?? (Snapping)new Snapping.TooFar(BeyondLimitMetres(position), LimitMetres);
        }
        finally
        {
            _scratches.Add(scratch);
        }
    }

    /// <summary>The best candidates within a radius; null where none fits, or a better one may lie beyond.</summary>
    private Snapping.Snapped? Look(Position position, int zone, double metres, SnapScratch scratch)
    {
        FindCandidates(position, zone, metres, scratch);
        bool mayHaveToBeOwn = _columns.Zones.IsWalled[zone] && _hasOwnLinks[zone];
        bool mustBeOwn = false;
        foreach (SnapCandidate candidate in scratch.Candidates)
        {
            mustBeOwn |= mayHaveToBeOwn && IsOwn(candidate.Link, zone) && candidate.Metres <= OwnLinkMetres;
        }

        if (mayHaveToBeOwn && !mustBeOwn && metres < OwnLinkMetres)
        {
            return null; // its own links may begin a little farther off
        }

        SnapCandidate? first = null;
        SnapCandidate? second = null;
        foreach (SnapCandidate candidate in scratch.Candidates)
        {
            if ((mustBeOwn && !IsOwn(candidate.Link, zone)) || !MayWalkTo(position, candidate, zone, scratch))
            {
                continue;
            }

            if (first is not { } best)
            {
                first = candidate;
            }
            else if (candidate.Link != best.Link && candidate.Metres <= best.Metres + BackDoorMetres)
            {
                second = candidate;
                break;
            }
        }

        bool mayBeBetterBeyond = metres < LimitMetres && first?.Metres + BackDoorMetres > metres;
        return first is { } found && !mayBeBetterBeyond ? ToSnapped(position, zone, found, second) : null;
    }

    /// <summary>The nearest place on each link within a radius, and the gates of a zone without ways, cheapest first.</summary>
    private void FindCandidates(Position position, int zone, double metres, SnapScratch scratch)
    {
        scratch.Clear();
        _columns.SegmentIndex.SearchInto(Box.Around(position, metres), scratch.Segments);
        scratch.Segments.Sort(); // links in order, each with its segments together
        LocalPlane plane = new(position);
        List<SnapCandidate> candidates = scratch.Candidates;
        foreach (int segment in scratch.Segments)
        {
            int link = _columns.SegmentLinks[segment];
            int vertex = segment + link;
            (double segmentMetres, double share) = plane.ToSegment(
                _columns.ShapePositions[vertex],
                _columns.ShapePositions[vertex + 1]
            );
            if (segmentMetres > metres)
            {
                continue;
            }

            SnapCandidate candidate = new(link, vertex, share, segmentMetres, Seconds(link, zone, segmentMetres));
            bool isSameLink = candidates.Count > 0 && candidates[^1].Link == link;
            if (!isSameLink)
            {
                candidates.Add(candidate);
            }
            else if (candidate.Metres < candidates[^1].Metres)
            {
                candidates[^1] = candidate;
            }
        }

        if (zone != 0 && !_hasOwnLinks[zone])
        {
            AddGates(position, zone, metres, scratch);
        }

        candidates.Sort(static (one, other) => one.CompareWith(other));
    }

    /// <summary>Whoever lives where no way is surveyed inside walks to his gate.</summary>
    private void AddGates(Position position, int zone, double metres, SnapScratch scratch)
    {
        LocalPlane plane = new(position);
        foreach (Position gate in _columns.Walls.GatesOf(zone))
        {
            (double gateMetres, _) = plane.ToSegment(gate, gate);
            if (gateMetres > metres)
            {
                continue;
            }

            scratch.Segments.Clear();
            _columns.SegmentIndex.SearchInto(Box.Around(gate, GateMetres), scratch.Segments);
            foreach (int segment in scratch.Segments)
            {
                int link = _columns.SegmentLinks[segment];
                int vertex = segment + link;
                bool isBegin = _columns.ShapePositions[vertex] == gate;
                if (isBegin || _columns.ShapePositions[vertex + 1] == gate)
                {
                    double seconds = Seconds(link, zone, gateMetres);
                    scratch.Candidates.Add(
                        new SnapCandidate(link, vertex, isBegin ? 0 : 1, gateMetres, seconds) { IsOwnGate = true }
                    );
                }
            }
        }
    }

    private double Seconds(int link, int zone, double metres) =>
        (metres / OffWayMetresPerSecond)
        + (zone == 0 || IsOwn(link, zone) ? 0 : OtherZoneSeconds)
        + (WayKind)(_columns.LinkTraits[link] & WalkingNetwork.KindBits) switch
        {
            WayKind.Service => ServiceSeconds,
            WayKind.Steps => StepsSeconds,
            _ => 0,
        };

    /// <summary>Whether a link is of a zone itself: neither outside it nor in a smaller zone with an outline.</summary>
    private bool IsOwn(int link, int zone) => _columns.Zones.OutlinedZone(_columns.LinkZones[link]) == zone;

    private bool MayWalkTo(Position position, in SnapCandidate candidate, int zone, SnapScratch scratch)
    {
        if (_columns.IsIsland[_columns.LinkTails[candidate.Link]] && (zone == 0 || !IsOwn(candidate.Link, zone)))
        {
            return false;
        }

        if (_columns.Walls.IsEmpty)
        {
            return true;
        }

        bool hasNoWayOut = zone != 0 && !_hasOwnLinks[zone] && _columns.Walls.GatesOf(zone).Count == 0;
        int exceptZone = hasNoWayOut || candidate.IsOwnGate ? zone : 0;
        return _columns.Walls.Crossing(position, PlaceOf(candidate), exceptZone, scratch.Walls) is null;
    }

    private Snapping.Snapped ToSnapped(Position position, int zone, in SnapCandidate first, SnapCandidate? second) =>
        new(ToPoint(position, zone, first), second is { } other ? ToPoint(position, zone, other) : null);

    private SnapPoint ToPoint(Position position, int zone, in SnapCandidate candidate)
    {
        Position place = PlaceOf(candidate);
        int beginMm = _columns.ShapeOffsetsMm[candidate.Vertex];
        int lengthMm = _columns.ShapeOffsetsMm[candidate.Vertex + 1] - beginMm;
        int offsetMm = beginMm + (int)Math.Round(candidate.Share * lengthMm);
        int accessMm = (int)Math.Round(Geodesic.Metres(position, place) * MillimetresPerMetre);
        int linkZone = _columns.LinkZones[candidate.Link];
        bool isDeeper = zone != 0 && _columns.Zones.IsInside(zone, linkZone);
        return new SnapPoint(
            new LinkId(candidate.Link),
            offsetMm,
            accessMm,
            place,
            new ZoneId(isDeeper ? zone : linkZone)
        )
        {
            Door = position,
        };
    }

    private Position PlaceOf(in SnapCandidate candidate)
    {
        Position from = _columns.ShapePositions[candidate.Vertex];
        Position to = _columns.ShapePositions[candidate.Vertex + 1];
        return candidate.Share switch
        {
            0 => from,
            1 => to,
            double share => new Position(
                from.Longitude + (share * (to.Longitude - from.Longitude)),
                from.Latitude + (share * (to.Latitude - from.Latitude))
            ),
        };
    }

    /// <summary>How far the nearest way beyond the limit is.</summary>
    private double BeyondLimitMetres(Position position)
    {
        NearestWalk<DegreeMetric> walk = new(_columns.SegmentIndex);
        walk.Start(new DegreeMetric(position));
        LocalPlane plane = new(position);
        double nearest = double.PositiveInfinity;
        Position place = position;
        while (walk.MoveNext(nearest))
        {
            int vertex = walk.Item + _columns.SegmentLinks[walk.Item];
            Position from = _columns.ShapePositions[vertex];
            Position to = _columns.ShapePositions[vertex + 1];
            (double metres, double share) = plane.ToSegment(from, to);
            if (metres < nearest && metres > LimitMetres)
            {
                nearest = metres;
                place = new Position(
                    from.Longitude + (share * (to.Longitude - from.Longitude)),
                    from.Latitude + (share * (to.Latitude - from.Latitude))
                );
            }
        }

        return double.IsPositiveInfinity(nearest) ? nearest : Geodesic.Metres(position, place);
    }
}
