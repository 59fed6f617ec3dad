using System.Collections.Concurrent;
using Neighbor.Gis.Spatial;
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
/// <para>
/// Nobody is led across water, a railway or a wall. Only whom walls and fences by themselves shut in on all sides is taken out
/// across them: fences are drawn without their gates more often than not. Of a link that is partly behind a wall the nearest
/// place in the open on each of its segments counts.
/// </para>
/// <para>Units: whole millimetres, geodesic. Source: own; candidates as in R5, costs from the design's §1.6.</para>
/// <para>Cost: the segments within 75 m, or as far as the best place and 50 m; allocates its answer. Threads: share it freely.</para>
/// </remarks>
public sealed partial class Snapper
{
    /// <summary>The farthest a way may be.</summary>
    public const double LimitMetres = 300;

    private const double FirstLookMetres = 75;
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
        SnapScratch scratch = _scratches.TryTake(out SnapScratch? kept) ? kept : new SnapScratch();
        try
        {
            SnapStand stand = StandAt(position, zoneCode, scratch);
            scratch.Begin();
            Snapping.Snapped? snapped = Seek(stand, isShutIn: false, scratch);
            if (snapped is null && scratch.IsHeldBack)
            {
                snapped = Seek(stand, isShutIn: true, scratch);
            }

            return snapped ?? (Snapping)new Snapping.TooFar(BeyondLimitMetres(position), LimitMetres);
        }
        finally
        {
            _scratches.Add(scratch);
        }
    }

    private SnapStand StandAt(Position position, string? zoneCode, SnapScratch scratch)
    {
        ZoneTree zones = _columns.Zones;
        int zone = (zoneCode is null ? null : zones.Find(zoneCode)) ?? zones.At(position, scratch.Segments);
        zone = zones.OutlinedZone(zone);
        bool hasOwnLinks = _hasOwnLinks[zone];
        return new SnapStand(
            position,
            new LocalPlane(position),
            zone,
            zones.IsWalled[zone] && hasOwnLinks,
            zone != 0 && !hasOwnLinks && !_columns.Walls.HasGates(zone)
        );
    }

    /// <summary>Looks farther and farther, until nothing better can lie beyond.</summary>
    private Snapping.Snapped? Seek(in SnapStand stand, bool isShutIn, SnapScratch scratch)
    {
        double metres = FirstLookMetres;
        while (true)
        {
            FindCandidates(stand, metres, scratch);
            bool mustBeOwn = stand.IsBehindWall && HasOwnNear(stand.Zone, scratch.Candidates);
            (SnapCandidate? first, SnapCandidate? second) = Choose(stand, mustBeOwn, isShutIn, scratch);
            double enough = first is { } best ? best.Metres + BackDoorMetres : 2 * metres;
            if (stand.IsBehindWall && !mustBeOwn)
            {
                enough = Math.Max(enough, OwnLinkMetres); // its own links may begin a little farther off
            }

            bool isEnclosed = first is null && Enclosure.IsAround(stand, metres, isShutIn, _columns.Walls, scratch);
            scratch.IsHeldBack |= isEnclosed;
            if (isEnclosed || metres >= Math.Min(enough, LimitMetres))
            {
                return first is { } found ? ToSnapped(stand.Position, stand.Zone, found, second) : null;
            }

            metres = Math.Min(enough, LimitMetres);
        }
    }

    private bool HasOwnNear(int zone, List<SnapCandidate> candidates)
    {
        foreach (SnapCandidate candidate in candidates)
        {
            if (candidate.Metres <= OwnLinkMetres && IsOwn(candidate.Link, zone))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The cheapest place one may walk to, and the next on another link.</summary>
    private (SnapCandidate? First, SnapCandidate? Second) Choose(
        in SnapStand stand,
        bool mustBeOwn,
        bool isShutIn,
        SnapScratch scratch
    )
    {
        SnapCandidate? first = null;
        while (scratch.TryNext(out SnapCandidate candidate))
        {
            if (first is { } best)
            {
                if (candidate.Link == best.Link || candidate.Metres > best.Metres + BackDoorMetres)
                {
                    continue;
                }
            }

            if (
                (mustBeOwn && !IsOwn(candidate.Link, stand.Zone))
                || IsIslandOfOthers(candidate.Link, stand.Zone)
                || !MayWalkTo(stand, candidate, isShutIn, scratch)
            )
            {
                continue;
            }

            if (first is not null)
            {
                return (first, candidate);
            }

            first = candidate;
        }

        return (first, null);
    }

    /// <summary>The nearest place on each segment within a radius, and the gates of a zone without ways.</summary>
    private void FindCandidates(in SnapStand stand, double metres, SnapScratch scratch)
    {
        scratch.Clear();
        _columns.SegmentIndex.SearchInto(Box.Around(stand.Position, metres), scratch.Segments);
        foreach (int segment in scratch.Segments)
        {
            int link = _columns.SegmentLinks[segment];
            int vertex = segment + link;
            (double segmentMetres, double share) = stand.Plane.ToSegment(
                _columns.ShapePositions[vertex],
                _columns.ShapePositions[vertex + 1]
            );
            if (segmentMetres <= metres)
            {
                double seconds = Seconds(link, stand.Zone, segmentMetres);
                scratch.Candidates.Add(
                    new SnapCandidate(link, vertex, share, segmentMetres, seconds) { Middle = MiddleAfter(vertex) }
                );
            }
        }

        if (stand.Zone != 0 && !_hasOwnLinks[stand.Zone])
        {
            AddGates(stand, metres, scratch);
        }
    }

    /// <summary>Whoever lives where no way is surveyed inside walks to his gate.</summary>
    private void AddGates(in SnapStand stand, double metres, SnapScratch scratch)
    {
        foreach (Position gate in _columns.Walls.GatesOf(stand.Zone))
        {
            (double gateMetres, _) = stand.Plane.ToSegment(gate, gate);
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
                    double seconds = Seconds(link, stand.Zone, gateMetres);
                    scratch.Candidates.Add(
                        new SnapCandidate(link, vertex, isBegin ? 0 : 1, gateMetres, seconds)
                        {
                            IsOwnGate = true,
                            Middle = MiddleAfter(vertex),
                        }
                    );
                }
            }
        }
    }

    /// <summary>The middle of the segment after a vertex; the same from both ends.</summary>
    private Position MiddleAfter(int vertex)
    {
        Position from = _columns.ShapePositions[vertex];
        Position to = _columns.ShapePositions[vertex + 1];
        return new Position((from.Longitude + to.Longitude) / 2, (from.Latitude + to.Latitude) / 2);
    }

    private double Seconds(int link, int zone, double metres) =>
        (metres / OffWayMetresPerSecond)
        + (zone == 0 || IsOwn(link, zone) ? 0 : OtherZoneSeconds)
        + _network.KindOf(new LinkId(link)) switch
        {
            WayKind.Service => ServiceSeconds,
            WayKind.Steps => StepsSeconds,
            _ => 0,
        };

    /// <summary>Whether a link is of a zone itself: neither outside it nor in a smaller zone with an outline.</summary>
    private bool IsOwn(int link, int zone) => _columns.Zones.OutlinedZone(_columns.LinkZones[link]) == zone;

    private bool IsIslandOfOthers(int link, int zone) =>
        _columns.IsIsland[_columns.LinkTails[link]] && (zone == 0 || !IsOwn(link, zone));

    private bool MayWalkTo(in SnapStand stand, in SnapCandidate candidate, bool isShutIn, SnapScratch scratch)
    {
        WallIndex walls = _columns.Walls;
        if (walls.IsEmpty)
        {
            return true;
        }

        int zone = stand.HasNoWayOut || candidate.IsOwnGate ? stand.Zone : 0;
        Position place = PlaceOf(candidate);
        bool isStopped = IsStopped(stand.Position, place, new WallExcept(zone, isShutIn), scratch);
        if (isStopped && !isShutIn && !scratch.IsHeldBack)
        {
            WallExcept except = new(zone, Barriers: true);
            scratch.IsHeldBack = walls.AnyCrossing(stand.Position, place, except, scratch.Walls) < 0;
        }

        return !isStopped;
    }

    /// <summary>Asks the walls first that stood before other candidates.</summary>
    private bool IsStopped(Position position, Position place, WallExcept except, SnapScratch scratch)
    {
        foreach (int known in scratch.KnownWalls)
        {
            if (_columns.Walls.Stops(known, position, place, except))
            {
                return true;
            }
        }

        int wall = _columns.Walls.AnyCrossing(position, place, except, scratch.Walls);
        if (wall >= 0)
        {
            scratch.Remember(wall);
        }

        return wall >= 0;
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
