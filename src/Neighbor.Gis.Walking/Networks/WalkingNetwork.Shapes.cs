using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks;

public sealed partial class WalkingNetwork
{
    /// <summary>The place so far along a link.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the link.</exception>
    public Position PositionAt(LinkId link, int offsetMm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offsetMm);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offsetMm, LengthMm(link));
        return Interpolate(VertexBefore(link.Value, offsetMm), offsetMm);
    }

    /// <summary>The course of a stretch, from its beginning to its end: at least two positions.</summary>
    public Position[] CourseOf(Stretch stretch)
    {
        List<Position> course = [];
        CourseInto(stretch.Link, stretch.FromMm, stretch.ToMm, course);
        if (course.Count == 1)
        {
            course.Add(course[0]);
        }

        return [.. course];
    }

    /// <summary>The course of a stretch as a line to draw, in CGCS2000.</summary>
    public LineString LineOf(Stretch stretch)
    {
        Coordinate[] course = Array.ConvertAll(
            CourseOf(stretch),
            static position => new Coordinate(position.Longitude, position.Latitude)
        );
        return new LineString(new NetTopologySuite.Geometries.Implementation.CoordinateArraySequence(course), Factory);
    }

    /// <summary>Adds every link that may meet a window, each once, in ascending order.</summary>
    public void LinksInto(Box window, List<LinkId> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        List<int> segments = [];
        _columns.SegmentIndex.SearchInto(window, segments);
        int[] links = [.. segments.Select(segment => _columns.SegmentLinks[segment]).Distinct()];
        Array.Sort(links);
        found.AddRange(links.Select(static link => new LinkId(link)));
    }

    /// <summary>Adds the positions from one offset to another, which may lie before it; never the same twice in a row.</summary>
    internal void CourseInto(LinkId link, int fromMm, int toMm, List<Position> course)
    {
        Append(course, PositionAt(link, fromMm));
        ReadOnlySpan<int> offsetsMm = _columns.ShapeOffsetsMm;
        int first = _columns.FirstShape[link.Value];
        int last = _columns.FirstShape[link.Value + 1] - 1;
        if (fromMm <= toMm)
        {
            for (int vertex = first; vertex <= last; vertex++)
            {
                if (offsetsMm[vertex] > fromMm && offsetsMm[vertex] < toMm)
                {
                    Append(course, _columns.ShapePositions[vertex]);
                }
            }
        }
        else
        {
            for (int vertex = last; vertex >= first; vertex--)
            {
                if (offsetsMm[vertex] < fromMm && offsetsMm[vertex] > toMm)
                {
                    Append(course, _columns.ShapePositions[vertex]);
                }
            }
        }

        Append(course, PositionAt(link, toMm));
    }

    private static GeometryFactory Factory { get; } = new(new PrecisionModel(), Position.Srid);

    private static void Append(List<Position> course, Position next)
    {
        if (course.Count == 0 || course[^1] != next)
        {
            course.Add(next);
        }
    }

    /// <summary>The vertex of a link at or before an offset, never its last.</summary>
    private int VertexBefore(int link, int offsetMm)
    {
        int low = _columns.FirstShape[link];
        int high = _columns.FirstShape[link + 1] - 2;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_columns.ShapeOffsetsMm[middle] <= offsetMm)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private Position Interpolate(int vertex, int offsetMm)
    {
        Position from = _columns.ShapePositions[vertex];
        Position to = _columns.ShapePositions[vertex + 1];
        int beginMm = _columns.ShapeOffsetsMm[vertex];
        int lengthMm = _columns.ShapeOffsetsMm[vertex + 1] - beginMm;
        if (offsetMm == beginMm || lengthMm == 0)
        {
            return from;
        }

        double share = (double)(offsetMm - beginMm) / lengthMm;
        return offsetMm == beginMm + lengthMm
            ? to
            : new Position(
                from.Longitude + (share * (to.Longitude - from.Longitude)),
                from.Latitude + (share * (to.Latitude - from.Latitude))
            );
    }
}
