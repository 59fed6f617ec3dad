namespace Neighbor.Gis.Spatial.Indexes;

/// <summary>Distance in metres to boxes in degrees, near one position.</summary>
/// <remarks>
/// <para>
/// Units: metres, by the scale of degrees at the position: within 0.1 % up to 10 km at 40° north. An order, and a first
/// guess; what is reported is measured with <see cref="Distances.Geodesic"/>.
/// </para>
/// </remarks>
public readonly record struct DegreeMetric : IBoxMetric
{
    private readonly PlanarMetric _plane;
    private readonly double _eastMetres;
    private readonly double _northMetres;

    /// <summary>A metric around a position.</summary>
    public DegreeMetric(Position origin)
    {
        Ellipsoid ellipsoid = Ellipsoid.Cgcs2000;
        (double sin, double cos) = Degrees.SinCos(origin.Latitude);
        double w2 = 1 - (ellipsoid.EccentricitySquared * sin * sin);
        double normal = ellipsoid.EquatorialRadiusMetres / Math.Sqrt(w2);
        _eastMetres = normal * cos * Degrees.ToRadians;
        _northMetres = normal * (1 - ellipsoid.EccentricitySquared) / w2 * Degrees.ToRadians;
        _plane = new PlanarMetric(origin.Longitude * _eastMetres, origin.Latitude * _northMetres);
    }

    /// <inheritdoc/>
    public double Distance(Box box) =>
        _plane.Distance(
            new Box(box.MinX * _eastMetres, box.MinY * _northMetres, box.MaxX * _eastMetres, box.MaxY * _northMetres)
        );
}
