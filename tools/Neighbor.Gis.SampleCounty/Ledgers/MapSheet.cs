using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.Spatial.Projections;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.SampleCounty.Ledgers;

/// <summary>Puts the plane onto the earth at 118.5° E, 25.2° N and rounds degrees to seven decimals, about a centimetre.</summary>
internal sealed class MapSheet
{
    private const double Decimals = 1e7;

    private readonly TransverseMercator _projection = TransverseMercator.Around(new Position(118.5, 25.2));
    private readonly Dictionary<PlanePoint, Coordinate> _coordinates = [];

    public GeometryFactory Factory { get; } = new(new PrecisionModel(), Position.Srid);

    public Coordinate At(PlanePoint point)
    {
        if (!_coordinates.TryGetValue(point, out Coordinate? coordinate))
        {
            Position position = _projection.Inverse(point.Metres.X, point.Metres.Y);
            coordinate = new Coordinate(
                Math.Round(position.Longitude * Decimals) / Decimals,
                Math.Round(position.Latitude * Decimals) / Decimals
            );
            _coordinates.Add(point, coordinate);
        }

        return coordinate;
    }

    public Point Point(PlanePoint point) => Factory.CreatePoint(At(point).Copy());

    public LineString Line(IReadOnlyList<PlanePoint> line) =>
        Factory.CreateLineString([.. line.Select(p => At(p).Copy())]);

    public MultiPolygon Area(IReadOnlyList<PlanePoint> ring) =>
        Area([
            [.. ring],
        ]);

    /// <summary>Counter-clockwise rings with the clockwise ones that lie in them as holes.</summary>
    public MultiPolygon Area(IReadOnlyList<List<PlanePoint>> rings)
    {
        List<List<PlanePoint>> holes = [.. rings.Where(r => Rings.SignedArea(r) < 0)];
        return Factory.CreateMultiPolygon([
            .. rings
                .Where(r => Rings.SignedArea(r) > 0)
                .Select(shell =>
                    Factory.CreatePolygon(Ring(shell), [.. holes.Where(hole => Lies(hole, shell)).Select(Ring)])
                ),
        ]);
    }

    private LinearRing Ring(List<PlanePoint> ring) =>
        Factory.CreateLinearRing([.. ring.Append(ring[0]).Select(p => At(p).Copy())]);

    private static bool Lies(List<PlanePoint> hole, List<PlanePoint> shell) =>
        hole.Exists(p => !shell.Contains(p) && Rings.Contains(shell, p.Metres));
}
