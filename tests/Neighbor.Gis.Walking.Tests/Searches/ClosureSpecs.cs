using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

public sealed class ClosureSpecs
{
    private static Town Lane => Town.Draw("a────b────c");

    [Fact]
    public void Nobody_crosses_a_closed_line_and_both_sides_are_walked_up_to_it()
    {
        Town town = Lane;
        NetworkOverlay overlay = town.Network.WheneverOpen.Closing(LineAt(250));
        Assert.Null(town.WalkMetres('a', 'b', overlay));
        Assert.Equal(500, town.WalkMetres('b', 'c', overlay));
        WalkingSearch search = new(town.Network);
        search.Run([town.Seed('a')], Pace.Planning, int.MaxValue, overlay: overlay);
        List<Stretch> reached = [];
        search.ReachedInto(900_000, reached);
        Stretch only = Assert.Single(reached);
        Assert.InRange(only.LengthMm, 249_990, 250_010);
        Assert.Equal(500, town.WalkMetres('a', 'b')); // the network itself is as it was
    }

    [Fact]
    public void Who_is_inside_a_control_zone_walks_inside_it_and_nobody_crosses_its_outline()
    {
        Town town = Lane;
        NetworkOverlay overlay = town.Network.WheneverOpen.Closing(Ground.Rectangle(200, -50, 800, 50));
        Assert.Null(town.WalkMetres('a', 'b', overlay));
        Assert.Null(town.WalkMetres('b', 'c', overlay));
        WalkingSearch search = new(town.Network);
        search.Run([Snap(town, 300)], Pace.Planning, int.MaxValue, overlay: overlay);
        Assert.Equal(400_000, search.WalkMs(Snap(town, 700)));
        Assert.Null(search.WalkMs(Snap(town, 100)));
    }

    [Fact]
    public void A_line_through_a_crossing_closes_the_crossing()
    {
        Town town = Town.Draw(
            """
              n
            w─┼─e
              s
            """
        );
        NetworkOverlay overlay = town.Network.WheneverOpen.Closing(
            LineBetween(Ground.At(200 - 30, -100 - 40), Ground.At(200 + 30, -100 + 40))
        );
        foreach ((char from, char to) in (ReadOnlySpan<(char, char)>)[('n', 's'), ('w', 'e'), ('n', 'e')])
        {
            Assert.Null(town.WalkMetres(from, to, overlay));
        }
    }

    [Fact]
    public void A_door_behind_a_closed_line_is_not_come_to_from_the_way_before_it()
    {
        Town town = Lane;
        var door = (Snapping.Snapped)town.Snap(town.Near('b', 20, 30));
        NetworkOverlay overlay = town.Network.WheneverOpen.Closing(LineBetween(Ground.At(400, 15), Ground.At(650, 15)));
        WalkingSearch search = new(town.Network);
        search.Run([town.Seed('a')], Pace.Planning, int.MaxValue, overlay: overlay);
        Assert.Null(search.WalkMs(door));
        Assert.Equal(1_000_000, search.WalkMs(town.Seed('c')));
        search.Run(door.ToArray(), Pace.Planning, int.MaxValue, overlay: overlay);
        Assert.Null(search.WalkMs(town.Seed('c')));
    }

    [Fact]
    public void Catchments_nearest_lists_and_matrices_stop_at_closed_lines_too()
    {
        Town town = Lane;
        NetworkOverlay overlay = town.Network.WheneverOpen.Closing(LineAt(250));
        PlacedPoints points = new(town.Network, [town.Snap(town.At('a')), town.Snap(town.At('c'))]);
        CatchmentSearch catchment = new(town.Network);
        catchment.Run(points, Pace.Planning, int.MaxValue, overlay: overlay);
        Assert.Equal(new NearestSource(0, 200_000), catchment.NearestTo(Snap(town, 200)));
        Assert.Equal(new NearestSource(1, 700_000), catchment.NearestTo(Snap(town, 300)));
        List<NearPoint> found = [];
        new NearestSearch(town.Network).Run(
            [Snap(town, 300)],
            points,
            2,
            Pace.Planning,
            int.MaxValue,
            found,
            overlay: overlay
        );
        Assert.Equal(1, Assert.Single(found).Point);
        int[] walkMs = new int[2];
        var at = (Snapping.Snapped)town.Snap(Ground.At(300, 0));
        new WalkMatrix(town.Network).Fill(
            [at],
            [points.Find(0), points.Find(1)],
            Pace.Planning,
            int.MaxValue,
            walkMs,
            overlay
        );
        Assert.Equal([WalkMatrix.Unreached, 700_000], walkMs);
    }

