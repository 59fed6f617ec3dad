using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Neighborhood.Areas;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

/// <summary>Outlines of parks: squares of 100 m (10,000 m²) put together, pierced and broken.</summary>
public sealed class OutlineSpecs
{
    private const string Park = "type=multipolygon|leisure=park";

    [Fact]
    public void A_closed_way_is_a_polygon_that_runs_counter_clockwise()
    {
        foreach (bool turned in (bool[])[false, true])
        {
            DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100);
            file.Way(9, "leisure=park", turned ? [1, 4, 3, 2, 1] : [1, 2, 3, 4, 1]);
            Ground park = Assert.Single(file.Import().Delivery.Grounds);
            Assert.Equal("osm:w9", park.Code);
            Assert.True(((Polygon)park.Geom[0]).Shell.IsCCW);
            Assert.Equal(4490, park.Geom.SRID);
            Assert.Equal(10_000, SquareMetres(park), 10.0);
        }
    }

    [Fact]
    public void Pieces_join_in_any_order_and_direction() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100); // outer ring 1..4 in four pieces
                    Corners(file, 11, 20, 20, 40); // a hole 11..14 in two pieces
                    Corners(file, 21, 200, 0, 50); // another part 21..24 in one
                    (string Role, long[] Refs)[] pieces =
                    [
                        ("outer", [1, 2]),
                        ("outer", [2, 3]),
                        ("outer", [3, 4]),
                        ("", [4, 1]),
                        ("inner", [11, 12, 13]),
                        ("inner", [13, 14, 11]),
                        ("outer", [21, 22, 23, 24, 21]),
                    ];
                    random.Shuffle(pieces);
                    for (int i = 0; i < pieces.Length; i++)
                    {
                        long[] refs = pieces[i].Refs;
                        file.Way(100 + i, "", random.Next(2) == 0 ? refs : [.. refs.Reverse()]);
                    }

                    file.Relation(7, Park, [.. pieces.Select((p, i) => $"w{100 + i}:{p.Role}")]);
                    Ground park = file.Import().Delivery.Grounds.Single();
                    return park.Geom.IsValid
                        && park.Geom.NumGeometries == 2
                        && Math.Abs(SquareMetres(park) - (10_000 - 1_600 + 2_500)) < 10;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_lies_in_what_decides_and_not_the_roles()
    {
        DrawnFile file = Corners(Corners(Corners(new DrawnFile(), 1, 0, 0, 100), 11, 20, 20, 60), 21, 40, 40, 20);
        file.Way(1, "", 1, 2, 3, 4, 1).Way(2, "", 11, 12, 13, 14, 11).Way(3, "", 21, 22, 23, 24, 21);
        file.Relation(7, Park, "w1:inner", "w2:outer", "w3:inner"); // a hole, and an island in the hole
        Assert.Equal(10_000 - 3_600 + 400, SquareMetres(file.Import().Delivery.Grounds.Single()), 10.0);
    }

    [Fact]
    public void Inner_rings_that_share_a_side_are_one_hole()
    {
        DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100);
        file.Node(11, 20, 20).Node(12, 40, 20).Node(13, 60, 20).Node(14, 60, 40).Node(15, 40, 40).Node(16, 20, 40);
        file.Way(1, "", 1, 2, 3, 4, 1).Way(2, "", 11, 12, 15, 16, 11).Way(3, "", 12, 13, 14, 15, 12);
        file.Relation(7, Park, "w1", "w2:inner", "w3:inner");
        Ground park = file.Import().Delivery.Grounds.Single();
        Assert.Equal(1, ((Polygon)park.Geom[0]).NumInteriorRings);
        Assert.Equal(10_000 - 800, SquareMetres(park), 10.0);
    }

    [Fact]
    public void Rings_that_touch_in_a_point_stay_two()
    {
        DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100).Node(5, 200, 100).Node(6, 200, 200).Node(7, 100, 200);
        file.Way(1, "leisure=park", 1, 2, 3, 5, 6, 7, 3, 4, 1); // one way through corner 3 twice
        Ground park = file.Import().Delivery.Grounds.Single();
        Assert.True(park.Geom.IsValid);
        Assert.Equal(2, park.Geom.NumGeometries);
        Assert.Equal(20_000, SquareMetres(park), 20.0);
    }

    [Fact]
    public void A_hole_may_touch_the_outline_in_a_point()
    {
        DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100).Node(11, 30, 20).Node(12, 20, 30);
        file.Way(1, "", 1, 2, 3, 4, 1).Way(2, "", 1, 11, 12, 1);
        file.Relation(7, Park, "w1", "w2:inner");
        Ground park = file.Import().Delivery.Grounds.Single();
        Assert.True(park.Geom.IsValid);
        Assert.Equal(10_000 - 250, SquareMetres(park), 10.0); // |30·30 - 20·20| / 2
    }

    [Fact]
    public void A_spike_out_and_back_is_taken_off()
    {
        DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100).Node(5, 150, 0);
        file.Way(1, "leisure=park", 1, 2, 5, 2, 3, 4, 1);
        Ground park = file.Import().Delivery.Grounds.Single();
        Assert.True(park.Geom.IsValid);
        Assert.Equal(10_000, SquareMetres(park), 10.0);
    }

    [Fact]
    public void Pieces_meet_where_two_nodes_lie_at_one_place()
    {
        DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100).Node(13, 100, 100).Node(11, 0, 0);
        file.Way(1, "", 1, 2, 3).Way(2, "", 13, 4, 11);
        file.Relation(7, Park, "w1", "w2");
        Assert.Equal(10_000, SquareMetres(file.Import().Delivery.Grounds.Single()), 10.0);
    }

    [Fact]
    public void A_figure_of_eight_keeps_both_lobes_and_says_so()
    {
        DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100);
        file.Way(1, "leisure=park", 1, 3, 2, 4, 1); // the diagonals cross: two triangles of 2,500 m²
        (Delivery delivery, ImportSummary summary) = file.Import();
        Ground park = delivery.Grounds.Single();
        Assert.True(park.Geom.IsValid);
        Assert.Equal(5_000, SquareMetres(park), 10.0);
        Assert.Equal(1, Count(summary, Ledger.Grounds, "repaired"));
    }

    [Fact]
    public void Outlines_that_cannot_be_drawn_are_left_out_with_the_reason()
    {
        DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100);
        file.Way(1, "leisure=park", 1, 2, 3); // open
        file.Way(2, "leisure=park", 1, 2, 99, 4, 1); // a node is not there
        file.Way(3, "leisure=park", 1, 2, 1, 2, 1); // no ground
        file.Way(4, "", 1, 2, 3);
        file.Relation(5, Park, "w4"); // open
        file.Relation(6, Park, "w4", "w999"); // a member is not there
        (Delivery delivery, ImportSummary summary) = file.Import();
        Assert.Empty(delivery.Grounds);
        Assert.Equal(2, Count(summary, Ledger.Grounds, "not-closed"));
        Assert.Equal(1, Count(summary, Ledger.Grounds, "missing-nodes"));
        Assert.Equal(1, Count(summary, Ledger.Grounds, "missing-members"));
        Assert.Equal(1, Count(summary, Ledger.Grounds, "not-valid"));
    }

    [Fact]
    public void Of_a_relation_with_absent_members_what_closes_is_kept_but_no_hole_becomes_ground()
    {
        DrawnFile file = Corners(Corners(new DrawnFile(), 1, 0, 0, 100), 11, 500, 500, 20);
        file.Way(1, "", 1, 2, 3, 4, 1).Way(2, "", 11, 12, 13, 14, 11);
        file.Relation(7, Park, "w1", "w2:inner", "w999"); // w2 is a hole in the outline that is not there
        (Delivery delivery, ImportSummary summary) = file.Import();
        Assert.Equal(10_000, SquareMetres(delivery.Grounds.Single()), 10.0);
        Assert.Equal(1, Count(summary, Ledger.Grounds, "partial"));
    }

    [Fact]
    public void A_way_is_not_counted_beside_the_relation_that_stands_for_it()
    {
        DrawnFile file = Corners(Corners(new DrawnFile(), 1, 0, 0, 100), 11, 20, 20, 40);
        file.Way(1, "leisure=park", 1, 2, 3, 4, 1).Way(2, "", 11, 12, 13, 14, 11);
        file.Relation(7, "type=multipolygon", "w1", "w2:inner"); // old style: the outer way carries the tags
        Ground park = Assert.Single(file.Import().Delivery.Grounds);
        Assert.Equal("osm:r7", park.Code);
        Assert.Equal(10_000 - 1_600, SquareMetres(park), 10.0);
    }

    [Fact]
    public void A_way_stands_for_itself_where_its_relation_cannot_be_drawn()
    {
        DrawnFile file = Corners(new DrawnFile(), 1, 0, 0, 100);
        file.Way(1, "leisure=park", 1, 2, 3, 4, 1).Way(2, "", 1, 3);
        file.Relation(7, Park, "w2");
        Assert.Equal("osm:w1", Assert.Single(file.Import().Delivery.Grounds).Code);
    }

    internal static int Count(ImportSummary summary, Ledger ledger, string key) =>
        summary.Findings.Where(f => f.Ledger == ledger && f.Finding.Key == key).Sum(f => f.Count);

    internal static DrawnFile Corners(DrawnFile file, long first, double east, double north, double metres) =>
        file.Node(first, east, north)
            .Node(first + 1, east + metres, north)
            .Node(first + 2, east + metres, north + metres)
            .Node(first + 3, east, north + metres);

    private static double SquareMetres(Ground ground) =>
        ground.Geom.Area * DrawnFile.MetresPerLongitude * DrawnFile.MetresPerLatitude;
}
