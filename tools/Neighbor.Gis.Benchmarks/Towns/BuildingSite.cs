using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Benchmarks.Towns;

/// <summary>Where a building stands: its middle and its corners.</summary>
/// <param name="Middle">A position inside.</param>
/// <param name="Corners">Its corners in their order, the first not repeated.</param>
internal sealed record BuildingSite(Position Middle, Position[] Corners)
{
    private const double MetresPerDegree = 111_195; // a degree of a meridian on a sphere of 6,371 km
    private const double LeastHalfMetres = 3;
    private const double MostHalfMetres = 7;
    private const double ChanceOfSixCorners = 0.4;

    /// <summary>Its outline.</summary>
    public MultiPolygon Outline
    {
        get
        {
            GeometryFactory factory = new(new PrecisionModel(), Position.Srid);
            Coordinate[] ring = [.. Corners.Append(Corners[0]).Select(at => new Coordinate(at.Longitude, at.Latitude))];
            return factory.CreateMultiPolygon([factory.CreatePolygon(ring)]);
        }
    }

    /// <summary>A site beside a segment, turned as the segment is.</summary>
    public static BuildingSite Beside(Position from, Position to, Random random, double setBackMetres)
    {
        double metresPerDegreeEast = MetresPerDegree * Math.Cos(from.Latitude * Math.PI / 180);
        double east = (to.Longitude - from.Longitude) * metresPerDegreeEast;
        double north = (to.Latitude - from.Latitude) * MetresPerDegree;
        double length = Math.Max(1, Math.Sqrt((east * east) + (north * north)));
        (double alongEast, double alongNorth) = (east / length, north / length);
        double share = random.NextDouble();
        Position middle = At((share * length, setBackMetres));
        double halfAlong = LeastHalfMetres + (random.NextDouble() * (MostHalfMetres - LeastHalfMetres));
        double halfAcross = LeastHalfMetres + (random.NextDouble() * (MostHalfMetres - LeastHalfMetres));
        (double Along, double Across)[] corners =
            random.NextDouble() < ChanceOfSixCorners
                ? [(-1, -1), (1, -1), (1, 0.2), (0.2, 0.2), (0.2, 1), (-1, 1)]
                : [(-1, -1), (1, -1), (1, 1), (-1, 1)];
        return new BuildingSite(
            middle,
            Array.ConvertAll(
                corners,
                corner =>
                    At(((share * length) + (corner.Along * halfAlong), setBackMetres + (corner.Across * halfAcross)))
            )
        );

        Position At((double Along, double Across) metres) =>
            new(
                from.Longitude + (((metres.Along * alongEast) - (metres.Across * alongNorth)) / metresPerDegreeEast),
                from.Latitude + (((metres.Along * alongNorth) + (metres.Across * alongEast)) / MetresPerDegree)
            );
    }
}
