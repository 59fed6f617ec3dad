namespace Neighbor.Gis.SampleCounty.Plane;

/// <summary>A line of points that can be asked for the place at a share of its length.</summary>
internal sealed class Polyline
{
    private readonly double[] _lengthsUpTo;

    public Polyline(IReadOnlyList<PlanePoint> points)
    {
        if (points.Count < 2)
        {
            throw new ArgumentException($"Got {points.Count} points; a line has two or more.", nameof(points));
        }

        Points = points;
        _lengthsUpTo = new double[points.Count];
        for (int i = 1; i < points.Count; i++)
        {
            _lengthsUpTo[i] = _lengthsUpTo[i - 1] + (points[i].Metres - points[i - 1].Metres).Length;
        }
    }

    public IReadOnlyList<PlanePoint> Points { get; }

    /// <summary>Metres.</summary>
    public double Length => _lengthsUpTo[^1];

    /// <summary>The place at a share of the length, 0 to 1.</summary>
    public Vector At(double share)
    {
        double walked = Math.Clamp(share, 0, 1) * Length;
        int i = 1;
        while (i < Points.Count - 1 && _lengthsUpTo[i] < walked)
        {
            i++;
        }

        double part = (walked - _lengthsUpTo[i - 1]) / (_lengthsUpTo[i] - _lengthsUpTo[i - 1]);
        return Vector.Between(Points[i - 1].Metres, Points[i].Metres, part);
    }

    /// <summary>The segment the share falls on (the index of its end) and its distance from the start in metres.</summary>
    public (int Segment, double Walked) Locate(double share)
    {
        double walked = Math.Clamp(share, 0, 1) * Length;
        int i = 1;
        while (i < Points.Count - 1 && _lengthsUpTo[i] < walked)
        {
            i++;
        }

        return (i, walked);
    }

    /// <summary>Metres from the start to the point of this index.</summary>
    public double LengthUpTo(int index) => _lengthsUpTo[index];

    public Polyline Reversed() => new([.. Points.Reverse()]);
}
