using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>The plane that touches the CGCS2000 ellipsoid at one point: metres east and north of it.</summary>
/// <remarks>
/// <para>Source: the radii of curvature of the meridian, M = a(1-e²)/W³, and of the prime vertical, N = a/W, with
/// W² = 1 - e² sin² φ. For choosing the nearest among near things; the metres reported are geodesic.</para>
/// </remarks>
internal readonly struct TangentPlane
{
    private const double RadiansPerDegree = Math.PI / 180;
    private const double LongestShortMetres = 250;
    private const double HighestShortLatitude = 60;

    private readonly Position _origin;
    private readonly double _sin;
    private readonly double _cos;

    /// <summary>The plane at one point.</summary>
    public TangentPlane(Position origin)
    {
        _origin = origin;
        (_sin, _cos) = Math.SinCos(origin.Latitude * RadiansPerDegree);
        (MetresPerDegreeEast, MetresPerDegreeNorth) = MetresPerDegree(_sin, _cos);
    }

    /// <summary>How long a degree of longitude is here.</summary>
    public double MetresPerDegreeEast { get; }

    /// <summary>How long a degree of latitude is here.</summary>
    public double MetresPerDegreeNorth { get; }

    /// <summary>Whether it is a plane at all and not the default.</summary>
    public bool IsLaid => MetresPerDegreeNorth > 0;

    /// <summary>Lays a position down on the plane.</summary>
    public (double X, double Y) Lay(double longitude, double latitude) =>
        ((longitude - _origin.Longitude) * MetresPerDegreeEast, (latitude - _origin.Latitude) * MetresPerDegreeNorth);

    /// <summary>Lifts a point of the plane back to a position.</summary>
    public Position Lift((double X, double Y) point) =>
        new(_origin.Longitude + (point.X / MetresPerDegreeEast), _origin.Latitude + (point.Y / MetresPerDegreeNorth));

    /// <summary>Geodesic metres from the origin to the position that lies at a point of the plane.</summary>
    /// <remarks><para>Source: for short lines Gauss's mid-latitude formula, by the radii of curvature halfway between the two
    /// latitudes, where the terms of odd order cancel. What is left out is below a twelfth of (s/R)² times 1 + 2 tan² φ:
    /// 0.2 µm at 250 m and 60°. Longer lines and higher latitudes are left to <see cref="Geodesic"/>.</para></remarks>
    public double Metres((double X, double Y) point)
    {
        double halfNorth = point.Y / MetresPerDegreeNorth * RadiansPerDegree / 2;

        // Sine and cosine halfway, by Taylor: the third power of 20 µrad is below rounding.
        double drop = halfNorth * halfNorth / 2;
        (double eastThere, double northThere) = MetresPerDegree(
            _sin + (_cos * halfNorth) - (_sin * drop),
            _cos - (_sin * halfNorth) - (_cos * drop)
        );
        double east = point.X / MetresPerDegreeEast * eastThere;
        double north = point.Y / MetresPerDegreeNorth * northThere;
        double metres = Math.Sqrt((east * east) + (north * north));
        return metres <= LongestShortMetres && Math.Abs(_origin.Latitude) <= HighestShortLatitude
            ? metres
            : Geodesic.Metres(_origin, Lift(point));
    }

    private static (double East, double North) MetresPerDegree(double sin, double cos)
    {
        Ellipsoid ellipsoid = Ellipsoid.Cgcs2000;
        double squaredW = 1 - (ellipsoid.EccentricitySquared * sin * sin);
        double normal = ellipsoid.EquatorialRadiusMetres / Math.Sqrt(squaredW);
        return (
            normal * cos * RadiansPerDegree,
            normal * (1 - ellipsoid.EccentricitySquared) / squaredW * RadiansPerDegree
        );
    }
}
