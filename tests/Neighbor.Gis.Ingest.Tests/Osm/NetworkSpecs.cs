using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Walking.Networks;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

public sealed class NetworkSpecs
{
    [Fact]
    public void A_way_brings_its_name_kind_and_nodes()
    {
        SurveyedWay way = Line(3)
            .Way(9, "highway=steps|name=石阶|bridge=yes|conveying=forward|opening_hours=06:00-22:00", 1, 2, 3)
            .Import()
            .Delivery.Ways.Single();
        Assert.Equal((9L, "osm", "石阶"), (way.Id, way.Source, way.Name));
        Assert.Equal((WayKind.Steps, WayAccess.Public, WayDirection.Forward), (way.Kind, way.Access, way.Direction));
        Assert.Equal((true, false, "06:00-22:00"), (way.IsBridge, way.IsTunnel, way.Hours));
        Assert.Equal([1, 2, 3], way.NodeIds);
        Assert.Equal((3, 4490), (way.Geom.NumPoints, way.Geom.SRID));
    }

    [Fact]
    public void A_way_with_absent_nodes_is_kept_in_the_runs_that_are_there()
    {
        (Delivery delivery, ImportSummary summary) = Line(5)
            .Way(9, "highway=path", 77, 1, 2, 78, 3, 79, 4, 5, 80)
            .Import();
        Assert.Equal(
            [
                [1, 2],
                [4, 5],
            ],
            delivery.Ways.Select(way => way.NodeIds)
        ); // 3 alone is no line
        Assert.Equal([9, -1], delivery.Ways.Select(way => way.Id));
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Ways, "broken"));
        Assert.Equal(4, summary.MissingNodeRefs);
    }

    [Fact]
    public void A_way_of_which_fewer_than_two_nodes_are_there_is_left_out()
    {
        (Delivery delivery, ImportSummary summary) = Line(1).Way(9, "highway=path", 1, 2, 3).Import();
        Assert.Empty(delivery.Ways);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Ways, "no-nodes"));
    }

    [Fact]
    public void A_node_named_twice_in_a_row_is_one_vertex() =>
        Assert.Equal([1, 2], Line(2).Way(9, "highway=path", 1, 1, 2, 2).Import().Delivery.Ways.Single().NodeIds);

    [Fact]
    public void Where_a_wall_stands_every_way_ends_on_a_node_of_its_own()
    {
        // 1 ── 2 ▌ 3 … the wall stands on 2, which way 9 runs through and way 8 ends at
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 10, 0, "barrier=wall")
            .Node(3, 20, 0)
            .Node(4, 10, 30)
            .Way(8, "highway=path", 4, 2)
            .Way(9, "highway=footway", 1, 2, 3)
            .Import();
        long[] ends = [.. delivery.Ways.SelectMany(way => way.NodeIds).Except([1L, 3L, 4L])];
        Assert.Equal(3, delivery.Ways.Count);
        Assert.Equal(3, ends.Length); // three ends, none shared
        Assert.All(ends, end => Assert.True(end < 0));
        Assert.Equal(3, summary.Network.Components);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Ways, "split"));
    }

    [Fact]
    public void New_ids_lie_below_all_ids_of_the_file()
    {
        Delivery delivery = new DrawnFile()
            .Node(-5, 0, 0)
            .Node(2, 10, 0, "barrier=wall")
            .Node(3, 20, 0)
            .Way(-7, "highway=footway", -5, 2, 3)
            .Import()
            .Delivery;
        long[] fresh = [.. delivery.Ways.SelectMany(way => way.NodeIds.Append(way.Id)).Except([-5L, 3L, -7L])];
        Assert.Equal(3, fresh.Length); // two nodes and a second piece
        Assert.All(fresh, id => Assert.True(id < -7));
    }

    [Fact]
    public void A_dead_end_at_a_wall_keeps_its_node() =>
        Assert.Equal(
            [1, 2],
            new DrawnFile()
                .Node(1, 0, 0)
                .Node(2, 10, 0, "barrier=wall")
                .Way(9, "highway=footway", 1, 2)
                .Import()
                .Delivery.Ways.Single()
                .NodeIds
        );

    [Fact]
    public void Bridges_share_no_node_with_what_they_cross_and_make_no_junction()
    {
        ImportSummary summary = new DrawnFile()
            .Node(1, -50, 0)
            .Node(2, 50, 0)
            .Node(3, 0, -50)
            .Node(4, 0, 50)
            .Way(8, "highway=residential", 1, 2)
            .Way(9, "highway=footway|bridge=yes|layer=1", 3, 4)
            .Import()
            .Summary;
        Assert.Equal((2, 200.0), (summary.Network.Components, Math.Round(summary.Network.LengthMetres)));
        Assert.Equal(0.5, summary.Network.LargestShare, 2);
        Assert.Equal(1, summary.Network.Islands);
    }

    [Fact]
    public void A_square_is_walked_round_and_straight_across_between_its_entries()
    {
        // entries at corners 1 and 3 and, beside 1, at 2: the only pair that is no side is 1–3
        DrawnFile file = OutlineSpecs.Corners(new DrawnFile(), 1, 0, 0, 100);
        file.Node(11, -50, -50).Node(12, 150, -50).Node(13, 150, 150);
        file.Way(5, "highway=pedestrian|area=yes|name=广场", 1, 2, 3, 4, 1);
        file.Way(6, "highway=footway", 11, 1).Way(7, "highway=footway", 12, 2).Way(8, "highway=footway", 13, 3);
        (Delivery delivery, ImportSummary summary) = file.Import();
        Assert.Equal([1, 2, 3, 4, 1], delivery.Ways.Single(way => way.Id == 5).NodeIds);
        SurveyedWay across = delivery.Ways.Single(way => way.Id < 0);
        Assert.Equal([1, 3], across.NodeIds);
        Assert.Equal((WayKind.Pedestrian, "广场"), (across.Kind, across.Name));
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Ways, "crossed"));
    }

    [Fact]
    public void Nobody_walks_across_where_the_outline_stands_between()
    {
        // an L: from its two ends one does not see the other
        (Delivery delivery, _) = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 100, 0)
            .Node(3, 100, 20)
            .Node(4, 20, 20)
            .Node(5, 20, 100)
            .Node(6, 0, 100)
            .Node(11, 150, 0)
            .Node(12, 0, 150)
            .Way(7, "highway=pedestrian|area=yes", 1, 2, 3, 4, 5, 6, 1)
            .Way(8, "highway=footway", 11, 2)
            .Way(9, "highway=footway", 12, 6)
            .Import();
        Assert.Equal([7, 8, 9], delivery.Ways.Select(way => way.Id));
    }

    [Fact]
    public void A_closed_street_is_no_square()
    {
        DrawnFile file = OutlineSpecs.Corners(new DrawnFile(), 1, 0, 0, 100).Node(11, -50, -50).Node(13, 150, 150);
        file.Way(5, "highway=pedestrian", 1, 2, 3, 4, 1);
        file.Way(6, "highway=footway", 11, 1).Way(8, "highway=footway", 13, 3);
        Assert.Equal(3, file.Import().Delivery.Ways.Count);
    }

    [Fact]
    public void A_square_drawn_as_a_relation_is_walked_round()
    {
        DrawnFile file = OutlineSpecs.Corners(new DrawnFile(), 1, 0, 0, 100).Node(11, -50, -50);
        file.Way(5, "", 1, 2, 3).Way(6, "", 3, 4, 1).Way(8, "highway=footway", 11, 1);
        file.Relation(7, "type=multipolygon|highway=pedestrian|name=广场", "w5", "w6");
        (Delivery delivery, ImportSummary summary) = file.Import();
        Assert.Equal(["广场", "广场", ""], delivery.Ways.Select(way => way.Name));
        Assert.Equal(1, summary.Network.Components);
    }

    [Fact]
    public void Ground_that_no_way_leads_to_is_left_out()
    {
        DrawnFile file = OutlineSpecs.Corners(Line(2), 11, 500, 0, 100);
        file.Way(5, "highway=pedestrian|area=yes", 11, 12, 13, 14, 11).Way(6, "man_made=pier", 12, 13);
        file.Way(8, "highway=footway", 1, 2);
        (Delivery delivery, ImportSummary summary) = file.Import();
        Assert.Equal(8, delivery.Ways.Single().Id);
        Assert.Equal(2, OutlineSpecs.Count(summary, Ledger.Ways, "unreached"));
    }

    [Theory]
    [InlineData(15, "sidewalk=separate", true)]
    [InlineData(15, "sidewalk:left=separate", true)] // the footway runs north of it, to the left
    [InlineData(15, "sidewalk:right=separate", false)]
    [InlineData(-15, "sidewalk:right=separate", true)]
    [InlineData(45, "sidewalk=separate", false)] // too far off
    [InlineData(15, "sidewalk=both", false)] // its own pavement
    public void A_carriageway_goes_where_its_pavement_is_drawn_beside_it(double northMetres, string tags, bool goes)
    {
        // 1 ─────────── 2   carriageway of 200 m
        // 3 ─────────── 4   footway, joined to it at both ends
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 200, 0)
            .Node(3, 0, northMetres)
            .Node(4, 200, northMetres)
            .Way(7, "highway=secondary|name=解放路|" + tags, 1, 2)
            .Way(8, "highway=footway", 1, 3, 4, 2)
            .Import();
        Assert.Equal(goes ? 1 : 2, delivery.Ways.Count);
        Assert.Equal(goes ? 1 : 0, OutlineSpecs.Count(summary, Ledger.Ways, "beside-footway"));
        Assert.Equal("解放路", Assert.Single(delivery.Lanes).Name); // the street has its name all the same
    }

    [Fact]
    public void A_carriageway_stays_where_without_it_something_would_be_cut_off()
    {
        // the same, but the side street 2–5 hangs on the carriageway only
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 200, 0)
            .Node(3, 0, 15)
            .Node(4, 200, 15)
            .Node(5, 200, -80)
            .Way(6, "highway=residential", 2, 5)
            .Way(7, "highway=secondary|sidewalk=separate", 1, 2)
            .Way(8, "highway=footway", 1, 3, 4)
            .Import();
        Assert.Equal([6, 7, 8], delivery.Ways.Select(way => way.Id));
        Assert.Equal(1, summary.Network.Components);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Ways, "kept-beside-footway"));
    }

    [Fact]
    public void A_long_street_goes_in_all_its_pieces_and_stays_in_those_that_are_needed()
    {
        // pieces 1–2, 2–3, 3–4 with a footway 11–14 beside all, joined at 1 and 4; a lane hangs on 3
        DrawnFile file = Line(4, 100);
        file.Node(11, 0, 12).Node(14, 300, 12).Node(20, 200, -90);
        file.Way(8, "highway=footway", 1, 11, 14, 4);
        file.Way(21, "highway=tertiary|sidewalk=separate", 1, 2).Way(22, "highway=tertiary|sidewalk=separate", 2, 3);
        file.Way(23, "highway=tertiary|sidewalk=separate", 3, 4);
        Assert.Equal([8], file.Import().Delivery.Ways.Select(way => way.Id));
        file.Way(30, "highway=residential", 3, 20);
        (Delivery delivery, ImportSummary summary) = file.Import();
        Assert.Equal(1, summary.Network.Components);
        Assert.Contains(30, delivery.Ways.Select(way => way.Id));
        Assert.Contains(23, delivery.Ways.Select(way => way.Id)); // 3–4 joins the lane to the rest
    }

    [Fact]
    public void A_cycleway_is_walked_where_there_is_no_footway()
    {
        DrawnFile file = Line(2, 200).Way(7, "highway=cycleway", 1, 2);
        Assert.Single(file.Import().Delivery.Ways);
        file.Node(3, 0, 10).Node(4, 200, 10).Way(8, "highway=footway", 1, 3, 4, 2);
        Assert.Equal(8, file.Import().Delivery.Ways.Single().Id);
    }

    [Theory]
    [InlineData("", "", GateAccess.Open, null)] // on an open path, far from anything
    [InlineData("", "access=private", GateAccess.ResidentsOnly, null)] // a private way begins here
    [InlineData("access=private", "", GateAccess.ResidentsOnly, null)]
    [InlineData("foot=yes", "access=private", GateAccess.Open, null)]
    [InlineData("access=no", "", GateAccess.Closed, null)]
    [InlineData("locked=yes", "", GateAccess.Closed, null)]
    [InlineData("access=customers", "", GateAccess.StaffedVisitors, null)]
    [InlineData("access=emergency", "", GateAccess.EmergencyOnly, null)]
    [InlineData("opening_hours=06:00-23:00", "", GateAccess.Open, "06:00-23:00")]
    public void A_gate_says_who_passes_or_is_judged_by_where_it_stands(
        string gateTags,
        string wayTags,
        GateAccess expected,
        string? hours
    )
    {
        Gate gate = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 50, 0, $"barrier=gate|name=南门{(gateTags.Length > 0 ? "|" : "")}{gateTags}")
            .Node(3, 100, 0)
            .Way(8, "highway=residential", 1, 2)
            .Way(9, "highway=service" + (wayTags.Length > 0 ? "|" + wayTags : ""), 2, 3)
            .Import()
            .Delivery.Gates.Single();
        Assert.Equal((expected, hours), (gate.Access, gate.Hours));
        Assert.Equal(("osm:n2", "南门", 2L), (gate.Code, gate.Name, gate.NodeId));
        Assert.Null(gate.CompoundCode);
    }

    [Fact]
    public void A_gate_without_a_tag_on_the_outline_of_a_compound_is_for_residents()
    {
        DrawnFile file = new DrawnFile().Square(50, 51, 50, -50, 100, "landuse=residential|name=花园小区");
        file.Node(1, 0, 0).Node(2, 50, 0, "barrier=gate").Node(3, 100, 0, "barrier=gate");
        file.Way(8, "highway=residential", 1, 2).Way(9, "highway=service", 2, 3);
        IReadOnlyList<Gate> gates = file.Import().Delivery.Gates;
        Assert.Equal((GateAccess.ResidentsOnly, "osm:w50"), (gates[0].Access, gates[0].CompoundCode));
        Assert.Equal((GateAccess.Open, null), (gates[1].Access, gates[1].CompoundCode)); // in the middle of it
    }

    [Fact]
    public void A_gate_on_no_way_is_counted_only()
    {
        (Delivery delivery, ImportSummary summary) = Line(2)
            .Node(9, 50, 50, "barrier=gate")
            .Way(1, "highway=path", 1, 2)
            .Import();
        Assert.Empty(delivery.Gates);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Gates, "gate-off-network"));
    }

    private static DrawnFile Line(int nodes, double stepMetres = 50)
    {
        var file = new DrawnFile();
        for (int i = 0; i < nodes; i++)
        {
            file.Node(i + 1, i * stepMetres, 0);
        }

        return file;
    }
}
