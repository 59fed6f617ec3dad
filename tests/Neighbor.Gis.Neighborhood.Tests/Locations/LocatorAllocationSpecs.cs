using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Locations;
using Neighbor.Gis.Spatial;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Neighborhood.Tests.Locations;

/// <summary>A community of 20 by 20 grids, a compound in every second and two buildings in each.</summary>
public sealed class LocatorAllocationSpecs
{
    private const int Across = 20;
    private const string Source = "test";

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), Position.Srid);
    private static readonly Locator Map = Build();

    [Fact]
    public void Locating_by_numbers_allocates_nothing_inside_beside_on_borders_and_outside()
    {
        Position[] points = Points();
        long sum = 0;
        AssertNothingAllocated(() =>
        {
            foreach (Position point in points)
            {
                Located found = Map.LocateNumbers(point);
                sum += found.Area + found.Grid.Index + found.Building.Index;
            }
        });
        Assert.NotEqual(0, sum);
        Assert.Contains(points, point => Map.LocateNumbers(point).Building is { IsNone: false, Metres: 0 });
        Assert.Contains(points, point => Map.LocateNumbers(point).Building.Metres > 0);
        Assert.Contains(points, point => Map.LocateNumbers(point).Fit == AreaFit.Nearest);
        Assert.Contains(points, point => Map.LocateNumbers(point).Fit == AreaFit.None);
    }

    [Fact]
    public void Finding_one_thing_allocates_nothing()
    {
        Position[] points = Points();
        int found = 0;
        AssertNothingAllocated(() =>
        {
            foreach (Position point in points)
            {
                found += Map.FindArea(point) is null ? 0 : 1;
                found += Map.FindGrid(point) is null ? 0 : 1;
                found += Map.FindCompound(point) is null ? 0 : 1;
            }
        });
        Assert.NotEqual(0, found);
    }

    [Fact]
    public void The_numbers_name_what_the_whereabouts_name()
    {
        foreach (Position point in Points())
        {
            Whereabouts expected = Map.Locate(point);
            Located found = Map.LocateNumbers(point);
            Assert.Equal(expected.Fit, found.Fit);
            Assert.Equal(expected.Areas, found.Area < 0 ? [] : Map.ChainTo(found.Area));
            Assert.Equal(expected.Grid, Named(Map.Grids, found.Grid));
            Assert.Equal(expected.MicroGrid, Named(Map.MicroGrids, found.MicroGrid));
            Assert.Equal(expected.Compound, Named(Map.Compounds, found.Compound));
            Assert.Equal(expected.Building, Named(Map.Buildings, found.Building));
        }

        static Near<T>? Named<T>(ReadOnlySpan<T> things, OutlineHit hit) =>
            hit.IsNone ? null : new Near<T>(things[hit.Index], hit.Metres);
    }

    private static Position[] Points()
    {
        var random = new Random(5);
        List<Position> points = [At(4, 4), At(5, 4.5), At(0, 0), At(-1, 3), At(-50, 3), At(2.1, 2.2)];
        for (int i = 0; i < 500; i++)
        {
            points.Add(At((random.NextDouble() * 24) - 2, (random.NextDouble() * 24) - 2));
        }

        return [.. points];
    }

    private static Locator Build()
    {
        AreaCode community = AreaCode.Parse("359921001001");
        List<Grid> grids = [];
        List<MicroGrid> microGrids = [];
        List<Compound> compounds = [];
        List<Building> buildings = [];
        for (int i = 0; i < Across * Across; i++)
        {
            (int north, int east) = Math.DivRem(i, Across);
            var code = GridCode.Of(community, i + 1);
            grids.Add(
                new Grid
                {
                    Code = code,
                    Name = code.Value,
                    Geom = Box(east, north, 1),
                    Source = Source,
                }
            );
            microGrids.Add(
                new MicroGrid
                {
                    Code = code.Value + "001",
                    Name = code.Value,
                    GridCode = code,
                    Geom = Box(east, north, 0.5),
                    Source = Source,
                }
            );
            if (i % 2 == 0)
            {
                compounds.Add(
                    new Compound
                    {
                        Code = $"C{i:000}",
                        Name = code.Value,
                        Geom = Box(east + 0.1, north + 0.1, 0.4),
                        Source = Source,
                    }
                );
            }

            for (int j = 0; j < 2; j++)
            {
                buildings.Add(
                    new Building
                    {
                        Code = $"B{i:000}{j}",
                        Name = code.Value,
                        Geom = Box(east + 0.1 + (0.4 * j), north + 0.2, 0.2),
                        Source = Source,
                    }
                );
            }
        }

        Area area = new()
        {
            Code = community,
            Name = "社区",
            Geom = Box(0, 0, Across),
            Source = Source,
        };
        return new Locator([area], grids, microGrids, compounds, buildings);
    }

    private static Position At(double east, double north) => new(118.5 + (east / 1000), 25.2 + (north / 1000));

    private static MultiPolygon Box(double west, double south, double size)
    {
        Position low = At(west, south);
        Position high = At(west + size, south + size);
        return Factory.CreateMultiPolygon([
            (Polygon)Factory.ToGeometry(new Envelope(low.Longitude, high.Longitude, low.Latitude, high.Latitude)),
        ]);
    }

    private static void AssertNothingAllocated(Action run)
    {
        const int WarmUps = 40;
        for (int i = 0; i < WarmUps; i++)
        {
            run();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
