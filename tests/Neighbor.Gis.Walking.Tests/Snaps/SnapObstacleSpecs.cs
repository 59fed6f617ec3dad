using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Snaps;

/// <summary>Access stretches and obstacles; the oracle looks at every segment of every link and at every piece of every obstacle.</summary>
public sealed class SnapObstacleSpecs
{
    private const double SlackMetres = 0.02;

    [Theory]
    [InlineData(WallKind.Barrier)]
    [InlineData(WallKind.Railway)]
    [InlineData(WallKind.Water)]
    public void One_goes_to_the_farther_street_when_something_stands_before_the_nearer(WallKind kind)
    {
        Survey survey = TwoStreets().Obstacle("o", kind, (-500, 20), (500, 20));
        SnapPoint place = First(new Snapper(survey.Build()).Snap(Ground.At(50, 30)));
        Assert.InRange(place.AccessMm, 69_999, 70_001);
    }

    [Fact]
    public void Beside_the_end_of_a_wall_one_goes_to_what_lies_open_of_the_street()
    {
        // the nearest place of the street, 30 m south, is behind the wall; its other segment is in the open
        Survey survey = new Survey().Node(1, 0, 0).Node(2, 100, 0).Node(3, 200, 0).Way(1, 2, 3);
        survey.Obstacle("o", WallKind.Railway, (-100, 20), (70, 20));
        SnapPoint place = First(new Snapper(survey.Build()).Snap(Ground.At(60, 30)));
        (double east, _) = Ground.Metres(place.Position);
        Assert.Equal(100, east, 1e-3);
        Assert.InRange(place.AccessMm, 49_999, 50_001); // √(40² + 30²)
    }

    [Fact]
    public void Through_the_passage_of_a_way_one_sees_the_street()
    {
        // a street 8 m before a railway, and steps that pass it at 50 m to end 2 m behind it; steps cost 10 s, 9 m
        Survey survey = new Survey().Node(1, -160, 0).Node(2, 50, 0).Node(3, 160, 0).Node(4, 50, 8).Node(5, 50, 10);
        survey.Way(1, 2, 3).Way(WayKind.Steps, 2, 4, 5);
        survey.Obstacle("o", WallKind.Railway, (-160, 8), (50, 8), (160, 8));
        Snapper snapper = new(survey.Build());
        Assert.InRange(First(snapper.Snap(Ground.At(46, 12))).AccessMm, 11_999, 12_001); // to the street, through the gap
        Assert.InRange(First(snapper.Snap(Ground.At(40, 12))).AccessMm, 10_197, 10_199); // √(10² + 2²) to the steps
    }

    [Fact]
    public void Whom_fences_shut_in_on_all_sides_is_led_out_across_them_but_not_across_water()
    {
        Survey survey = TwoStreets();
        survey.Obstacle("fence", WallKind.Barrier, (40, 25), (60, 25), (60, 35), (40, 35), (40, 25));
        Assert.InRange(First(new Snapper(survey.Build()).Snap(Ground.At(50, 30))).AccessMm, 29_999, 30_001);
        survey.Obstacle("canal", WallKind.Water, (-500, 20), (500, 20));
        Assert.InRange(First(new Snapper(survey.Build()).Snap(Ground.At(50, 30))).AccessMm, 69_999, 70_001);
        survey.Obstacle("rail", WallKind.Railway, (-500, 60), (500, 60));
        Snapping.TooFar far = Assert.IsType<Snapping.TooFar>(new Snapper(survey.Build()).Snap(Ground.At(50, 30)));
        Assert.Equal(Snapper.LimitMetres, far.LimitMetres);
    }

