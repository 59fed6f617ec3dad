using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>Distances on a plane that touches the ellipsoid at a position; good to centimetres in 300 m.</summary>
internal static class FlatPlane
{
    private const double MajorMetres = 6_378_137; // CGCS2000
    private const double EccentricitySquared = 0.006694380022900788; // CGCS2000

    /// <summary>How far a position is from a segment.</summary>
    public static double Metres(Position position, Position from, Position to)
    {
        (double x1, double y1) = Local(position, from);
        (double x2, double y2) = Local(position, to);
        (double dx, double dy) = (x2 - x1, y2 - y1);
        double squared = (dx * dx) + (dy * dy);
        double share = squared == 0 ? 0 : Math.Clamp(-((x1 * dx) + (y1 * dy)) / squared, 0, 1);
        return Math.Sqrt(Math.Pow(x1 + (share * dx), 2) + Math.Pow(y1 + (share * dy), 2));
    }

    private static (double X, double Y) Local(Position origin, Position at)
    {
        double latitude = double.DegreesToRadians(origin.Latitude);
        double w = Math.Sqrt(1 - (EccentricitySquared * Math.Pow(Math.Sin(latitude), 2)));
        double primeVertical = MajorMetres / w;
        double meridian = MajorMetres * (1 - EccentricitySquared) / (w * w * w);
        return (
            double.DegreesToRadians(at.Longitude - origin.Longitude) * primeVertical * Math.Cos(latitude),
            double.DegreesToRadians(at.Latitude - origin.Latitude) * meridian
        );
    }
}
