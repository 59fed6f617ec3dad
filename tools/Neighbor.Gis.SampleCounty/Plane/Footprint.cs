namespace Neighbor.Gis.SampleCounty.Plane;

/// <summary>A rectangle on the ground, turned so that its back looks along <paramref name="Along"/>'s left.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Along">The direction of its long side, of length one; the left of it is the back.</param>
/// <param name="Length">Metres along.</param>
/// <param name="Depth">Metres across.</param>
internal readonly record struct Footprint(Vector Centre, Vector Along, double Length, double Depth)
{
    /// <summary>The place so many metres along and to the back of the middle.</summary>
    public Vector At(double along, double back) => Centre + (Along * along) + (Along.Left * back);

    /// <summary>The four corners, counter-clockwise from the front's first.</summary>
    public Vector[] Corners() =>
        [
            At(-Length / 2, -Depth / 2),
            At(Length / 2, -Depth / 2),
            At(Length / 2, Depth / 2),
            At(-Length / 2, Depth / 2),
        ];

    public Footprint Grown(double metres) => this with { Length = Length + (2 * metres), Depth = Depth + (2 * metres) };

    public bool Contains(Vector place)
    {
        Vector step = place - Centre;
        return Math.Abs(Vector.Dot(step, Along)) <= Length / 2 && Math.Abs(Vector.Dot(step, Along.Left)) <= Depth / 2;
    }

    public bool Meets(Vector start, Vector end)
    {
        if (Contains(start) || Contains(end))
        {
            return true;
        }

        Vector[] corners = Corners();
        for (int i = 0; i < 4; i++)
        {
            if (Rings.Meet(corners[i], corners[(i + 1) % 4], start, end))
            {
                return true;
            }
        }

        return false;
    }

    public bool Meets(Footprint other)
    {
        if ((Centre - other.Centre).Length > (Length + Depth + other.Length + other.Depth) / 2)
        {
            return false;
        }

        Vector[] corners = other.Corners();
        for (int i = 0; i < 4; i++)
        {
            if (Meets(corners[i], corners[(i + 1) % 4]))
            {
                return true;
            }
        }

        return other.Contains(Centre);
    }

    /// <summary>Whether all of it lies inside the ring.</summary>
    public bool IsInside(IReadOnlyList<PlanePoint> ring)
    {
        if (!Rings.Contains(ring, Centre))
        {
            return false;
        }

        for (int i = 0; i < ring.Count; i++)
        {
            if (Meets(ring[i].Metres, ring[(i + 1) % ring.Count].Metres))
            {
                return false;
            }
        }

        return true;
    }
}
