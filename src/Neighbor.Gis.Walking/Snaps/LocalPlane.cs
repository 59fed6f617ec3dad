using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Snaps;

/// <summary>The ground around one position as a plane, in metres from it.</summary>
/// <remarks><para>Good to a millimetre in 300 m; what is reported is measured on the ellipsoid.</para></remarks>
internal readonly struct LocalPlane
{
    private readonly Position _origin;
    private readonly double _eastMetres;
    private readonly double _northMetres;

    public LocalPlane(Position origin)
    {
        Ellipsoid ellipsoid = Ellipsoid.Cgcs2000;
        double latitude = origin.Latitude * (Math.PI / 180);
        double sin = Math.Sin(latitude);
        double w2 = 1 - (ellipsoid.EccentricitySquared * sin * sin);
        double normal = ellipsoid.EquatorialRadiusMetres / Math.Sqrt(w2);
        _origin = origin;
        _eastMetres = normal * Math.Cos(latitude) * (Math.PI / 180);
        _northMetres = normal * (1 - ellipsoid.EccentricitySquared) / w2 * (Math.PI / 180);
    }

    /// <summary>How far a segment is from the origin, and where along it its nearest place is, 0 to 1.</summary>
    public (double Metres, double Share) ToSegment(Position from, Position to)
    {
        (double ax, double ay) = Project(from);
        (double bx, double by) = Project(to);
        double dx = bx - ax;
        double dy = by - ay;
        double squared = (dx * dx) + (dy * dy);
        double share = squared > 0 ? Math.Clamp(-((ax * dx) + (ay * dy)) / squared, 0, 1) : 0;
        (double x, double y) = share < 1 ? (ax + (share * dx), ay + (share * dy)) : (bx, by); // a corner is as far along every way
        return (Math.Sqrt((x * x) + (y * y)), share);
    }

    /// <summary>How far east and north of the origin a position is.</summary>
    public (double X, double Y) Project(Position position) =>
        ((position.Longitude - _origin.Longitude) * _eastMetres, (position.Latitude - _origin.Latitude) * _northMetres);
}
