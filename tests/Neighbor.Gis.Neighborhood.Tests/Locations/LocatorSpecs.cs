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

/// <summary>
/// A county of two communities side by side, each 0.01 degrees square; the western one has two grids, a walled
/// compound with a phase inside it, and a building in that phase.
/// </summary>
public class LocatorSpecs
{
    private const string Source = "test";

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), Position.Srid);

    private static readonly Locator Map = new(
        [
            Area("359921000000", 0, 0, 20, 10),
            Area("359921001000", 0, 0, 20, 10),
            Area("359921001001", 0, 0, 10, 10),
            Area("359921001002", 10, 0, 20, 10),
        ],
        [
            Grid("359921001001001", GridKind.Basic, 0, 0, 10, 5),
            Grid("359921001001002", GridKind.Basic, 0, 5, 10, 10),
            Grid("359921001001003", GridKind.Dedicated, 8, 5, 10, 10),
        ],
        [
            new MicroGrid
            {
                Code = "359921001001001001",
                Name = "微网格",
                GridCode = GridCode.Parse("359921001001001"),
                Geom = Box(0, 0, 5, 5),
                Source = Source,
            },
        ],
        [Compound("359921001001C001", 1, 1, 5, 5), Compound("359921001001C002", 2, 2, 4, 4)],
        [
            new Building
            {
                Code = "35992100100100001",
                Name = "1号楼",
                Geom = Box(3, 3, 3.5, 3.5),
                Source = Source,
            },
        ]
    );

    [Fact]
    public void A_point_names_everything_around_it_from_the_county_down_to_the_building()
    {
        Whereabouts found = Map.Locate(At(3.2, 3.2));

        Assert.Equal(["359921000000", "359921001000", "359921001001"], found.Areas.Select(area => area.Code.Value));
        Assert.Equal(AreaFit.Exact, found.Fit);
        Assert.Equal(("359921001001001", 0), (found.Grid!.Thing.Code.Value, found.Grid.Metres));
        Assert.Equal(("359921001001001001", 0), (found.MicroGrid!.Thing.Code, found.MicroGrid.Metres));
        Assert.Equal(("359921001001C002", 0), (found.Compound!.Thing.Code, found.Compound.Metres));
        Assert.Equal(("35992100100100001", 0), (found.Building!.Thing.Code, found.Building.Metres));
    }

    [Fact]
    public void A_point_on_the_border_of_two_communities_belongs_to_the_lower_code() =>
        Assert.Equal("359921001001", Map.Locate(At(10, 4)).Areas[^1].Code.Value);

    [Fact]
    public void A_dedicated_grid_comes_before_the_basic_one_it_lies_on() =>
        Assert.Equal("359921001001003", Map.FindGrid(At(9, 7))!.Code.Value);

    [Fact]
    public void Of_nested_compounds_the_inner_one_is_named_and_the_outer_one_around_it()
    {
        Assert.Equal("359921001001C002", Map.FindCompound(At(3, 2.5))!.Code);
        Assert.Equal("359921001001C001", Map.FindCompound(At(1.5, 1.5))!.Code);
        Assert.Null(Map.FindCompound(At(0.5, 0.5)));
    }

    [Fact]
    public void Beside_a_building_its_distance_is_told()
    {
        // 0.0005 degrees of longitude at 25.2033 north: 111.32 km × cos φ × (1 + e² sin² φ / 2) ≈ 50.4 m.
        Near<Building>? near = Map.Locate(At(2.5, 3.3)).Building;
        Assert.Equal(50.4, near!.Metres, 0.1);
    }

    [Fact]
    public void Just_outside_the_county_the_nearest_areas_are_named_as_nearest()
    {
        Whereabouts found = Map.Locate(At(-1, 5));
        Assert.Equal(AreaFit.Nearest, found.Fit);
        Assert.Equal("359921001001", found.Areas[^1].Code.Value);
    }

    [Fact]
    public void Far_from_everything_nothing_is_named()
    {
        Whereabouts found = Map.Locate(new Position(0, 0));
        Assert.Equal(AreaFit.None, found.Fit);
        Assert.Empty(found.Areas);
        Assert.Null(found.Grid);
        Assert.Null(found.MicroGrid);
        Assert.Null(found.Compound);
        Assert.Null(found.Building);
    }

    [Fact]
    public void An_empty_map_answers_that_it_knows_nothing()
    {
        var empty = new Locator([], [], [], [], []);
        Assert.Equal(AreaFit.None, empty.Locate(At(3, 3)).Fit);
    }

    private static Position At(double east, double north) => new(118.5 + (east / 1000), 25.2 + (north / 1000));

    private static MultiPolygon Box(double west, double south, double east, double north) =>
        Factory.CreateMultiPolygon([
            Factory.CreatePolygon([
                Corner(west, south),
                Corner(east, south),
                Corner(east, north),
                Corner(west, north),
                Corner(west, south),
            ]),
        ]);

    private static Coordinate Corner(double east, double north)
    {
        Position position = At(east, north);
        return new Coordinate(position.Longitude, position.Latitude);
    }

    private static Area Area(string code, double west, double south, double east, double north) =>
        new()
        {
            Code = AreaCode.Parse(code),
            Name = code,
            Geom = Box(west, south, east, north),
            Source = Source,
        };

    private static Grid Grid(string code, GridKind kind, double west, double south, double east, double north) =>
        new()
        {
            Code = GridCode.Parse(code),
            Name = code,
            Kind = kind,
            Geom = Box(west, south, east, north),
            Source = Source,
        };

    private static Compound Compound(string code, double west, double south, double east, double north) =>
        new()
        {
            Code = code,
            Name = code,
            Geom = Box(west, south, east, north),
            Source = Source,
        };
}
