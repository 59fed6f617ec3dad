namespace Neighbor.Gis.SampleCounty.Plane;

/// <summary>
/// The points that were put into segments after the segments were laid. Every line or ring is drawn in full only through
/// <see cref="Expand"/>, so that all that run along one segment get the very same points.
/// </summary>
internal sealed class SegmentSplits
{
    /// <summary>A wanted point this close (metres) to one that exists becomes that one.</summary>
    private const double SnapMetres = 6;

    private readonly Dictionary<(PlanePoint, PlanePoint), PlanePoint> _middles = [];

    /// <summary>The line with everything that was put into its segments.</summary>
    public List<PlanePoint> Expand(IReadOnlyList<PlanePoint> line)
    {
        var full = new List<PlanePoint>(line.Count * 2) { line[0] };
        for (int i = 1; i < line.Count; i++)
        {
            Append(full, line[i - 1], line[i]);
        }

        return full;
    }

    /// <summary>The ring (first point not repeated) with everything that was put into its segments.</summary>
    public List<PlanePoint> ExpandRing(IReadOnlyList<PlanePoint> ring)
    {
        List<PlanePoint> full = Expand([.. ring, ring[0]]);
        full.RemoveAt(full.Count - 1);
        return full;
    }

    /// <summary>The point of the line at a share of its length: one that is there, or a new one.</summary>
    public PlanePoint Vertex(IReadOnlyList<PlanePoint> line, double share, double snapMetres = SnapMetres)
    {
        var full = new Polyline(Expand(line));
        (int segment, double walked) = full.Locate(share);
        double back = walked - full.LengthUpTo(segment - 1);
        double ahead = full.LengthUpTo(segment) - walked;
        if (Math.Min(back, ahead) <= snapMetres)
        {
            return full.Points[back <= ahead ? segment - 1 : segment];
        }

        return Insert(full.Points[segment - 1], full.Points[segment], PlanePoint.Of(full.At(share)));
    }

    /// <summary>Puts <paramref name="middle"/> into the segment, which must be one nothing was put into yet.</summary>
    public PlanePoint Insert(PlanePoint start, PlanePoint end, PlanePoint middle)
    {
        if (middle == start || middle == end)
        {
            return middle;
        }

        _middles.Add(Key(start, end), middle);
        return middle;
    }

    /// <summary>The full line between two of its points, both included.</summary>
    /// <exception cref="ArgumentException">The points are not on the line in this order.</exception>
    public List<PlanePoint> Part(IReadOnlyList<PlanePoint> line, PlanePoint first, PlanePoint last)
    {
        List<PlanePoint> full = Expand(line);
        int start = full.IndexOf(first);
        int end = full.IndexOf(last);
        return start >= 0 && end > start
            ? full.GetRange(start, end - start + 1)
            : throw new ArgumentException($"Got places {start} and {end} of {full.Count} points.", nameof(line));
    }

    private void Append(List<PlanePoint> full, PlanePoint start, PlanePoint end)
    {
        if (_middles.TryGetValue(Key(start, end), out PlanePoint middle))
        {
            Append(full, start, middle);
            Append(full, middle, end);
            return;
        }

        full.Add(end);
    }

    private static (PlanePoint, PlanePoint) Key(PlanePoint a, PlanePoint b) =>
        (a.X, a.Y).CompareTo((b.X, b.Y)) < 0 ? (a, b) : (b, a);
}
