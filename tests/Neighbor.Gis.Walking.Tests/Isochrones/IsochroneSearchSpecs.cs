using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

public sealed class IsochroneSearchSpecs
{
    private const int Spacing = 100;

    [Fact]
    public void On_a_square_lattice_it_reaches_four_k_squared_sides_and_draws_them()
    {
        // k = 3, 5 and 7 blocks of 100 m at 1 m/s; 4k² whole sides of a block.
        WalkingNetwork network = LatticeOf(lines: 10).Build();
        IReadOnlyList<Isochrone> isochrones = DrawFrom(network, MetreTown.Origin, [300_000, 500_000, 700_000]);

        Assert.Equal([300_000, 500_000, 700_000], isochrones.Select(isochrone => isochrone.CutoffMs));
        foreach ((Isochrone isochrone, int k) in isochrones.Zip([3, 5, 7]))
        {
            Assert.Equal(4 * k * k * Spacing * 1000, isochrone.ReachedMm, 400.0 * k);
            Assert.True(isochrone.Geom.IsValid);
            DrawnReach drawn = new(isochrone.Geom);
            Assert.True(drawn.HoldsMetres((k * Spacing) - 5, 0));
            Assert.False(drawn.HoldsMetres((k * Spacing) + 5, 0));
        }

        Assert.True(isochrones[1].Geom.Covers(isochrones[0].Geom));
        Assert.True(isochrones[2].Geom.Covers(isochrones[1].Geom));
    }

    [Fact]
    public void A_second_question_to_the_same_memory_is_answered_as_the_first()
    {
        WalkingNetwork network = LatticeOf(lines: 6).Build();
        IsochroneSearch search = new(network);
        Snapper snapper = new(network);
        Position elsewhere = MetreTown.At(180, 340);
        var first = search.Draw(MetreTown.Origin, PlacesOf(snapper, MetreTown.Origin), Pace.Adult, [60_000, 240_000]);
        search.Draw(elsewhere, PlacesOf(snapper, elsewhere), Pace.Frail, [600_000]);
        var again = search.Draw(MetreTown.Origin, PlacesOf(snapper, MetreTown.Origin), Pace.Adult, [60_000, 240_000]);

        Assert.Equal(first.Select(one => one.ReachedMm), again.Select(one => one.ReachedMm));
        Assert.All(first.Zip(again), pair => Assert.Equal(pair.First.Geom.AsBinary(), pair.Second.Geom.AsBinary()));
    }

    [Fact]
    public void An_origin_off_the_ways_is_inside_with_its_access()
    {
        Position door = MetreTown.At(50, 40);
        WalkingNetwork network = LatticeOf(lines: 5).Build();
        IReadOnlyList<Isochrone> isochrones = DrawFrom(network, door, [20_000, 60_000]);

        // After 20 s he is still on his way to the street, 40 m away.
        Assert.Equal(0, isochrones[0].ReachedMm);
        Assert.True(new DrawnReach(isochrones[0].Geom).Holds(door));
        Assert.True(new DrawnReach(isochrones[1].Geom).HoldsMetres(50, 2));
        Assert.False(new DrawnReach(isochrones[0].Geom).HoldsMetres(50, 2));
    }

    [Fact]
    public void A_walled_compound_is_drawn_through_its_gate_and_not_through_its_wall()
    {
        WalkingNetworkBuilder builder = LatticeOf(lines: 5);
        builder.AddWay(Way(900, [(0, 100), (0, 150)]));
        builder.AddWay(Way(901, [(0, 150), (0, 190)]));
        builder.AddZone(new Zone("z", null, Square(-95, 110, 95, 195), IsWalled: true));
        WalkingNetwork network = builder.Build();
        DrawnReach drawn = new(Assert.Single(DrawFrom(network, MetreTown.At(0, 190), [400_000])).Geom);

        Assert.True(drawn.HoldsMetres(0, 150));
        Assert.True(drawn.HoldsMetres(0, 105));
        for (int x = -90; x <= 90; x++)
        {
            Assert.True(Math.Abs(x) < 16 || !drawn.HoldsMetres(x, 111), $"through the wall at {x} m");
        }
    }

    [Fact]
    public void Cutoffs_that_do_not_ascend_are_refused_and_none_are_no_isochrones()
    {
        WalkingNetwork network = LatticeOf(lines: 2).Build();
        Assert.Throws<ArgumentException>(() => DrawFrom(network, MetreTown.Origin, [5, 4]));
        Assert.Throws<ArgumentException>(() => DrawFrom(network, MetreTown.Origin, [-1]));
        Assert.Empty(DrawFrom(network, MetreTown.Origin, []));
    }

    private static IReadOnlyList<Isochrone> DrawFrom(WalkingNetwork network, Position origin, int[] cutoffsMs) =>
        new IsochroneSearch(network).Draw(
            origin,
            PlacesOf(new Snapper(network), origin),
            Pace.Planning,
            cutoffsMs,
            WalkDirection.Forward
        );

    private static SnapPoint[] PlacesOf(Snapper snapper, Position position) =>
        Assert.IsType<Snapping.Snapped>(snapper.Snap(position)).ToArray();

    private static WalkingNetworkBuilder LatticeOf(int lines)
    {
        WalkingNetworkBuilder builder = new();
        for (int line = -lines; line <= lines; line++)
        {
            int at = line * Spacing;
            int[] course = Enumerable.Range(-lines, (2 * lines) + 1).Select(step => step * Spacing).ToArray();
            builder.AddWay(Way(1000 + line, [.. course.Select(x => (x, at))]));
            builder.AddWay(Way(2000 + line, [.. course.Select(y => (at, y))]));
        }

        return builder;
    }

    private static SurveyedWay Way(long id, (int X, int Y)[] course) =>
        new()
        {
            Id = id,
            Source = "test",
            NodeIds = [.. course.Select(at => ((at.X + 10_000L) * 100_000) + at.Y + 10_000)],
            Geom = new LineString([.. course.Select(at => CoordinateOf(at.X, at.Y))]) { SRID = Position.Srid },
        };

    private static Polygon Square(int minX, int minY, int maxX, int maxY) =>
        new(
            new LinearRing([
                CoordinateOf(minX, minY),
                CoordinateOf(maxX, minY),
                CoordinateOf(maxX, maxY),
                CoordinateOf(minX, maxY),
                CoordinateOf(minX, minY),
            ])
        );

    private static Coordinate CoordinateOf(int x, int y)
    {
        Position position = MetreTown.At(x, y);
        return new Coordinate(position.Longitude, position.Latitude);
    }
}