    [Fact]
    public void Walks_round_closed_lines_are_as_long_as_the_ways_without_what_they_cross_say() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    Random random = new(seed + 1); // not the one the places of the survey come from
                    Survey survey = RandomSurvey.Make(seed, 12);
                    WalkingNetwork network = survey.Build();
                    LineString closed = LineBetween(
                        Ground.At(1_000 * random.NextDouble(), 1_000 * random.NextDouble()),
                        Ground.At(1_000 * random.NextDouble(), 1_000 * random.NextDouble())
                    );
                    NetworkOverlay overlay = network.WheneverOpen.Closing(closed);
                    RawWalks open = new(survey, Pace.Planning);
                    RawWalks raw = new(survey, Pace.Planning, closed);
                    WalkingSearch search = new(network);
                    SnapPoint[] places =
                    [
                        .. raw.Nodes.Select(node => ShortestWalkSpecs.On(network, survey.PositionOf(node))),
                    ];
                    for (int from = 0; from < places.Length; from++)
                    {
                        search.Run([places[from]], Pace.Planning, int.MaxValue, overlay: overlay);
                        for (int to = 0; to < places.Length; to++)
                        {
                            int? walkMs = search.WalkMs(places[to]);
                            Assert.Equal(raw.WalkMs(raw.Nodes[from], raw.Nodes[to]), walkMs);
                            Assert.False(walkMs < open.WalkMs(raw.Nodes[from], raw.Nodes[to])); // closing never shortens
                        }
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>On a small lattice, where lines touch at ends, overlap and lie end to end all the time.</summary>
    [Fact]
    public void A_straight_line_is_separated_by_a_closed_line_it_has_a_place_in_common_with()
    {
        WalkingNetwork network = Lane.Network;
        int separated = 0;
        Prop.ForAll(
                Gen.Choose(0, 3).ArrayOf(8).ToArbitrary(),
                steps =>
                {
                    Coordinate[] at = [.. steps.Chunk(2).Select(pair => new Coordinate(pair[0] / 8.0, pair[1] / 8.0))];
                    LineString closed = new([at[0], at[1]]);
                    bool isSeparated = network
                        .WheneverOpen.Closing(closed)
                        .Separates(new Spatial.Position(at[2].X, at[2].Y), new Spatial.Position(at[3].X, at[3].Y));
                    RobustLineIntersector oracle = new();
                    oracle.ComputeIntersection(at[0], at[1], at[2], at[3]);
                    Assert.Equal(!at[2].Equals2D(at[3]) && oracle.HasIntersection, isSeparated);
                    separated += isSeparated ? 1 : 0;
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
        Assert.True(separated > 200, $"Only {separated} were separated.");
    }

    [Fact]
    public void A_drawing_does_not_spill_over_a_closed_line_beside_the_way()
    {
        // The line runs 8 m north of the lane, which is walked all along; drawn freely the reach is 25 m wide.
        Town town = Lane;
        NetworkOverlay overlay = town.Network.WheneverOpen.Closing(LineBetween(Ground.At(-60, 8), Ground.At(1_100, 8)));
        Point beyond = PointAt(500, 16);
        Point before = PointAt(500, -16);
        SnapPoint seed = Snap(town, 500);
        IsochroneSearch one = new(town.Network);
        Geometry free = one.Draw(seed.Position, [seed], Pace.Planning, [300_000])[0].Geom;
        Geometry held = one.Draw(seed.Position, [seed], Pace.Planning, [300_000], overlay: overlay)[0].Geom;
        Assert.True(free.Contains(beyond) && free.Contains(before));
        Assert.False(held.Contains(beyond));
        Assert.True(held.Contains(before));
        ServiceAreaSearch many = new(town.Network);
        foreach (OverlapRule rule in Enum.GetValues<OverlapRule>())
        {
            ServiceArea area = Assert.Single(
                many.Draw(
                    [new ServiceAreaOrigin(seed.Position, [seed])],
                    Pace.Planning,
                    [300_000],
                    rule,
                    overlay: overlay
                )
            );
            Assert.False(area.Geom.Contains(beyond), $"{rule} spills over");
            Assert.True(area.Geom.Contains(before));
        }
    }

    [Fact]
    public void No_way_is_drawn_from_a_door_across_a_closed_line()
    {
        Town town = Lane;
        var door = (Snapping.Snapped)town.Snap(town.Near('b', 0, 40));
        NetworkOverlay overlay = town.Network.WheneverOpen.Closing(LineBetween(Ground.At(300, 20), Ground.At(700, 20)));
        Geometry drawn = new IsochroneSearch(town.Network)
            .Draw(town.Near('b', 0, 40), door.ToArray(), Pace.Planning, [600_000], overlay: overlay)[0]
            .Geom;
        Assert.False(drawn.Contains(PointAt(500, 10)));
    }

    [Fact]
    public void Points_cannot_be_closed() =>
        Assert.Throws<ArgumentException>(() => Lane.Network.WheneverOpen.Closing(new Point(118.5, 25.2)));

    private static SnapPoint Snap(Town town, double eastMetres) =>
        ((Snapping.Snapped)town.Snap(Ground.At(eastMetres, 0))).First with
        {
            AccessMm = 0,
        };

    private static Point PointAt(double eastMetres, double northMetres) =>
        new(Ground.CoordinateAt(eastMetres, northMetres));

    private static LineString LineAt(double eastMetres) =>
        LineBetween(Ground.At(eastMetres, -20), Ground.At(eastMetres, 20));

    private static LineString LineBetween(Spatial.Position from, Spatial.Position to) =>
        new([new Coordinate(from.Longitude, from.Latitude), new Coordinate(to.Longitude, to.Latitude)]);
}
