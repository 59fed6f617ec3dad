using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>封控线. Where closed lines cut the links of a network, and what else they separate. Frozen.</summary>
/// <remarks>
/// <para>A cut at an offset separates the places up to it from those beyond. A line through a node cuts every link there.</para>
/// <para>Cost: for each segment of the lines a search of the links around it.</para>
/// </remarks>
internal sealed class Cuts
{
    [ThreadStatic]
    private static List<int>? _near; // searches ask from many threads, and allocate nothing

    private readonly Dictionary<int, int[]> _offsetsMm;
    private readonly List<(Coordinate From, Coordinate To)> _segments;
    private readonly PackedRTree _index;

    private Cuts(Dictionary<int, int[]> offsetsMm, List<(Coordinate From, Coordinate To)> segments, PackedRTree index)
    {
        _offsetsMm = offsetsMm;
        _segments = segments;
        _index = index;
    }

    /// <summary>The links that are cut.</summary>
    public IEnumerable<int> Links => _offsetsMm.Keys;

    /// <summary>The cuts of lines, and of the outlines of areas; with those there are already.</summary>
    public static Cuts Of(WalkingNetwork network, Geometry closed, Cuts? others)
    {
        List<(Coordinate From, Coordinate To)> segments = others is null ? [] : [.. others._segments];
        int first = segments.Count;
        AddSegments(closed, segments);
        PackedRTreeBuilder index = new(segments.Count);
        foreach ((Coordinate from, Coordinate to) in segments)
        {
            index.Add(BoxOf(from, to));
        }

        Dictionary<int, SortedSet<int>> found = [];
        foreach ((int link, int[] offsetsMm) in others?._offsetsMm ?? [])
        {
            found.Add(link, [.. offsetsMm]);
        }

        foreach ((Coordinate from, Coordinate to) in segments.Skip(first))
        {
            CutLinks(network, from, to, found);
        }

        return new Cuts(
            found.ToDictionary(static cut => cut.Key, static cut => cut.Value.ToArray()),
            segments,
            index.Build()
        );
    }

    /// <summary>Whether one cannot get from one offset of a link to another along it.</summary>
    public bool IsBetween(int link, int oneMm, int otherMm)
    {
        if (!_offsetsMm.TryGetValue(link, out int[]? offsetsMm))
        {
            return false;
        }

        (int lowMm, int highMm) = oneMm <= otherMm ? (oneMm, otherMm) : (otherMm, oneMm);
        foreach (int offsetMm in offsetsMm)
        {
            if (offsetMm >= lowMm && offsetMm < highMm)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How far one gets along a link from one offset toward another.</summary>
    public int Stop(int link, int fromMm, int towardMm)
    {
        if (!_offsetsMm.TryGetValue(link, out int[]? offsetsMm))
        {
            return towardMm;
        }

        int stopMm = towardMm;
        foreach (int offsetMm in offsetsMm)
        {
            if (fromMm <= towardMm && offsetMm >= fromMm)
            {
                stopMm = Math.Min(stopMm, offsetMm);
            }
            else if (fromMm > towardMm && offsetMm < fromMm)
            {
                stopMm = Math.Max(stopMm, offsetMm + 1);
            }
        }

        return stopMm;
    }

    /// <summary>Whether a straight line runs across a closed line.</summary>
    public bool Separate(Position one, Position other)
    {
        if (one == other)
        {
            return false;
        }

        List<int> near = _near ??= [];
        near.Clear();
        _index.SearchInto(Box.At(one).With(Box.At(other)), near);
        foreach (int segment in near)
        {
            if (Meets(one, other, _segments[segment].From, _segments[segment].To))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two segments whose boxes meet have a place in common: neither has both its ends on one side of the other.</summary>
    private static bool Meets(Position p, Position q, Coordinate a, Coordinate b)
    {
        int pSide = CGAlgorithmsDD.OrientationIndex(a.X, a.Y, b.X, b.Y, p.Longitude, p.Latitude);
        int qSide = CGAlgorithmsDD.OrientationIndex(a.X, a.Y, b.X, b.Y, q.Longitude, q.Latitude);
        int aSide = CGAlgorithmsDD.OrientationIndex(p.Longitude, p.Latitude, q.Longitude, q.Latitude, a.X, a.Y);
        int bSide = CGAlgorithmsDD.OrientationIndex(p.Longitude, p.Latitude, q.Longitude, q.Latitude, b.X, b.Y);
        return pSide * qSide <= 0 && aSide * bSide <= 0;
    }

    /// <summary>Adds every closed segment that may meet a window.</summary>
    public void SegmentsInto(Box window, List<(Position From, Position To)> found)
    {
        foreach (int segment in _index.Search(window))
        {
            (Coordinate from, Coordinate to) = _segments[segment];
            found.Add((new Position(from.X, from.Y), new Position(to.X, to.Y)));
        }
    }

    private static void AddSegments(Geometry closed, List<(Coordinate From, Coordinate To)> segments)
    {
        for (int i = 0; i < closed.NumGeometries; i++)
        {
            Geometry part = closed.GetGeometryN(i);
            if (part is GeometryCollection)
            {
                AddSegments(part, segments);
                continue;
            }

            foreach (LineString line in LinesOf(part))
            {
                Coordinate[] course = line.Coordinates;
                for (int vertex = 1; vertex < course.Length; vertex++)
                {
                    segments.Add((course[vertex - 1], course[vertex]));
                }
            }
        }
    }

    private static IEnumerable<LineString> LinesOf(Geometry part) =>
        part switch
        {
            Polygon polygon => [polygon.ExteriorRing, .. polygon.InteriorRings],
            LineString line => [line],
            _ => throw new ArgumentException(
                $"Got a {part.GeometryType}; lines and areas can be closed.",
                nameof(part)
            ),
        };

    private static Box BoxOf(Coordinate from, Coordinate to) =>
        Box.At(new Position(from.X, from.Y)).With(Box.At(new Position(to.X, to.Y)));

    private static void CutLinks(
        WalkingNetwork network,
        Coordinate from,
        Coordinate to,
        Dictionary<int, SortedSet<int>> found
    )
    {
        NetworkColumns columns = network.Columns;
        RobustLineIntersector intersector = new();
        foreach (int segment in columns.SegmentIndex.Search(BoxOf(from, to)))
        {
            int link = columns.SegmentLinks[segment];
            int vertex = segment + link;
            Position begin = columns.ShapePositions[vertex];
            Position end = columns.ShapePositions[vertex + 1];
            Coordinate a = new(begin.Longitude, begin.Latitude);
            Coordinate b = new(end.Longitude, end.Latitude);
            intersector.ComputeIntersection(a, b, from, to);
            for (int i = 0; i < intersector.IntersectionNum; i++)
            {
                int beginMm = columns.ShapeOffsetsMm[vertex];
                int lengthMm = columns.ShapeOffsetsMm[vertex + 1] - beginMm;
                double whole = a.Distance(b);
                double share = whole == 0 ? 0 : Math.Min(1, a.Distance(intersector.GetIntersection(i)) / whole);
                int offsetMm = beginMm + (int)(share * lengthMm);
                if (!found.TryGetValue(link, out SortedSet<int>? offsetsMm))
                {
                    found.Add(link, offsetsMm = []);
                }

                offsetsMm.Add(Math.Min(offsetMm, columns.LinkLengthsMm[link] - 1));
            }
        }
    }
}