    [Fact]
    public void Far_from_any_street_a_fence_all_round_shuts_nobody_in_for_good_and_a_canal_does()
    {
        Survey survey = TwoStreets();
        survey.Obstacle("fence", WallKind.Barrier, (40, 240), (60, 240), (60, 260), (40, 260), (40, 240));
        Assert.InRange(First(new Snapper(survey.Build()).Snap(Ground.At(50, 250))).AccessMm, 149_999, 150_001);
        survey.Obstacle("moat", WallKind.Water, (30, 230), (70, 230), (70, 270), (30, 270), (30, 230));
        Assert.IsType<Snapping.TooFar>(new Snapper(survey.Build()).Snap(Ground.At(50, 250)));
    }

    [Fact]
    public void A_way_drawn_along_a_wall_is_reached_from_either_side()
    {
        Survey survey = TwoStreets().Obstacle("o", WallKind.Railway, (-160, 0), (160, 0));
        Snapper snapper = new(survey.Build());
        for (int i = -15; i <= 15; i++)
        {
            Assert.InRange(First(snapper.Snap(Ground.At(10.1 * i, 7))).AccessMm, 6_999, 7_001);
            Assert.InRange(First(snapper.Snap(Ground.At(10.1 * i, -7))).AccessMm, 6_999, 7_001);
        }
    }

    [Fact]
    public void Who_stands_on_a_wall_goes_to_either_side()
    {
        Survey survey = TwoStreets().Obstacle("o", WallKind.Railway, (-500, 20), (50, 20), (500, 20));
        Assert.InRange(First(new Snapper(survey.Build()).Snap(Ground.At(50, 20))).AccessMm, 19_999, 20_001);
    }

