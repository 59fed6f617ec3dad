namespace Neighbor.Gis.SampleCounty.Plane;

/// <summary>Measures and questions of rings; the first point is not repeated.</summary>
internal static class Rings
{
    /// <summary>Square metres; positive for rings that run counter-clockwise.</summary>
    public static double SignedArea(IReadOnlyList<PlanePoint> ring)
    {
        long twice = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            PlanePoint a = ring[i];
            PlanePoint b = ring[(i + 1) % ring.Count];
            twice += ((long)a.X * b.Y) - ((long)a.Y * b.X);
        }

        return twice / 20000.0;
    }

    public static Vector Centre(IReadOnlyList<PlanePoint> ring)
    {
        Vector origin = ring[0].Metres;
        double area = 0;
        var sum = new Vector(0, 0);
        for (int i = 1; i < ring.Count - 1; i++)
        {
            Vector a = ring[i].Metres - origin;
            Vector b = ring[i + 1].Metres - origin;
            double part = Vector.Cross(a, b);
            area += part;
            sum += (a + b) * (part / 3);
        }

        return origin + (sum / area);
    }

    public static bool Contains(IReadOnlyList<PlanePoint> ring, Vector place)
    {
        bool inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            Vector a = ring[i].Metres;
            Vector b = ring[j].Metres;
            if (a.Y > place.Y != b.Y > place.Y && place.X < a.X + ((b.X - a.X) * (place.Y - a.Y) / (b.Y - a.Y)))
            {
                inside = !inside;
            }
        }

        return inside;
    }

    /// <summary>Metres from a place to the segment.</summary>
    public static double Distance(Vector place, Vector start, Vector end)
    {
        Vector along = end - start;
        double share = Math.Clamp(Vector.Dot(place - start, along) / Vector.Dot(along, along), 0, 1);
        return (place - Vector.Between(start, end, share)).Length;
    }

    /// <summary>Whether two segments cross or touch.</summary>
    public static bool Meet(Vector a, Vector b, Vector c, Vector d)
    {
        double abc = Vector.Cross(b - a, c - a);
        double abd = Vector.Cross(b - a, d - a);
        double cda = Vector.Cross(d - c, a - c);
        double cdb = Vector.Cross(d - c, b - c);
        return abc * abd <= 0 && cda * cdb <= 0 && !(abc == 0 && abd == 0);
    }
}
