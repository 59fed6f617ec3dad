using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>The plane that touches the CGCS2000 ellipsoid at one point: metres east and north of it.</summary>
/// <remarks>
/// <para>Source: the radii of curvature of the meridian, M = a(1-e²)/W³, and of the prime vertical, N = a/W, with
/// W² = 1 - e² sin² φ. For choosing the nearest among near things; the metres reported are geodesic.</para>
/// </remarks>
internal readonly struct TangentPlane
{
    private readonly Position _origin;
    private readonly double _metresPerDegreeEast;
    private readonly double _metresPerDegreeNorth;

    /// <summary>The plane at one point.</summary>
    public TangentPlane(Position origin)
    {
        const double RadiansPerDegree = Math.PI / 180;
        Ellipsoid ellipsoid = Ellipsoid.Cgcs2000;
        (double sin, double cos) = Math.SinCos(origin.Latitude * RadiansPerDegree);
        double squaredW = 1 - (ellipsoid.EccentricitySquared * sin * sin);
        double w = Math.Sqrt(squaredW);
        _origin = origin;
        _metresPerDegreeEast = ellipsoid.EquatorialRadiusMetres / w * cos * RadiansPerDegree;
        _metresPerDegreeNorth =
            ellipsoid.EquatorialRadiusMetres * (1 - ellipsoid.EccentricitySquared) / (squaredW * w) * RadiansPerDegree;
    }

    /// <summary>Lays a position down on the plane.</summary>
    public (double X, double Y) Lay(double longitude, double latitude) =>
        ((longitude - _origin.Longitude) * _metresPerDegreeEast, (latitude - _origin.Latitude) * _metresPerDegreeNorth);

    /// <summary>Lifts a point of the plane back to a position.</summary>
    public Position Lift((double X, double Y) point) =>
        new(_origin.Longitude + (point.X / _metresPerDegreeEast), _origin.Latitude + (point.Y / _metresPerDegreeNorth));
}
