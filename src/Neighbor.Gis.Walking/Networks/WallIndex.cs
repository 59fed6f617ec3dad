using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>围墙. The outlines of the walled zones, to be asked what a straight line runs through.</summary>
internal sealed class WallIndex
{
    /// <summary>So near a gate a wall has a gap: surveyed outlines and gates rarely meet to the metre.</summary>
    public const double GateGapMetres = 5;

    private readonly PackedRTree _index;
    private readonly List<(Position From, Position To, int Zone)> _segments = [];
    private readonly Dictionary<int, List<Position>> _gatesOfZone;

    /// <summary>An index of all walls.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="gatesOfZone">Where the gates of each walled zone are; zone 0 has those that name no zone.</param>
    public WallIndex(ZoneTree zones, Dictionary<int, List<Position>> gatesOfZone)
    {
        _gatesOfZone = gatesOfZone;
        PackedRTreeBuilder index = new();
        for (int zone = 1; zone < zones.Count; zone++)
        {
            if (zones.IsWalled[zone] && zones.Outlines[zone] is { } outline)
            {
                AddOutline(outline, zone, index);
            }
        }

        _index = index.Build();
    }

    /// <summary>Whether there is any wall.</summary>
    public bool IsEmpty => _segments.Count == 0;

    /// <summary>Where the gates of a zone are.</summary>
    public IReadOnlyList<Position> GatesOf(int zone) =>
        _gatesOfZone.TryGetValue(zone, out List<Position>? gates) ? gates : [];

    /// <summary>The first wall in the way of a straight line, away from gates, or null. Touching a wall is not crossing it.</summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="exceptZone">A zone whose wall does not count; 0 for none.</param>
    /// <param name="scratch">Working memory.</param>
    public (int Zone, Position At)? Crossing(Position from, Position to, int exceptZone, List<int> scratch)
    {
        if (_segments.Count == 0)
        {
            return null;
        }

        scratch.Clear();
        _index.SearchInto(Box.At(from).With(Box.At(to)), scratch);
        scratch.Sort();
        foreach (int segment in scratch)
        {
            (Position a, Position b, int zone) = _segments[segment];
            if (zone != exceptZone && Cross(from, to, a, b) is { } at && !IsAtGate(zone, at))
            {
                return (zone, at);
            }
        }

        return null;
    }

    /// <summary>Adds every piece of wall that may meet a window.</summary>
    public void SegmentsInto(Box window, List<(Position From, Position To)> found)
    {
        foreach (int segment in _index.Search(window))
        {
            found.Add((_segments[segment].From, _segments[segment].To));
        }
    }

    private void AddOutline(Geometry outline, int zone, PackedRTreeBuilder index)
    {
        foreach (Geometry part in PolygonBoundary(outline))
        {
            Coordinate[] ring = part.Coordinates;
            for (int i = 1; i < ring.Length; i++)
            {
                Position from = new(ring[i - 1].X, ring[i - 1].Y);
                Position to = new(ring[i].X, ring[i].Y);
                _segments.Add((from, to, zone));
                index.Add(Box.At(from).With(Box.At(to)));
            }
        }
    }

    private static IEnumerable<Geometry> PolygonBoundary(Geometry outline)
    {
        for (int i = 0; i < outline.NumGeometries; i++)
        {
            if (outline.GetGeometryN(i) is not Polygon polygon)
            {
                continue;
            }

            yield return polygon.ExteriorRing;
            foreach (LineString hole in polygon.InteriorRings)
            {
                yield return hole;
            }
        }
    }

    private bool IsAtGate(int zone, Position at) => IsNearOne(GatesOf(zone), at) || IsNearOne(GatesOf(0), at);

    private static bool IsNearOne(IReadOnlyList<Position> gates, Position at)
    {
        if (gates.Count == 0)
        {
            return false;
        }

        DegreeMetric metric = new(at);
        foreach (Position gate in gates)
        {
            if (metric.Distance(Box.At(gate)) <= GateGapMetres)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where two segments cross properly: each has the other's ends strictly on both of its sides.</summary>
    private static Position? Cross(Position p, Position q, Position a, Position b)
    {
        double pSide = Side(a, b, p);
        double qSide = Side(a, b, q);
        double aSide = Side(p, q, a);
        double bSide = Side(p, q, b);
        if (pSide * qSide >= 0 || aSide * bSide >= 0)
        {
            return null;
        }

        double share = pSide / (pSide - qSide);
        return new Position(
            p.Longitude + (share * (q.Longitude - p.Longitude)),
            p.Latitude + (share * (q.Latitude - p.Latitude))
        );
    }

    private static double Side(Position a, Position b, Position p) =>
        ((b.Longitude - a.Longitude) * (p.Latitude - a.Latitude))
        - ((b.Latitude - a.Latitude) * (p.Longitude - a.Longitude));
}
