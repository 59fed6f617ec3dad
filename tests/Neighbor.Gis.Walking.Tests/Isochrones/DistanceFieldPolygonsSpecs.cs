using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Walking.Isochrones;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

public sealed class DistanceFieldPolygonsSpecs
{
    private static readonly Point Origin = new(MetreTown.Origin.Longitude, MetreTown.Origin.Latitude);

    [Theory]
    [InlineData(50, 800)]
    [InlineData(80, 900)]
    [InlineData(100, 1250)]
    [InlineData(137, 1000)]
    public void On_a_square_lattice_the_drawing_holds_what_is_reached_and_nothing_else(double spacing, double cutoff)
    {
        MetreTown town = MetreTown.Lattice(spacing, cutoff, half: 1.2 * cutoff);
        DrawnReach drawn = new(DrawOne(town.Band));
        (double reachedInside, double reached) = drawn.MetresOf(town.Reached);
        (double unreachedInside, _) = drawn.MetresOf(town.Unreached);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"reached {reachedInside / reached:p3}, false {unreachedInside / reached:p3}"
        );
        Assert.True(reachedInside / reached >= 0.998, $"reached {reachedInside / reached:p3}");
        Assert.True(unreachedInside / reached <= 0.005, $"false {unreachedInside / reached:p3}");
    }

    [Fact]
    public void A_whole_number_of_blocks_reaches_four_k_squared_sides_and_draws_a_diamond()
    {
        // R = k·g with k = 8, g = 100: 4k² = 256 whole sides, 25 600 m. The drawing is the diamond |x| + |y| ≤ 800 with
        // teeth: its 32 border blocks are filled only 25 m deep, so it lies between the diamonds of 700 and 825.
        MetreTown town = MetreTown.Lattice(100, 800, half: 1000);
        Geometry drawing = DrawOne(town.Band);
        DrawnReach drawn = new(drawing);

        Assert.Equal(25_600, drawn.MetresOf(town.Reached).All, 0.5);
        for (int x = -1000; x <= 1000; x += 20)
        {
            for (int y = -1000; y <= 1000; y += 20)
            {
                int walk = Math.Abs(x) + Math.Abs(y);
                Assert.True(walk >= 700 || drawn.HoldsMetres(x, y), $"({x}, {y}) is missing");
                Assert.True(walk <= 830 || !drawn.HoldsMetres(x, y), $"({x}, {y}) is too much");
            }
        }
    }

    [Fact]
    public void Longer_cutoffs_cover_shorter_ones_and_all_are_valid_and_hold_the_origin()
    {
        var polygons = new DistanceFieldPolygons().Draw(
            MetreTown.Origin,
            [
                .. new[] { 0.0, 1, 30, 275, 300, 600, 750, 900 }.Select(cutoff =>
                    MetreTown.Lattice(75, cutoff, 1000).Band
                ),
            ]
        );
        AssertSound(polygons);
        Assert.All(polygons, polygon => Assert.Equal(4490, polygon.SRID));
        Assert.All(polygons.Zip(polygons.Skip(1)), pair => Assert.True(pair.First.Area <= pair.Second.Area));
    }

    [Fact]
    public void Whatever_the_streets_the_drawings_are_valid_nested_and_hold_the_origin() =>
        Prop.ForAll(
                AnyTown.ToArbitrary(),
                town =>
                {
                    AssertSound(new DistanceFieldPolygons().Draw(MetreTown.Origin, town.Bands(), town.Walls));
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_streets_and_an_earlier_drawing_change_nothing() =>
        Prop.ForAll(
                (from town in AnyTown from other in AnyTown select (town, other)).ToArbitrary(),
                t =>
                {
                    DistanceFieldPolygons used = new();
                    used.Draw(MetreTown.Origin, t.other.Bands(), t.other.Walls);
                    var first = new DistanceFieldPolygons().Draw(MetreTown.Origin, t.town.Bands(), t.town.Walls);
                    var second = used.Draw(MetreTown.Origin, t.town.Reversed().Bands(), t.town.Walls);
                    return first
                        .Zip(second)
                        .All(pair => pair.First.AsBinary().AsSpan().SequenceEqual(pair.Second.AsBinary()));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void The_drawing_ends_where_the_walk_ends()
    {
        MetreTown town = new();
        town.Reach((-200, 3), (137, 3));
        town.Miss((137, 3), (400, 3));
        DrawnReach drawn = new(DrawOne(town.Band));
        Assert.True(drawn.HoldsMetres(134, 3));
        Assert.False(drawn.HoldsMetres(140, 3));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(20)]
    [InlineData(31)]
    [InlineData(44)]
    public void It_does_not_go_across_to_a_parallel_street_that_is_not_reached(double apart)
    {
        MetreTown town = new();
        town.Reach((-300, 0), (300, 0));
        town.Miss((-300, apart), (300, apart));
        DrawnReach drawn = new(DrawOne(town.Band));
        for (int x = -250; x <= 250; x++)
        {
            Assert.True(drawn.HoldsMetres(x, 0));
            Assert.False(drawn.HoldsMetres(x, apart));
        }
    }

    [Fact]
    public void A_river_holds_the_drawing_back_and_the_bridge_lets_it_over()
    {
        MetreTown town = new();
        town.Reach((-300, 0), (300, 0));
        Stretches river = MetreTown.Walls((-400, 14), (0, 14), (400, 14));
        DrawnReach here = new(DrawOne(town.Band, river));
        town.Reach((100, 0), (100, 200));
        DrawnReach there = new(DrawOne(town.Band, river));

        for (int x = -300; x <= 300; x++)
        {
            Assert.False(here.HoldsMetres(x, 14));
            Assert.False(here.HoldsMetres(x, 20));
            Assert.Equal(Math.Abs(x - 100) < 12, there.HoldsMetres(x, 14) || Math.Abs(x - 100) < 12);
        }

        for (int y = 0; y <= 200; y++)
        {
            Assert.True(there.HoldsMetres(100, y), $"{y} m along the bridge");
        }
    }

    [Fact]
    public void A_gate_in_a_walls_corner_lets_the_drawing_in()
    {
        MetreTown town = new();
        town.Reach((0, 0), (60, 0), (60, 40), (60, 120));
        Stretches wall = MetreTown.Walls((0, 40), (60, 40), (140, 60), (140, 200), (0, 200), (0, 40));
        DrawnReach drawn = new(DrawOne(town.Band, wall));
        for (int y = 0; y <= 120; y++)
        {
            Assert.True(drawn.HoldsMetres(60, y), $"{y} m along the way in");
        }

        Assert.False(drawn.HoldsMetres(15, 40));
    }

    [Theory]
    [InlineData(100, 0)] // 50 by 50 m lie more than 25 m from any street: filled
    [InlineData(110, 1)] // 60 by 60 m: kept
    [InlineData(200, 1)]
    public void Holes_below_3000_square_metres_are_filled(double side, int holes)
    {
        MetreTown town = new();
        town.Reach((0, 0), (side, 0), (side, side), (0, side), (0, 0));
        Polygon drawing = Assert.IsType<Polygon>(Assert.Single(DrawOne(town.Band).Geometries));
        Assert.Equal(holes, drawing.NumInteriorRings);
    }

    [Fact]
    public void An_island_in_a_filled_hole_is_land_and_one_in_a_kept_hole_is_a_polygon_of_its_own()
    {
        MetreTown small = new();
        small.Reach((0, 0), (118, 0), (118, 118), (0, 118), (0, 0));
        small.Reach((59, 59), (59, 59.5));
        MetreTown large = new();
        large.Reach((0, 0), (300, 0), (300, 300), (0, 300), (0, 0));
        large.Reach((150, 150), (150, 151));

        AssertSound(
            new DistanceFieldPolygons(new() { LeastHoleSquareMetres = 10_000 }).Draw(MetreTown.Origin, [small.Band])
        );
        MultiPolygon kept = DrawOne(large.Band);
        AssertSound([kept]);
        Assert.Equal(2, kept.NumGeometries);
    }

    [Fact]
    public void Nothing_reached_but_the_origin_draws_a_disk_as_wide_as_off()
    {
        MultiPolygon drawing = DrawOne(new MetreTown().Band);
        AssertSound([drawing]);
        (double x, double y) = MetreTown.MetresOf(drawing.EnvelopeInternal.MaxX, drawing.EnvelopeInternal.MaxY);
        Assert.Equal(25, x, 1.5);
        Assert.Equal(25, y, 1.5);
    }

    [Fact]
    public void The_origin_is_inside_even_between_ways_that_are_not_reached()
    {
        MetreTown town = new();
        town.Reach((0, 0), (0.5, 0));
        town.Miss((-100, 2), (100, 2));
        town.Miss((-100, -2), (100, -2));
        AssertSound([DrawOne(town.Band)]);
    }

    [Fact]
    public void Several_origins_share_one_lattice_and_are_all_inside()
    {
        Position other = MetreTown.At(703, 211);
        var drawn = new DistanceFieldPolygons().Draw(
            [MetreTown.Origin, other],
            [MetreTown.Lattice(100, 200, 400).Band]
        );
        Assert.True(drawn[0].IsValid);
        Assert.True(new DrawnReach(drawn[0]).Holds(other));
        Assert.True(new DrawnReach(drawn[0]).Holds(MetreTown.Origin));
    }

    [Fact]
    public void No_cutoffs_are_no_polygons() => Assert.Empty(new DistanceFieldPolygons().Draw(MetreTown.Origin, []));

    [Fact]
    public void A_window_wider_than_the_lattice_is_refused()
    {
        MetreTown town = new();
        town.Reached.Add([new Position(100, 25), new Position(120, 25)]);
        Assert.Throws<ArgumentException>(() => DrawOne(town.Band));
    }

    [Fact]
    public void A_lattice_too_coarse_for_its_off_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DistanceFieldPolygons(new() { CellMetres = 20 }));

    [Fact]
    public void A_warm_drawing_allocates_little_but_its_polygons()
    {
        IsochroneBand[] bands =
        [
            MetreTown.Lattice(90, 300, 900).Band,
            MetreTown.Lattice(90, 600, 900).Band,
            MetreTown.Lattice(90, 800, 900).Band,
        ];
        DistanceFieldPolygons polygons = new();
        var drawn = polygons.Draw(MetreTown.Origin, bands);
        long before = GC.GetAllocatedBytesForCurrentThread();
        drawn = polygons.Draw(MetreTown.Origin, bands);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        int vertices = drawn.Sum(polygon => polygon.NumPoints);
        int rings = drawn.Sum(polygon => polygon.Geometries.Cast<Polygon>().Sum(p => 1 + p.NumInteriorRings));
        Assert.InRange(allocated, 0, (16 * vertices) + (800 * rings) + 12_288);
    }

    private static MultiPolygon DrawOne(IsochroneBand band, Stretches? walls = null) =>
        Assert.Single(new DistanceFieldPolygons().Draw(MetreTown.Origin, [band], walls));

    private static void AssertSound(IReadOnlyList<MultiPolygon> polygons)
    {
        for (int i = 0; i < polygons.Count; i++)
        {
            IsValidOp check = new(polygons[i]);
            Assert.True(check.IsValid, check.ValidationError?.ToString());
            Assert.True(polygons[i].Contains(Origin), "the origin is outside");
            Assert.All(polygons[i].Geometries.Cast<Polygon>(), polygon => Assert.True(polygon.Shell.IsCCW));
            Assert.True(i == 0 || polygons[i].Covers(polygons[i - 1]), $"cutoff {i} does not cover the one before");
        }
    }

    // Streets anywhere and across one another, each reached from some cutoff on; the harder for being no real town.
    private static Gen<RankedTown> AnyTown =>
        from count in Gen.Choose(0, 40)
        from streets in AnyStreet.ArrayOf(count)
        from wallCount in Gen.Choose(0, 4)
        from walls in AnyStreet.ArrayOf(wallCount)
        select new RankedTown(streets, walls);

    private static Gen<(int Rank, (double X, double Y)[] Line)> AnyStreet =>
        from rank in Gen.Choose(0, 3)
        from vertices in Gen.Choose(2, 4)
        from line in AnyPlace.ArrayOf(vertices)
        select (rank, line);

    private static Gen<(double X, double Y)> AnyPlace =>
        from x in Gen.Choose(-3000, 3000)
        from y in Gen.Choose(-3000, 3000)
        select (x / 10.0, y / 10.0);
}