    [Fact]
    public void The_best_place_is_the_cheapest_of_all_that_nothing_stands_before() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    Survey survey = RandomSurvey.Make(seed, 16);
                    RandomObstacles.AddTo(survey, seed, lines: 14);
                    WalkingNetwork network = survey.Build();
                    Snapper snapper = new(network);
                    Random random = new(seed);
                    for (int i = 0; i < 25; i++)
                    {
                        Check(
                            network,
                            survey,
                            snapper,
                            Ground.At(1_100 * random.NextDouble(), 1_100 * random.NextDouble())
                        );
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_nearest_of_several_is_the_one_with_the_shortest_access_placed_by_itself() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    Survey survey = RandomSurvey.Make(seed, 16);
                    RandomObstacles.AddTo(survey, seed, lines: 14);
                    Snapper snapper = new(survey.Build());
                    Random random = new(seed);
                    Position[] corners = new Position[random.Next(1, 12)];
                    (double east, double north) = (1_000 * random.NextDouble(), 1_000 * random.NextDouble());
                    for (int i = 0; i < corners.Length; i++)
                    {
                        corners[i] = Ground.At(east + (60 * random.NextDouble()), north + (60 * random.NextDouble()));
                    }

                    Snapping[] alone = Array.ConvertAll(corners, corner => snapper.Snap(corner));
                    Snapping.Snapped? nearest = alone.OfType<Snapping.Snapped>().MinBy(snap => snap.First.AccessMm);
                    Snapping found = snapper.SnapNearest(corners);
                    Assert.Equal(nearest, found as Snapping.Snapped);
                    double? far = alone.OfType<Snapping.TooFar>().Min(snap => (double?)snap.NearestMetres);
                    Assert.Equal(nearest is null ? far : null, (found as Snapping.TooFar)?.NearestMetres);
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_warm_snap_allocates_its_answer_only()
    {
        Survey survey = RandomSurvey.Make(5, 60);
        RandomObstacles.AddTo(survey, 5, lines: 14);
        Snapper snapper = new(survey.Build());
        Position[] places = [.. Enumerable.Range(0, 50).Select(i => Ground.At(i * 20, i * 370 % 1_000))];
        Array.ForEach(places, place => snapper.Snap(place));
        Snapping[] answers = Array.ConvertAll(places, place => snapper.Snap(place));
        Position[] found = [.. places.Where((_, i) => answers[i] is Snapping.Snapped)];
        Assert.True(found.Length > 30);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (Position place in found)
        {
            snapper.Snap(place);
        }

        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / found.Length;
        Assert.InRange(each, 1, 160); // two places of 40 bytes, and the object around them
    }

    /// <summary>The plane of the oracle bends straight lines by millimetres: what hangs on two centimetres may go either way.</summary>
    private static void Check(WalkingNetwork network, Survey survey, Snapper snapper, Position position)
    {
        bool isShutIn = Best(network, survey, position, isShutIn: false, -SlackMetres) is null;
        if (isShutIn != Best(network, survey, position, isShutIn: false, SlackMetres) is null)
        {
            return;
        }

        double? most = Best(network, survey, position, isShutIn, -SlackMetres);
        double? least = Best(network, survey, position, isShutIn, SlackMetres);
        if (most is null || least is null)
        {
            Assert.True(least is not null || snapper.Snap(position) is Snapping.TooFar);
            return;
        }

        Snapping.Snapped snapped = Assert.IsType<Snapping.Snapped>(snapper.Snap(position));
        double found = snapped.First.AccessMm / 1_000.0;
        double penalty = network.KindOf(snapped.First.Link) == WayKind.Steps ? 10 : 0;
        Assert.InRange((found / 0.9) + penalty, least.Value - 0.01, most.Value + 0.01);
        Assert.Null(StoppedBy(survey, position, snapped.First.Position, isShutIn, SlackMetres));
        if (snapped.Second is { } second)
        {
            Assert.Null(StoppedBy(survey, position, second.Position, isShutIn, SlackMetres));
        }
    }

    /// <summary>The cheapest place within the limit: every segment of every link, the distance by the geodesic.</summary>
    private static double? Best(
        WalkingNetwork network,
        Survey survey,
        Position position,
        bool isShutIn,
        double slackMetres
    )
    {
        double? best = null;
        (double x, double y) = Ground.Metres(position);
        for (int i = 0; i < network.LinkCount; i++)
        {
            LinkId link = new(i);
            if (network.IsOnIsland(link))
            {
                continue;
            }

            Position[] course = network.CourseOf(new Stretch(link, 0, network.LengthMm(link)));
            for (int j = 1; j < course.Length; j++)
            {
                Position place = Nearest(x, y, course[j - 1], course[j]);
                double metres = Geodesic.Metres(position, place);
                double seconds = (metres / 0.9) + (network.KindOf(link) == WayKind.Steps ? 10 : 0);
                if (
                    metres <= Snapper.LimitMetres
                    && (best is null || seconds < best)
                    && StoppedBy(survey, position, place, isShutIn, slackMetres) is null
                )
                {
                    best = seconds;
                }
            }
        }

        return best;
    }

    private static Position Nearest(double x, double y, Position from, Position to)
    {
        (double ax, double ay) = Ground.Metres(from);
        (double bx, double by) = Ground.Metres(to);
        double squared = ((bx - ax) * (bx - ax)) + ((by - ay) * (by - ay));
        double share = squared == 0 ? 0 : (((x - ax) * (bx - ax)) + ((y - ay) * (by - ay))) / squared;
        share = Math.Clamp(share, 0, 1);
        return share switch
        {
            0 => from,
            1 => to,
            _ => Ground.At(ax + (share * (bx - ax)), ay + (share * (by - ay))),
        };
    }

    /// <summary>Whether anything stands between, five metres around passages left out: by the intersection of NetTopologySuite.</summary>
    private static string? StoppedBy(Survey survey, Position from, Position to, bool isShutIn, double slackMetres)
    {
        LineSegment access = new(Plane(from), Plane(to));
        foreach (SurveyedObstacle obstacle in survey.Obstacles)
        {
            if (isShutIn && obstacle.Kind == WallKind.Barrier)
            {
                continue;
            }

            Coordinate[] course = Array.ConvertAll(
                obstacle.Course is Polygon polygon ? polygon.Shell.Coordinates : obstacle.Course.Coordinates,
                corner => Plane(new Position(corner.X, corner.Y))
            );
            for (int i = 1; i < course.Length; i++)
            {
                Coordinate? at = access.Intersection(new LineSegment(course[i - 1], course[i]));
                if (at is not null && !IsEnd(access, at, slackMetres) && !IsAtPassage(survey, at, 5 + slackMetres))
                {
                    return $"{obstacle.Code} {obstacle.Kind} at {at}, on the way from {access.P0} to {access.P1}";
                }
            }
        }

        return null;
    }

    private static bool IsEnd(LineSegment access, Coordinate at, double slackMetres) =>
        Math.Min(at.Distance(access.P0), at.Distance(access.P1)) < Math.Max(1e-6, slackMetres);

    /// <summary>Whether a way passes the obstacle within five metres: by the angles at the vertex they share.</summary>
    private static bool IsAtPassage(Survey survey, Coordinate at, double withinMetres) =>
        survey
            .Obstacles.SelectMany(obstacle => PassagesOf(survey, obstacle))
            .Any(place => at.Distance(Plane(new Position(place.X, place.Y))) <= withinMetres);

    private static IEnumerable<Coordinate> PassagesOf(Survey survey, SurveyedObstacle obstacle)
    {
        Coordinate[] course = obstacle.Course is Polygon polygon
            ? polygon.Shell.Coordinates
            : obstacle.Course.Coordinates;
        bool isRing = course[0].Equals2D(course[^1]);
        for (int i = 0; i < course.Length; i++)
        {
            Coordinate vertex = course[i];
            Coordinate[] neighbours = [.. survey.Ways.SelectMany(way => NeighboursOf(way, vertex))];
            bool isEnd = !isRing && (i == 0 || i == course.Length - 1);
            Coordinate before = course[i == 0 ? ^2 : i - 1];
            Coordinate after = course[i == course.Length - 1 ? 1 : i + 1];
            bool[] isLeft = Array.ConvertAll(
                Array.FindAll(neighbours, place => !place.Equals2D(before) && !place.Equals2D(after)),
                place => Angle(after, vertex, place) < Angle(after, vertex, before)
            );
            if (isEnd ? neighbours.Length > 1 : isLeft.Distinct().Count() == 2)
            {
                yield return vertex;
            }
        }
    }

    private static IEnumerable<Coordinate> NeighboursOf(SurveyedWay way, Coordinate vertex)
    {
        Coordinate[] course = way.Geom.Coordinates;
        for (int i = 0; i < course.Length; i++)
        {
            if (!course[i].Equals2D(vertex))
            {
                continue;
            }

            if (i > 0)
            {
                yield return course[i - 1];
            }

            if (i + 1 < course.Length)
            {
                yield return course[i + 1];
            }
        }
    }

    /// <summary>How far one turns to the left, from looking at one place to looking at another, 0 to 2π.</summary>
    private static double Angle(Coordinate from, Coordinate at, Coordinate to)
    {
        double turn =
            NetTopologySuite.Algorithm.AngleUtility.Angle(
                Plane(new Position(at.X, at.Y)),
                Plane(new Position(to.X, to.Y))
            )
            - NetTopologySuite.Algorithm.AngleUtility.Angle(
                Plane(new Position(at.X, at.Y)),
                Plane(new Position(from.X, from.Y))
            );
        return turn < 0 ? turn + (2 * Math.PI) : turn;
    }

    private static Coordinate Plane(Position position)
    {
        (double east, double north) = Ground.Metres(position);
        return new Coordinate(east, north);
    }

    private static Survey TwoStreets() =>
        new Survey().Node(1, -160, 0).Node(2, 160, 0).Node(3, -160, 100).Node(4, 160, 100).Way(1, 2).Way(3, 4);

    private static SnapPoint First(Snapping snapping) => Assert.IsType<Snapping.Snapped>(snapping).First;
}
