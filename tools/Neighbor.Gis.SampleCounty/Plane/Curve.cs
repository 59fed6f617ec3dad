namespace Neighbor.Gis.SampleCounty.Plane;

/// <summary>A smooth height over x through given heights at equal steps (Catmull–Rom); flat beyond its ends.</summary>
internal sealed class Curve(double firstX, double step, IReadOnlyList<double> heights)
{
    public double At(double x)
    {
        (double a, double b, double c, double d, double u) = Piece(x);
        return ((((((d * u) + c) * u) + b) * u) + a);
    }

    public double SlopeAt(double x)
    {
        (_, double b, double c, double d, double u) = Piece(x);
        return ((((3 * d * u) + (2 * c)) * u) + b) / step;
    }

    private (double A, double B, double C, double D, double U) Piece(double x)
    {
        double place = Math.Clamp((x - firstX) / step, 0, heights.Count - 1.000001);
        int i = (int)place;
        double p0 = heights[Math.Max(i - 1, 0)];
        double p1 = heights[i];
        double p2 = heights[i + 1];
        double p3 = heights[Math.Min(i + 2, heights.Count - 1)];
        return (
            p1,
            0.5 * (p2 - p0),
            p0 - (2.5 * p1) + (2 * p2) - (0.5 * p3),
            0.5 * (p3 - p0 + (3 * (p1 - p2))),
            place - i
        );
    }
}
