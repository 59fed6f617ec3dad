namespace Neighbor.Gis.Spatial;

/// <summary>椭球. The figure of the earth that lengths and projections are computed on.</summary>
/// <param name="EquatorialRadiusMetres">The equatorial radius a, in metres.</param>
/// <param name="Flattening">The flattening f = (a - b) / a; zero is a sphere.</param>
public sealed record Ellipsoid(double EquatorialRadiusMetres, double Flattening)
{
    /// <summary>CGCS2000 (GB 22021-2008): the ellipsoid everything is measured on.</summary>
    public static readonly Ellipsoid Cgcs2000 = new(6378137, 1 / 298.257222101);

    /// <summary>WGS 84: shorter than CGCS2000 at the pole by a tenth of a millimetre.</summary>
    public static readonly Ellipsoid Wgs84 = new(6378137, 1 / 298.257223563);

    /// <summary>The polar radius b, in metres.</summary>
    public double PolarRadiusMetres => EquatorialRadiusMetres * (1 - Flattening);

    /// <summary>The third flattening n = (a - b) / (a + b).</summary>
    public double ThirdFlattening => Flattening / (2 - Flattening);

    /// <summary>The square of the first eccentricity, e² = f (2 - f).</summary>
    public double EccentricitySquared => Flattening * (2 - Flattening);

    /// <summary>The square of the second eccentricity, e'² = e² / (1 - e²).</summary>
    public double SecondEccentricitySquared => EccentricitySquared / (1 - EccentricitySquared);
}
