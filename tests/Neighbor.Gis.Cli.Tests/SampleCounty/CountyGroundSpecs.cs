using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.SampleCounty;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Union;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Cli.Tests.SampleCounty;

public sealed class CountyGroundSpecs
{
    /// <summary>A square millimetre near the county, in square degrees.</summary>
    private const double SquareMillimetre = 1e-16;

    private static Delivery County => GeneratedCounty.Delivery;

    [Fact]
    public void Every_geometry_is_valid_and_says_its_reference_system()
    {
        IEnumerable<Geometry> all =
        [
            .. County.Areas.Select(a => a.Geom),
            .. County.Grids.Select(g => g.Geom),
            .. County.MicroGrids.Select(m => m.Geom),
            .. County.Compounds.Select(c => c.Geom),
            .. County.Buildings.Select(b => b.Geom),
            .. County.Grounds.Select(g => g.Geom),
            .. County.Lanes.Select(l => l.Geom),
            .. County.Ways.Select(w => w.Geom),
            .. County.Gates.Select(g => g.Geom),
            .. County.Entrances.Select(e => e.Geom),
            .. County.ServicePoints.Select(p => p.Geom),
            .. County.Responders.Select(r => r.Geom),
        ];
        Assert.All(all, g => Assert.True(g is { IsValid: true, IsEmpty: false, SRID: Position.Srid }));
    }

    [Fact]
    public void Areas_grids_and_micro_grids_are_in_one_piece()
    {
        Assert.All(County.Areas, a => Assert.Equal(1, a.Geom.NumGeometries));
        Assert.All(County.Grids, g => Assert.Equal(1, g.Geom.NumGeometries));
        Assert.All(County.MicroGrids, m => Assert.Equal(1, m.Geom.NumGeometries));
    }

    [Fact]
    public void The_county_straddles_the_edge_of_two_zones_and_is_a_town_across()
    {
        Envelope extent = CountyArea().Geom.EnvelopeInternal;
        Assert.True(extent.MinX < 118.49 && extent.MaxX > 118.51);
        Assert.InRange(extent.Width * 100_900, 3_500, 4_700);
        Assert.InRange(extent.Height * 110_800, 3_500, 4_700);
    }

    [Fact]
    public void Micro_grids_tile_their_grids()
    {
        ILookup<GridCode, MultiPolygon> parts = County.MicroGrids.ToLookup(m => m.GridCode, m => m.Geom);
        Assert.All(County.Grids, grid => AssertTiles(grid.Geom, parts[grid.Code]));
    }

    [Fact]
    public void Grids_tile_their_communities()
    {
        ILookup<string, MultiPolygon> parts = County.Grids.ToLookup(g => g.Code.Value[..12], g => g.Geom);
        Assert.All(
            County.Areas.Where(a => a.Level == AreaLevel.Community),
            area => AssertTiles(area.Geom, parts[area.Code.Value])
        );
    }

    [Fact]
    public void Communities_tile_towns_and_towns_the_county()
    {
        foreach (AreaLevel level in new[] { AreaLevel.County, AreaLevel.Town })
        {
            ILookup<AreaCode?, MultiPolygon> parts = County
                .Areas.Where(a => a.Level == level + 1)
                .ToLookup(a => a.Code.Parent, a => a.Geom);
            Assert.All(County.Areas.Where(a => a.Level == level), area => AssertTiles(area.Geom, parts[area.Code]));
        }
    }

    [Fact]
    public void Neighbours_share_the_very_same_points()
    {
        // In a noded tiling every segment belongs to one micro-grid (the county's border) or, reversed, to a second.
        var segments = new HashSet<(Coordinate, Coordinate)>();
        foreach (MicroGrid micro in County.MicroGrids)
        {
            foreach ((Coordinate, Coordinate) segment in Segments(micro.Geom))
            {
                Assert.True(segments.Add(segment));
            }
        }

        var alone = segments.Where(s => !segments.Contains((s.Item2, s.Item1))).ToHashSet();
        Assert.Equal(Segments(CountyArea().Geom).ToHashSet(), alone);
    }

    [Fact]
    public void A_building_lies_in_its_micro_grid_and_no_other()
    {
        Dictionary<string, MultiPolygon> grounds = County.MicroGrids.ToDictionary(m => m.Code, m => m.Geom);
        Assert.All(County.Buildings, b => Assert.True(grounds[b.MicroGridCode!].Contains(b.Geom), b.Code));
    }

