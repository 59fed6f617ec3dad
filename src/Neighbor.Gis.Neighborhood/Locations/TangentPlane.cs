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

    /// <summary>The plane at one point.</summary>
    public TangentPlane(Position origin)
    {
        const double RadiansPerDegree = Math.PI / 180;
        Ellipsoid ellipsoid = Ellipsoid.Cgcs2000;
        (double sin, double cos) = Math.SinCos(origin.Latitude * RadiansPerDegree);
        double squaredW = 1 - (ellipsoid.EccentricitySquared * sin * sin);
        double w = Math.Sqrt(squaredW);
        _origin = origin;
        MetresPerDegreeEast = ellipsoid.EquatorialRadiusMetres / w * cos * RadiansPerDegree;
        MetresPerDegreeNorth =
            ellipsoid.EquatorialRadiusMetres * (1 - ellipsoid.EccentricitySquared) / (squaredW * w) * RadiansPerDegree;
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
}
