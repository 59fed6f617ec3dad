using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>The plane a drawing lies on: degrees east and north, each stretched to lattice cells.</summary>
/// <remarks>
/// <para>
/// Stretching keeps straight lines straight and rings simple, so that what is valid and nested on the lattice is so in
/// degrees. A cell keeps its height everywhere; half a degree north or south of the middle its width is off by a
/// hundredth or less, which moves a border by centimetres.
/// </para>
/// <para>Units: cells. Source: the radii of curvature of the ellipsoid at the middle.</para>
/// </remarks>
internal sealed class LatticePlane
{
    private const double RadiansPerDegree = Math.PI / 180;

    private readonly Position _middle;
    private readonly double _cellsPerDegreeEast;
    private readonly double _cellsPerDegreeNorth;

    public LatticePlane(Position middle, double cellMetres)
    {
        Ellipsoid ellipsoid = Ellipsoid.Cgcs2000;
        (double sin, double cos) = Math.SinCos(middle.Latitude * RadiansPerDegree);
        double w2 = 1 - (ellipsoid.EccentricitySquared * sin * sin);
        double normal = ellipsoid.EquatorialRadiusMetres / Math.Sqrt(w2);
        double meridian = normal * (1 - ellipsoid.EccentricitySquared) / w2;
        _middle = middle;
        _cellsPerDegreeEast = normal * cos * RadiansPerDegree / cellMetres;
        _cellsPerDegreeNorth = meridian * RadiansPerDegree / cellMetres;
    }

    public double X(double longitude) => (longitude - _middle.Longitude) * _cellsPerDegreeEast;

    public double Y(double latitude) => (latitude - _middle.Latitude) * _cellsPerDegreeNorth;

    public double Longitude(double x) => _middle.Longitude + (x / _cellsPerDegreeEast);

    public double Latitude(double y) => _middle.Latitude + (y / _cellsPerDegreeNorth);
}