    [Fact]
    public void A_residential_building_lies_inside_exactly_one_micro_grid()
    {
        var tree = new STRtree<MicroGrid>();
        foreach (MicroGrid micro in County.MicroGrids)
        {
            tree.Insert(micro.Geom.EnvelopeInternal, micro);
        }

        Assert.All(
            County.Buildings.Where(b => b.Use is BuildingUse.Residential or BuildingUse.Mixed),
            b => Assert.Single(tree.Query(b.Geom.EnvelopeInternal), m => m.Geom.Intersects(b.Geom))
        );
    }

    [Fact]
    public void Buildings_do_not_overlap()
    {
        var tree = new STRtree<Building>();
        foreach (Building building in County.Buildings)
        {
            tree.Insert(building.Geom.EnvelopeInternal, building);
        }

        Assert.All(
            County.Buildings,
            b =>
                Assert.DoesNotContain(
                    tree.Query(b.Geom.EnvelopeInternal),
                    other =>
                        string.CompareOrdinal(other.Code, b.Code) > 0
                        && other.Geom.Intersects(b.Geom)
                        && other.Geom.Intersection(b.Geom).Area > SquareMillimetre
                )
        );
    }

    [Fact]
    public void A_building_stands_in_its_compound_and_a_compound_in_its_community()
    {
        Dictionary<string, MultiPolygon> compounds = County.Compounds.ToDictionary(c => c.Code, c => c.Geom);
        Dictionary<string, MultiPolygon> communities = County.Areas.ToDictionary(a => a.Code.Value, a => a.Geom);
        Assert.All(
            County.Buildings.Where(b => b.CompoundCode is not null),
            b => Assert.True(compounds[b.CompoundCode!].Contains(b.Geom), b.Code)
        );
        Assert.All(
            County.Compounds,
            c => Assert.True(communities[c.CommunityCode!.Value.Value].Contains(c.Geom), c.Code)
        );
    }

    [Fact]
    public void Compounds_do_not_overlap()
    {
        double sum = County.Compounds.Sum(c => c.Geom.Area);
        double union = UnaryUnionOp.Union(County.Compounds.Select(c => (Geometry)c.Geom)).Area;
        Assert.Equal(sum, union, SquareMillimetre);
    }

    [Fact]
    public void No_building_stands_in_the_river_and_every_one_in_the_county()
    {
        Geometry water = UnaryUnionOp.Union(
            County.Grounds.Where(g => g.Kind == GroundKind.Water).Select(g => (Geometry)g.Geom)
        );
        var inCounty = new IndexedPointInAreaLocator(CountyArea().Geom);
        Assert.All(County.Buildings, b => Assert.False(water.Intersects(b.Geom), b.Code));
        Assert.All(
            County.Buildings.SelectMany(b => b.Geom.Coordinates),
            c => Assert.Equal(Location.Interior, inCounty.Locate(c))
        );
    }

    [Fact]
    public void Another_seed_gives_another_county_with_the_same_totals()
    {
        Delivery other = SampleCountyGenerator.Generate(7);
        Assert.Equal(100, other.Grids.Count);
        Assert.Equal(736, other.MicroGrids.Count);
        Assert.Equal(84, other.Compounds.Count);
        Assert.Equal(180_000, other.Buildings.Sum(b => b.Residents));
        Assert.Equal(35_000, other.Buildings.Sum(b => b.Households));
        Assert.All(other.MicroGrids, m => Assert.True(m.Geom.IsValid));
        Assert.NotEqual(County.Buildings[0].Geom.Centroid.Coordinate, other.Buildings[0].Geom.Centroid.Coordinate);
    }

    private static Area CountyArea() => County.Areas.Single(a => a.Level == AreaLevel.County);

    private static void AssertTiles(MultiPolygon whole, IEnumerable<MultiPolygon> parts)
    {
        MultiPolygon[] tiles = [.. parts];
        Assert.Equal(whole.Area, tiles.Sum(t => t.Area), SquareMillimetre);
        Geometry union = UnaryUnionOp.Union(tiles.Select(t => (Geometry)t));
        Assert.True(union.EqualsTopologically(whole));
    }

    private static IEnumerable<(Coordinate Start, Coordinate End)> Segments(MultiPolygon ground) =>
        ground
            .Geometries.Cast<Polygon>()
            .SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            .SelectMany(ring => ring.Coordinates.Zip(ring.Coordinates.Skip(1)));
}
