namespace Neighbor.Gis.SampleCounty.Plane;

/// <summary>The outline of rings that tile some ground, made of their own points and nothing else.</summary>
internal static class RingOutlines
{
    /// <summary>
    /// The rings left when every segment that two of the rings share (once in each direction) is taken away:
    /// counter-clockwise ones are outer borders, clockwise ones holes.
    /// </summary>
    /// <remarks><para>Source: own; exact, because tiles share whole segments and points are whole centimetres.</para></remarks>
    public static List<List<PlanePoint>> Of(IEnumerable<IReadOnlyList<PlanePoint>> rings)
    {
        var borders = new HashSet<(PlanePoint, PlanePoint)>();
        var inOrder = new List<(PlanePoint Start, PlanePoint End)>();
        foreach (IReadOnlyList<PlanePoint> ring in rings)
        {
            for (int i = 0; i < ring.Count; i++)
            {
                (PlanePoint start, PlanePoint end) = (ring[i], ring[(i + 1) % ring.Count]);
                if (!borders.Remove((end, start)))
                {
                    borders.Add((start, end));
                    inOrder.Add((start, end));
                }
            }
        }

        ILookup<PlanePoint, PlanePoint> next = inOrder.Where(borders.Contains).ToLookup(b => b.Start, b => b.End);
        var outlines = new List<List<PlanePoint>>();
        foreach ((PlanePoint start, PlanePoint end) in inOrder)
        {
            if (borders.Contains((start, end)))
            {
                outlines.AddRange(Simple(Walk(start, end, next, borders)));
            }
        }

        return outlines;
    }

    private static List<PlanePoint> Walk(
        PlanePoint start,
        PlanePoint end,
        ILookup<PlanePoint, PlanePoint> next,
        HashSet<(PlanePoint, PlanePoint)> borders
    )
    {
        var walk = new List<PlanePoint> { start };
        borders.Remove((start, end));
        while (end != start)
        {
            walk.Add(end);
            PlanePoint onward = next[end].First(candidate => borders.Contains((end, candidate)));
            borders.Remove((end, onward));
            end = onward;
        }

        return walk;
    }

    /// <summary>Cuts a closed walk where it comes to a point again, so that no ring touches itself.</summary>
    private static IEnumerable<List<PlanePoint>> Simple(List<PlanePoint> walk)
    {
        var trail = new List<PlanePoint>();
        foreach (PlanePoint point in walk)
        {
            int before = trail.IndexOf(point);
            if (before >= 0)
            {
                yield return trail.GetRange(before, trail.Count - before);
                trail.RemoveRange(before, trail.Count - before);
            }

            trail.Add(point);
        }

        yield return trail;
    }
}
