using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Features;

/// <summary>Measures ground: the area of polygons on the ellipsoid of CGCS2000.</summary>
/// <remarks>
/// <para>
/// Source: the equal-area cylindrical projection on the authalic latitude (Snyder, Map Projections – A Working Manual,
/// 1987, equations 3-11 and 3-12). The projection keeps areas exactly; edges are taken straight in degrees' stead of
/// geodesic, which for outlines of counties is below 1 in 10,000.
/// </para>
/// </remarks>
internal static class EqualArea
{
    private const double SemiMajorMetres = 6378137;
    private const double Flattening = 1 / 298.257222101;
    private static readonly double EccentricitySquared = Flattening * (2 - Flattening);
    private static readonly double Eccentricity = Math.Sqrt(EccentricitySquared);

    /// <summary>The ground that shells enclose without what holes enclose, each ring counted once however it is drawn.</summary>
    public static double SquareMetres(Geometry polygons)
    {
        double sum = 0;
        for (int i = 0; i < polygons.NumGeometries; i++)
        {
            if (polygons.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                sum += OfRing(polygon.Shell) - polygon.Holes.Sum(OfRing);
            }
        }

        return sum;
    }

    private static double OfRing(LinearRing ring)
    {
        CoordinateSequence positions = ring.CoordinateSequence;
        double twice = 0;
        for (int i = 1; i < positions.Count; i++)
        {
            double east = double.DegreesToRadians(positions.GetX(i) - positions.GetX(0));
            double eastBefore = double.DegreesToRadians(positions.GetX(i - 1) - positions.GetX(0));
            twice += (eastBefore * Height(positions.GetY(i))) - (east * Height(positions.GetY(i - 1)));
        }

        return Math.Abs(twice / 2) * SemiMajorMetres * SemiMajorMetres;
    }

    /// <summary>Half of Snyder's q: the height of a parallel in the projection, in equatorial radii.</summary>
    private static double Height(double latitude)
    {
        double sin = Math.Sin(double.DegreesToRadians(latitude));
        double q =
            (1 - EccentricitySquared)
            * ((sin / (1 - (EccentricitySquared * sin * sin))) + (Math.Atanh(Eccentricity * sin) / Eccentricity));
        return q / 2;
    }
}
