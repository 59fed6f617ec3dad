using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Testing;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Spatial.Tests.Distances;

public sealed class GeodesicAreaSpecs
{
    [Fact]
    public void Areas_and_perimeters_are_those_of_the_database()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Case("geodesic-area.json")));
        foreach (JsonElement item in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            Geometry geometry = new WKTReader().Read(item.GetProperty("wkt").GetString());
            double area = item.GetProperty("squareMetres").GetDouble();
            Assert.Equal(area, GeodesicArea.SquareMetres(geometry), 1e-6 + (area * 1e-11));

            Geometry boundary = geometry.Boundary;
            double perimeter = Enumerable
                .Range(0, boundary.NumGeometries)
                .Sum(i => Geodesic.Metres(PositionsOf(boundary.GetGeometryN(i))));
            Assert.Equal(item.GetProperty("perimeterMetres").GetDouble(), perimeter, 1e-5);
        }
    }

    [Fact]
    public void Triangles_around_a_place_add_up_to_the_ring_around_it_whichever_way_it_runs() =>
        Prop.ForAll(
                Numbers.FujianPositions.ArrayOf(4).ToArbitrary(),
                corners =>
                {
                    Position middle = new(corners.Average(p => p.Longitude), corners.Average(p => p.Latitude));
                    Position[] ring =
                    [
                        .. corners.OrderBy(p =>
                            Math.Atan2(p.Latitude - middle.Latitude, p.Longitude - middle.Longitude)
                        ),
                    ];
                    double whole = GeodesicArea.SquareMetres(PolygonOf(ring));
                    double parts = 0;
                    for (int i = 0; i < ring.Length; i++)
                    {
                        parts += GeodesicArea.SquareMetres(PolygonOf([middle, ring[i], ring[(i + 1) % ring.Length]]));
                    }

                    double back = GeodesicArea.SquareMetres(PolygonOf([.. ring.Reverse()]));
                    return Math.Abs(whole - back) < 1e-3 && Math.Abs(whole - parts) < 1 + (whole * 1e-9);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_has_no_inside_has_no_area()
    {
        Assert.Equal(0, GeodesicArea.SquareMetres(new WKTReader().Read("LINESTRING(118 25,119 25)")));
        Assert.Equal(0, GeodesicArea.SquareMetres(new WKTReader().Read("POLYGON EMPTY")));
        Assert.Equal(0, GeodesicArea.SquareMetres(new WKTReader().Read("GEOMETRYCOLLECTION(POINT(118 25))")));
    }

    private static Polygon PolygonOf(Position[] ring) =>
        new(new LinearRing([.. ring.Append(ring[0]).Select(p => new Coordinate(p.Longitude, p.Latitude))]));

    private static Position[] PositionsOf(Geometry line) => [.. line.Coordinates.Select(c => new Position(c.X, c.Y))];
}
