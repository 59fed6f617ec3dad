using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Spatial.Distances;

/// <summary>椭球面积. Areas on the CGCS2000 ellipsoid of rings whose sides are geodesics.</summary>
/// <remarks>
/// <para>
/// Source: own. The ground between a side and a reference parallel is the integral of the area north of that parallel
/// over longitude; on the auxiliary sphere of Bessel both are closed expressions of the arc, so five points of Gauss's
/// rule for each side are exact to a square millimetre on a grid and to a few square metres on a county.
/// </para>
/// <para>Not for rings around a pole or across 180°. Cost: some microseconds a side; allocates coordinates only.</para>
/// </remarks>
public static class GeodesicArea
{
    private static readonly Ellipsoid Ellipsoid = Ellipsoid.Cgcs2000;
    private static readonly double E = Math.Sqrt(Ellipsoid.EccentricitySquared);

    // Gauss-Legendre on [-1, 1], five points.
    private static readonly double[] Nodes =
    [
        -0.9061798459386640,
        -0.5384693101056831,
        0,
        0.5384693101056831,
        0.9061798459386640,
    ];
    private static readonly double[] Weights =
    [
        0.2369268850561891,
        0.4786286704993665,
        0.5688888888888889,
        0.4786286704993665,
        0.2369268850561891,
    ];

    /// <summary>The area of polygons less their holes, in square metres; points and lines have none.</summary>
    public static double SquareMetres(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        double area = 0;
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            Geometry part = geometry.GetGeometryN(i);
            if (part is GeometryCollection)
            {
                area += SquareMetres(part);
            }
            else if (part is Polygon { IsEmpty: false } polygon)
            {
                area += Math.Abs(RingSquareMetres(polygon.ExteriorRing.CoordinateSequence));
                foreach (LineString hole in polygon.InteriorRings)
                {
                    area -= Math.Abs(RingSquareMetres(hole.CoordinateSequence));
                }
            }
        }

        return area;
    }

    private static double RingSquareMetres(CoordinateSequence ring)
    {
        double reference = ZoneArea(Degrees.SinCos(ring.GetY(0)).Sin);
        double area = 0;
        for (int i = 1; i < ring.Count; i++)
        {
            area += UnderSide(
                new Position(ring.GetX(i - 1), ring.GetY(i - 1)),
                new Position(ring.GetX(i), ring.GetY(i)),
                reference
            );
        }

        return area;
    }

    /// <summary>The ground between a side and the reference parallel; negative for a side that runs west.</summary>
    private static double UnderSide(Position from, Position to, double reference)
    {
        double lambda = Degrees.EastOf(from.Longitude, to.Longitude) * Degrees.ToRadians;
        if (lambda == 0)
        {
            return 0;
        }

        GeodesicLine line = Geodesic.Inverse(from, to);
        (double sinAlpha1, double cosAlpha1) = Degrees.SinCos(line.StartAzimuthDegrees);
        double cosAlpha2 = Degrees.SinCos(line.EndAzimuthDegrees).Cos;
        (double sinBeta1, double cosBeta1) = ReducedLatitude(from.Latitude);
        (double sinBeta2, double cosBeta2) = ReducedLatitude(to.Latitude);
        double cosAlpha0 = double.Hypot(cosAlpha1, sinAlpha1 * sinBeta1);
        double sigma1 = Math.Atan2(sinBeta1, cosAlpha1 * cosBeta1);
        double sigma2 = Math.Atan2(sinBeta2, cosAlpha2 * cosBeta2);
        double half = Math.IEEERemainder(sigma2 - sigma1, 2 * Math.PI) / 2;

        // The known difference of longitudes scales the rule: what is left to it is only the shape between the ends.
        (double sum, double all) = (0, 0);
        for (int i = 0; i < Nodes.Length; i++)
        {
            double sinBeta = cosAlpha0 * Math.Sin(sigma1 + (half * (1 + Nodes[i])));
            double cosBetaSquared = 1 - (sinBeta * sinBeta);
            double slowness = Math.Sqrt(1 - (Ellipsoid.EccentricitySquared * cosBetaSquared));
            double weight = Weights[i] * slowness / cosBetaSquared;
            sum += weight * (ZoneArea(sinBeta / slowness) - reference);
            all += weight;
        }

        return lambda * sum / all;
    }

    /// <summary>The area from the equator to a latitude over one radian of longitude.</summary>
    private static double ZoneArea(double sinLatitude)
    {
        double b = Ellipsoid.PolarRadiusMetres;
        double curved = sinLatitude / (1 - (Ellipsoid.EccentricitySquared * sinLatitude * sinLatitude));
        return b * b / 2 * (curved + (Math.Atanh(E * sinLatitude) / E));
    }

    private static (double Sin, double Cos) ReducedLatitude(double latitude)
    {
        (double sin, double cos) = Degrees.SinCos(latitude);
        sin *= 1 - Ellipsoid.Flattening;
        double size = double.Hypot(sin, cos);
        return (sin / size, cos / size);
    }
}
