using Neighbor.Gis.Spatial.Projections;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>A plane in metres around a point of the sample county: lengths on it are true to a thousandth of a millimetre in 100 m.</summary>
public static class Ground
{
    private static readonly TransverseMercator Plane = new(118.5, 0);
    private static readonly (double X, double Y) Origin = Plane.Forward(new Position(118.5, 25.2));

    /// <summary>The position so many metres east and north of the origin.</summary>
    public static Position At(double eastMetres, double northMetres) =>
        Plane.Inverse(Origin.X + eastMetres, Origin.Y + northMetres);

    /// <summary>How far east and north of the origin a position is, in metres.</summary>
    public static (double East, double North) Metres(Position position)
    {
        (double x, double y) = Plane.Forward(position);
        return (x - Origin.X, y - Origin.Y);
    }

    /// <summary>The same as a coordinate of a geometry.</summary>
    public static Coordinate CoordinateAt(double eastMetres, double northMetres)
    {
        Position at = At(eastMetres, northMetres);
        return new Coordinate(at.Longitude, at.Latitude);
    }

    /// <summary>An upright rectangle.</summary>
    public static Polygon Rectangle(double west, double south, double east, double north) =>
        new(
            new LinearRing([
                CoordinateAt(west, south),
                CoordinateAt(east, south),
                CoordinateAt(east, north),
                CoordinateAt(west, north),
                CoordinateAt(west, south),
            ])
        )
        {
            SRID = Position.Srid,
        };
}
