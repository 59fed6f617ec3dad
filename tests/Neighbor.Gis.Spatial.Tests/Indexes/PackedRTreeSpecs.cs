using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Spatial.Indexes;
using Xunit;

namespace Neighbor.Gis.Spatial.Tests.Indexes;

public sealed class PackedRTreeSpecs
{
    [Fact]
    public void A_window_finds_exactly_the_boxes_that_meet_it() =>
        Prop.ForAll(
                (from boxes in Boxes() from window in AnyBox select (boxes, window)).ToArbitrary(),
                t =>
                {
                    List<int> found = TreeOf(t.boxes).Search(t.window);
                    IEnumerable<int> expected = Enumerable
                        .Range(0, t.boxes.Length)
                        .Where(i => t.boxes[i].Meets(t.window));
                    return found.SequenceEqual(expected);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_nearest_come_in_the_order_of_brute_force_ties_by_number() =>
        Prop.ForAll(
                (
                    from boxes in Boxes()
                    from x in Gen.Choose(-5, 25)
                    from y in Gen.Choose(-5, 25)
                    select (boxes, metric: new PlanarMetric(x, y))
                ).ToArbitrary(),
                t =>
                {
                    var walk = new NearestWalk<PlanarMetric>(TreeOf(t.boxes));
                    walk.Start(t.metric);
                    List<int> order = [];
                    while (walk.MoveNext())
                    {
                        order.Add(walk.Item);
                    }

                    return order.SequenceEqual(
                        Enumerable.Range(0, t.boxes.Length).OrderBy(i => t.metric.Distance(t.boxes[i])).ThenBy(i => i)
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_nearest_within_a_limit_are_those_not_beyond_it_and_the_walk_can_go_on() =>
        Prop.ForAll(
                (from boxes in Boxes() from limit in Gen.Choose(0, 12) select (boxes, limit)).ToArbitrary(),
                t =>
                {
                    PlanarMetric metric = new(10, 10);
                    var walk = new NearestWalk<PlanarMetric>(TreeOf(t.boxes));
                    walk.Start(metric);
                    int within = 0;
                    while (walk.MoveNext(t.limit))
                    {
                        within++;
                    }

                    int all = within;
                    while (walk.MoveNext())
                    {
                        all++;
                    }

                    return within == t.boxes.Count(box => metric.Distance(box) <= t.limit) && all == t.boxes.Length;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void Full_and_overfull_levels_lose_nothing(int count)
    {
        PackedRTreeBuilder builder = new();
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(i, builder.Add(i, i, i, i));
        }

        PackedRTree tree = builder.Build();
        Assert.Equal(count, tree.Count);
        Assert.Equal(Enumerable.Range(0, count), tree.Search(new Box(0, 0, 1e9, 1e9)));
        Assert.Equal(count == 0, tree.Bounds.IsEmpty);
    }

    [Fact]
    public void A_builder_can_go_on_and_the_tree_built_before_does_not_change()
    {
        PackedRTreeBuilder builder = new();
        builder.Add(0, 0, 1, 1);
        PackedRTree first = builder.Build();
        builder.Add(0, 0, 1, 1);
        Assert.Equal([0], first.Search(new Box(0, 0, 1, 1)));
        Assert.Equal([0, 1], builder.Build().Search(new Box(0, 0, 1, 1)));
    }

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(double.NaN, 0, 0, 0)]
    [InlineData(0, 0, double.PositiveInfinity, 0)]
    public void A_box_that_is_none_is_refused(double minX, double minY, double maxX, double maxY) =>
        Assert.Throws<ArgumentException>(() => new PackedRTreeBuilder().Add(minX, minY, maxX, maxY));

    [Fact]
    public void Warm_searches_allocate_nothing()
    {
        Random random = new(17);
        PackedRTreeBuilder builder = new();
        for (int i = 0; i < 10_000; i++)
        {
            builder.Add(new Position(118 + random.NextDouble(), 25 + random.NextDouble()));
        }

        PackedRTree tree = builder.Build();
        List<int> found = [];
        var walk = new NearestWalk<DegreeMetric>(tree);
        int seen = SearchAll(tree, walk, found);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int seenAgain = SearchAll(tree, walk, found);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(seen, seenAgain);
        Assert.True(seen > 1000);
    }

    [Fact]
    public void Degrees_are_ordered_as_the_ellipsoid_orders_them()
    {
        Random random = new(5);
        Position origin = new(118.5, 25.2);
        PackedRTreeBuilder builder = new();
        List<Position> places = [];
        for (int i = 0; i < 2000; i++)
        {
            places.Add(
                new Position(118.5 + (random.NextDouble() * 0.1) - 0.05, 25.2 + (random.NextDouble() * 0.1) - 0.05)
            );
            builder.Add(places[i]);
        }

        var walk = new NearestWalk<DegreeMetric>(builder.Build());
        walk.Start(new DegreeMetric(origin));
        while (walk.MoveNext())
        {
            double metres = Geodesic.Metres(origin, places[walk.Item]);
            Assert.Equal(metres, walk.Distance, (metres * 1e-3) + 1e-6);
        }
    }

    [Fact]
    public void A_box_around_a_position_holds_what_is_that_near() =>
        Prop.ForAll(
                (
                    from origin in Numbers.FujianPositions
                    from other in Numbers.FujianPositions
                    select (origin, other)
                ).ToArbitrary(),
                t => Box.Around(t.origin, Geodesic.Metres(t.origin, t.other)).Meets(Box.At(t.other))
            )
            .QuickCheckThrowOnFailure();

    private static int SearchAll(PackedRTree tree, NearestWalk<DegreeMetric> walk, List<int> found)
    {
        int seen = 0;
        for (int i = 0; i < 100; i++)
        {
            double x = 118 + (i / 100.0);
            found.Clear();
            tree.SearchInto(x, 25.2, x + 0.1, 25.3, found);
            seen += found.Count;
            walk.Start(new DegreeMetric(new Position(x, 25.5)));
            for (int k = 0; k < 10 && walk.MoveNext(); k++)
            {
                seen++;
            }
        }

        return seen;
    }

    private static PackedRTree TreeOf(Box[] boxes)
    {
        PackedRTreeBuilder builder = new();
        foreach (Box box in boxes)
        {
            builder.Add(box);
        }

        return builder.Build();
    }

    // Whole numbers on a small square: touching borders and equal boxes are common.
    private static Gen<Box> AnyBox =>
        from x in Gen.Choose(0, 20)
        from y in Gen.Choose(0, 20)
        from width in Gen.Choose(0, 4)
        from height in Gen.Choose(0, 4)
        select new Box(x, y, x + width, y + height);

    private static Gen<Box[]> Boxes() =>
        from count in Gen.Choose(0, 400)
        from boxes in AnyBox.ArrayOf(count)
        select boxes;
}
