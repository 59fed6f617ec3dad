using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Neighborhood.Locations;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Neighborhood.Tests.Locations;

public class OutlineIndexSpecs
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), Position.Srid);

    // Coordinates on a coarse lattice, so that points on borders, corners and shared edges are common.
    private static readonly Gen<(int Seed, int Count)> Scene = Gen.Zip(Gen.Choose(0, int.MaxValue), Gen.Choose(1, 25))
        .Select(pair => (pair.Item1, pair.Item2));

    [Fact]
    public void The_first_polygon_that_covers_a_point_is_found_as_brute_force_finds_it() =>
        Prop.ForAll(
                Scene.ToArbitrary(),
                scene =>
                {
                    var random = new Random(scene.Seed);
                    Geometry[] polygons = [.. Enumerable.Range(0, scene.Count).Select(_ => Star(random))];
                    var index = new OutlineIndex(polygons);
                    for (int i = 0; i < 200; i++)
                    {
                        Position point = OnLattice(random);
                        Point geometry = Factory.CreatePoint(new Coordinate(point.Longitude, point.Latitude));
                        int brute = Array.FindIndex(polygons, polygon => polygon.Covers(geometry));
                        int? found = index.FindAt(point);
                        if ((found ?? -1) != brute)
                        {
                            return false.Label($"at {point}: found {found}, brute force {brute}");
                        }
                    }

                    return true.ToProperty();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_nearest_polygon_is_found_as_measuring_every_edge_finds_it() =>
        Prop.ForAll(
                Scene.ToArbitrary(),
                scene =>
                {
                    var random = new Random(scene.Seed);
                    Geometry[] polygons = [.. Enumerable.Range(0, scene.Count).Select(_ => Star(random))];
                    var index = new OutlineIndex(polygons);
                    for (int i = 0; i < 5; i++)
                    {
                        Position point = OnLattice(random);
                        OutlineHit? found = index.FindNearest(point, 300);
                        double brute = polygons.Min(polygon => GeodesicMetres(polygon, point));
                        bool agrees = found is { } hit
                            ? Math.Abs(hit.Metres - brute) < 0.001
                                && Math.Abs(GeodesicMetres(polygons[hit.Index], point) - brute) < 0.001
                            : brute > 300 - 0.001;
                        if (!agrees)
                        {
                            return false.Label($"at {point}: found {found}, brute force {brute} m");
                        }
                    }

                    return true.ToProperty();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void A_hole_is_outside_and_its_border_is_inside()
    {
        var index = new OutlineIndex([Factory.CreatePolygon(Ring(0, 0, 0.004), [Ring(0.001, 0.001, 0.002)])]);

        Assert.Null(index.FindAt(new Position(118.502, 25.202)));
        Assert.Equal(0, index.FindAt(new Position(118.501, 25.202)));
        Assert.Equal(0, index.FindAt(new Position(118.5005, 25.202)));
        OutlineHit? hit = index.FindNearest(new Position(118.502, 25.202), 200);
        Assert.NotNull(hit);

        // From the middle of the hole to its side: 0.001 degrees, of longitude, which are the shorter ones.
        double expected = Geodesic.Metres(new Position(118.502, 25.202), new Position(118.501, 25.202));
        Assert.Equal(expected, hit.Value.Metres, 0.001);
    }

    [Fact]
    public void A_polygon_farther_than_the_limit_is_not_near()
    {
        var index = new OutlineIndex([Factory.CreatePolygon(Ring(0, 0, 0.001))]);
        var point = new Position(118.5005, 25.202);
        double metres = Geodesic.Metres(point, new Position(118.5005, 25.201));

        Assert.Null(index.FindNearest(point, metres - 0.01));
        Assert.Equal(metres, index.FindNearest(point, metres + 0.01)!.Value.Metres, 0.001);
    }

    [Fact]
    public void A_large_polygon_is_asked_through_its_bands()
    {
        // A circle of 20,000 corners: inside within the inscribed circle, outside beyond the corners.
        Coordinate[] ring =
        [
            .. Enumerable
                .Range(0, 20_000)
                .Select(i => Math.Tau * i / 20_000)
                .Select(angle => new Coordinate(118.5 + Math.Cos(angle), 25.2 + Math.Sin(angle))),
        ];
        var index = new OutlineIndex([Factory.CreatePolygon([.. ring, ring[0].Copy()])]);
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            double angle = random.NextDouble() * Math.Tau;
            Assert.Equal(0, index.FindAt(At(angle, 0.99999995)));
            Assert.Null(index.FindAt(At(angle, 1.000001)));
        }

        static Position At(double angle, double radius) =>
            new(118.5 + (radius * Math.Cos(angle)), 25.2 + (radius * Math.Sin(angle)));
    }

    [Theory]
    [InlineData("POINT (118.5 25.2)")]
    [InlineData("POLYGON EMPTY")]
    public void What_has_no_inside_is_refused(string text)
    {
        Geometry geometry = new NetTopologySuite.IO.WKTReader().Read(text);
        Assert.Throws<ArgumentException>(() => new OutlineIndex([geometry]));
    }

    private static Position OnLattice(Random random) =>
        new(118.5 + (random.Next(0, 41) / 8000.0), 25.2 + (random.Next(0, 41) / 8000.0));

    private static Polygon Star(Random random)
    {
        while (true)
        {
            Position middle = OnLattice(random);
            int corners = random.Next(3, 40);
            Coordinate[] ring =
            [
                .. Enumerable
                    .Range(0, corners)
                    .Select(i => Math.Tau * i / corners)
                    .Select(angle => new Coordinate(
                        Lattice(middle.Longitude + (random.NextDouble() * 0.001 * Math.Cos(angle))),
                        Lattice(middle.Latitude + (random.NextDouble() * 0.001 * Math.Sin(angle)))
                    )),
            ];
            Polygon polygon = Factory.CreatePolygon([.. ring, ring[0].Copy()]);
            if (polygon.IsValid && polygon.Area > 0)
            {
                return polygon;
            }
        }

        static double Lattice(double degrees) => Math.Round(degrees * 8000) / 8000;
    }

    private static double GeodesicMetres(Geometry polygon, Position point)
    {
        if (polygon.Covers(Factory.CreatePoint(new Coordinate(point.Longitude, point.Latitude))))
        {
            return 0;
        }

        // Golden-section search along each edge; the distance has one minimum there.
        Coordinate[] ring = polygon.Coordinates;
        double least = double.PositiveInfinity;
        for (int i = 1; i < ring.Length; i++)
        {
            double low = 0;
            double high = 1;
            while (high - low > 1e-7)
            {
                double a = high - ((high - low) * 0.618033988749895);
                double b = low + ((high - low) * 0.618033988749895);
                if (Metres(i, a) < Metres(i, b))
                {
                    high = b;
                }
                else
                {
                    low = a;
                }
            }

            least = Math.Min(least, Metres(i, (low + high) / 2));
        }

        return least;

        double Metres(int edge, double share) =>
            Geodesic.Metres(
                point,
                new Position(
                    ring[edge - 1].X + (share * (ring[edge].X - ring[edge - 1].X)),
                    ring[edge - 1].Y + (share * (ring[edge].Y - ring[edge - 1].Y))
                )
            );
    }

    private static LinearRing Ring(double east, double north, double size)
    {
        double x = 118.5 + east;
        double y = 25.2 + north;
        return Factory.CreateLinearRing([
            new Coordinate(x, y),
            new Coordinate(Math.Round(x + size, 6), y),
            new Coordinate(Math.Round(x + size, 6), Math.Round(y + size, 6)),
            new Coordinate(x, Math.Round(y + size, 6)),
            new Coordinate(x, y),
        ]);
    }
}
