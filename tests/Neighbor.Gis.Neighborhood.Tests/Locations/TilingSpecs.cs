using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Neighborhood.Locations;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Neighborhood.Tests.Locations;

/// <summary>
/// Outlines as grids are drawn: tiles with wiggly shared borders, some of them in two parts, some with a yard in which
/// another lies, and now and then one far from all others. The oracle asks NTS for every outline in turn.
/// </summary>
public class TilingSpecs
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), Position.Srid);

    [Fact]
    public void The_first_outline_that_covers_a_point_is_found_as_asking_each_in_turn_finds_it() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    Geometry[] outlines = Tiling(random);
                    var index = new OutlineIndex(outlines);
                    foreach (Position point in Points(random, outlines))
                    {
                        var place = new Coordinate(point.Longitude, point.Latitude);
                        int expected = Array.FindIndex(
                            outlines,
                            outline => SimplePointInAreaLocator.Locate(place, outline) != Location.Exterior
                        );
                        int? found = index.FindAt(point);
                        if ((found ?? -1) != expected)
                        {
                            return false.Label($"at {point}: found {found}, in turn {expected}");
                        }
                    }

                    return true.ToProperty();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_nearest_outline_is_found_as_measuring_each_in_turn_finds_it() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    const double LimitMetres = 200;
                    var random = new Random(seed);

                    // A third of the tiles, so that there is ground between them.
                    Geometry[] outlines = [.. Tiling(random).Where(_ => random.Next(3) == 0)];
                    var index = new OutlineIndex(outlines);
                    foreach (Position point in Points(random, outlines))
                    {
                        double[] metres = Array.ConvertAll(outlines, outline => Metres(outline, point));
                        double least = metres.DefaultIfEmpty(double.PositiveInfinity).Min();
                        OutlineHit? found = index.FindNearest(point, LimitMetres);
                        bool agrees = found is { } hit
                            ? Math.Abs(hit.Metres - least) < 1e-3 && metres[hit.Index] - least < 1e-3
                            : least > LimitMetres - 1e-3;
                        if (!agrees)
                        {
                            return false.Label($"at {point}: found {found}, in turn {least} m");
                        }
                    }

                    return true.ToProperty();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_stray_outline_far_away_is_found_and_does_not_hide_the_others()
    {
        Geometry[] tiles = Tiling(new Random(3));
        var index = new OutlineIndex([.. tiles, Square(0, 0, 1), Square(-170, -60, 0.001)]);

        Assert.Equal(tiles.Length, index.FindAt(new Position(0.5, 0.5)));
        Assert.Equal(tiles.Length + 1, index.FindAt(new Position(-169.9995, -59.9995)));
        Assert.Null(index.FindAt(new Position(60, 10)));
        Assert.All(tiles, (tile, number) => Assert.Equal(number, index.FindAt(Middle(tile))));
        double expected = Geodesic.Metres(new Position(0.5, 1.001), new Position(0.5, 1));
        Assert.Equal(expected, index.FindNearest(new Position(0.5, 1.001), 200)!.Value.Metres, 0.001);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(59)]
    [InlineData(75)]
    public void The_metres_to_a_corner_are_those_of_the_geodesic(double latitude)
    {
        var corner = new Position(118.5, latitude);
        var index = new OutlineIndex([Square(118.5, latitude, 0.001)]);
        foreach (double metres in (double[])[0.01, 3, 60, 199, 240, 700])
        {
            var point = new Position(
                corner.Longitude - (metres / 111_000 / Math.Cos(latitude * Math.PI / 180) * 0.6),
                corner.Latitude - (metres / 111_000 * 0.8)
            );
            double expected = Geodesic.Metres(point, corner);
            Assert.Equal(expected, index.FindNearest(point, 1_000)!.Value.Metres, 1e-6);
        }
    }

    private static Geometry[] Tiling(Random random)
    {
        int across = random.Next(1, 7);
        int steps = random.Next(1, 5);
        double size = 0.0003 * random.Next(1, 5);
        bool isCoarse = random.Next(2) == 0; // on a lattice sides run along rows of points, and corners meet
        int last = across * steps;
        Coordinate[,] corners = new Coordinate[last + 1, last + 1];
        for (int i = 0; i <= last; i++)
        {
            for (int j = 0; j <= last; j++)
            {
                double wiggle = isCoarse ? 0 : 0.35;
                corners[i, j] = new Coordinate(
                    118.5 + (size * (i + (wiggle * ((2 * random.NextDouble()) - 1)))),
                    25.2 + (size * (j + (wiggle * ((2 * random.NextDouble()) - 1))))
                );
            }
        }

        List<Polygon> tiles = [];
        for (int tile = 0; tile < across * across; tile++)
        {
            tiles.Add(Tile(corners, tile % across * steps, tile / across * steps, steps, random));
        }

        List<Geometry> outlines = [];
        Polygon[] mixed = [.. tiles];
        random.Shuffle(mixed);
        for (int i = 0; i < mixed.Length; i++)
        {
            bool isPair = i + 1 < mixed.Length && random.Next(4) == 0 && !mixed[i].Intersects(mixed[i + 1]);
            outlines.Add(isPair ? Factory.CreateMultiPolygon([mixed[i], mixed[++i]]) : mixed[i]);
        }

        if (random.Next(3) == 0)
        {
            outlines.Insert(random.Next(outlines.Count), Square(121, 28, 0.01));
        }

        return [.. outlines];
    }

    /// <summary>A tile; where there is room, sometimes with a yard.</summary>
    private static Polygon Tile(Coordinate[,] corners, int west, int south, int steps, Random random)
    {
        List<Coordinate> ring = [];
        for (int i = 0; i < 4 * steps; i++)
        {
            (int side, int step) = Math.DivRem(i, steps);
            (int east, int north) = side switch
            {
                0 => (step, 0),
                1 => (steps, step),
                2 => (steps - step, steps),
                _ => (0, steps - step),
            };
            ring.Add(corners[west + east, south + north]);
        }

        ring.Add(ring[0]);
        LinearRing shell = Factory.CreateLinearRing([.. ring]);
        Coordinate middle = shell.EnvelopeInternal.Centre;
        LinearRing yard = Square(middle.X, middle.Y, shell.EnvelopeInternal.Width / 8).Shell;
        Polygon holed = Factory.CreatePolygon(shell, [yard]);
        return random.Next(3) == 0 && holed.IsValid ? holed : Factory.CreatePolygon(shell);
    }

    /// <summary>At random, a little beyond too; at corners; halfway along edges; in line with corners.</summary>
    private static List<Position> Points(Random random, Geometry[] outlines)
    {
        List<Position> points = [];
        for (int i = 0; i < 60; i++)
        {
            points.Add(new Position(118.499 + (random.NextDouble() * 0.01), 25.199 + (random.NextDouble() * 0.01)));
        }

        foreach (Geometry outline in outlines)
        {
            Coordinate[] ring = outline.Coordinates;
            int i = random.Next(ring.Length - 1);
            points.Add(new Position(ring[i].X, ring[i].Y));
            points.Add(new Position((ring[i].X + ring[i + 1].X) / 2, (ring[i].Y + ring[i + 1].Y) / 2));
            points.Add(new Position(ring[random.Next(ring.Length)].X, ring[i].Y));
            points.Add(new Position(ring[i].X, 25.199 + (random.NextDouble() * 0.01)));
        }

        return points;
    }

    private static double Metres(Geometry outline, Position point)
    {
        var place = new Coordinate(point.Longitude, point.Latitude);
        if (SimplePointInAreaLocator.Locate(place, outline) != Location.Exterior)
        {
            return 0;
        }

        // Seen with east drawn together as it is on the ground, the nearest place is the same; then along the geodesic.
        double shortening =
            Geodesic.Metres(point, point with { Longitude = point.Longitude + 1e-4 })
            / Geodesic.Metres(point, point with { Latitude = point.Latitude + 1e-4 });
        double least = double.PositiveInfinity;
        for (int part = 0; part < outline.NumGeometries; part++)
        {
            foreach (LineString ring in Rings((Polygon)outline.GetGeometryN(part)))
            {
                for (int i = 1; i < ring.NumPoints; i++)
                {
                    var edge = new LineSegment(Drawn(ring.GetCoordinateN(i - 1)), Drawn(ring.GetCoordinateN(i)));
                    Coordinate near = edge.ClosestPoint(Drawn(place));
                    least = Math.Min(least, Geodesic.Metres(point, new Position(near.X / shortening, near.Y)));
                }
            }
        }

        return least;

        Coordinate Drawn(Coordinate corner) => new(corner.X * shortening, corner.Y);
    }

    private static IEnumerable<LineString> Rings(Polygon polygon) => [polygon.ExteriorRing, .. polygon.InteriorRings];

    private static Position Middle(Geometry outline) => new(outline.PointOnSurface.X, outline.PointOnSurface.Y);

    private static Polygon Square(double west, double south, double size) =>
        Factory.CreatePolygon([
            new Coordinate(west, south),
            new Coordinate(west + size, south),
            new Coordinate(west + size, south + size),
            new Coordinate(west, south + size),
            new Coordinate(west, south),
        ]);
}
