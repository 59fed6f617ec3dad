using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Shapes;

/// <summary>Draws the outlines of closed ways and of multipolygon relations.</summary>
/// <remarks>
/// <para>Which ring is a shell and which a hole is decided by what lies in what, not by the roles the members claim; roles
/// count only where members are missing, so that a courtyard whose house is not in the file does not become a house.</para>
/// </remarks>
internal sealed class OutlineDrawer(OsmObjects objects, GeometryFactory geometry)
{
    /// <summary>The outline of a closed way.</summary>
    public Outline OfWay(int way)
    {
        if (!objects.IsClosed(way))
        {
            return new Outline.Undrawn(Findings.NotClosed);
        }

        var walk = new RingWalk();
        return TryAdd(walk, way, isInner: false)
            ? Draw(walk.Walk(geometry), isPartial: false, Findings.NotValid)
            : new Outline.Undrawn(Findings.MissingNodes);
    }

    /// <summary>The outline of a relation.</summary>
    public Outline OfRelation(OsmRelation relation)
    {
        var walk = new RingWalk();
        bool isPartial = false;
        foreach (OsmMember member in relation.Members)
        {
            int way = objects.FindWay(member.WayId);
            isPartial |= way < 0 || !TryAdd(walk, way, member.Role == "inner");
        }

        IReadOnlyList<Ring> rings = walk.Walk(geometry);
        if (isPartial)
        {
            rings = [.. rings.Where(ring => !ring.IsInner || rings.Any(outer => !outer.IsInner && Holds(outer, ring)))];
        }

        Finding ifNone =
            isPartial ? Findings.MissingMembers
            : walk.Leftover > 0 ? Findings.NotClosed
            : Findings.NotValid;
        return Draw(rings, isPartial || walk.Leftover > 0, ifNone);
    }

    private bool TryAdd(RingWalk walk, int way, bool isInner)
    {
        ReadOnlySpan<int> nodes = objects.WayNodes(way);
        long[] places = new long[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] < 0)
            {
                return false;
            }

            places[i] = RingWalk.Pack(objects.LonE7(nodes[i]), objects.LatE7(nodes[i]));
        }

        walk.Add(places, isInner);
        return true;
    }

    private Outline Draw(IReadOnlyList<Ring> rings, bool isPartial, Finding ifNone)
    {
        if (rings.Count == 0)
        {
            return new Outline.Undrawn(ifNone);
        }

        MultiPolygon drawn = Nest(rings);
        if (drawn.IsValid)
        {
            return new Outline.Drawn(drawn, IsRepaired: false, isPartial);
        }

        return EvenOddRepair.TryRepair(rings, geometry) is { IsEmpty: false, IsValid: true } repaired
            ? new Outline.Drawn(repaired, IsRepaired: true, isPartial)
            : new Outline.Undrawn(Findings.NotValid);
    }

    /// <summary>Shells are the rings inside an even number of others; a hole belongs to the smallest ring round it.</summary>
    private MultiPolygon Nest(IReadOnlyList<Ring> rings)
    {
        if (rings.Count == 1)
        {
            return geometry.CreateMultiPolygon([geometry.CreatePolygon(Turned(rings[0].Line, isShell: true))]);
        }

        Ring[] bySize = [.. rings.OrderByDescending(ring => ring.Line.EnvelopeInternal.Area)];
        int[] depth = new int[bySize.Length];
        int[] parent = new int[bySize.Length];
        for (int i = 0; i < bySize.Length; i++)
        {
            parent[i] = -1;
            for (int j = 0; j < i; j++)
            {
                if (Holds(bySize[j], bySize[i]))
                {
                    depth[i]++;
                    parent[i] = parent[i] < 0 || depth[j] >= depth[parent[i]] ? j : parent[i];
                }
            }
        }

        var polygons = new List<Polygon>();
        for (int i = 0; i < bySize.Length; i++)
        {
            if (depth[i] % 2 == 0)
            {
                LinearRing[] holes =
                [
                    .. Enumerable
                        .Range(0, bySize.Length)
                        .Where(j => parent[j] == i && depth[j] == depth[i] + 1)
                        .Select(j => Turned(bySize[j].Line, isShell: false)),
                ];
                polygons.Add(geometry.CreatePolygon(Turned(bySize[i].Line, isShell: true), holes));
            }
        }

        return geometry.CreateMultiPolygon([.. polygons]);
    }

    private static bool Holds(Ring outer, Ring inner)
    {
        if (ReferenceEquals(outer, inner) || !outer.Line.EnvelopeInternal.Contains(inner.Line.EnvelopeInternal))
        {
            return false;
        }

        foreach (Coordinate vertex in inner.Line.Coordinates)
        {
            Location location = Locate(outer, vertex);
            if (location != Location.Boundary)
            {
                return location == Location.Interior;
            }
        }

        Point inside = inner.Line.Factory.CreatePolygon(inner.Line).InteriorPoint;
        return Locate(outer, inside.Coordinate) == Location.Interior;
    }

    private static Location Locate(Ring ring, Coordinate position) =>
        PointLocation.LocateInRing(position, ring.Line.Coordinates);

    private static LinearRing Turned(LinearRing line, bool isShell) =>
        line.IsCCW == isShell ? line : (LinearRing)line.Reverse();
}
