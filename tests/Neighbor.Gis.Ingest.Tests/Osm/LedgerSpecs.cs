using System.Text.Json;
using Neighbor.Gis.Ingest.Osm;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.ServicePoints;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

public sealed class LedgerSpecs
{
    [Fact]
    public void A_building_brings_its_outline_name_use_and_storeys_and_no_invented_people()
    {
        Building house = new DrawnFile()
            .Square(9, 1, 0, 0, 20, "building=apartments|building:levels=6|addr:street=东门街|addr:housenumber=5")
            .Import()
            .Delivery.Buildings.Single();
        Assert.Equal(("osm:w9", "东门街 5", "osm"), (house.Code, house.Name, house.Source));
        Assert.Equal((BuildingUse.Residential, 6), (house.Use, house.Floors));
        Assert.Null(house.Households ?? house.Residents ?? house.Residents60Plus ?? house.ChildrenUnder7);
    }

    [Fact]
    public void Buildings_without_an_outline_and_ruins_are_counted_only()
    {
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(8, 90, 90, "building=yes")
            .Square(9, 1, 0, 0, 20, "building=ruins")
            .Square(19, 11, 50, 0, 20, "building=no")
            .Import();
        Assert.Empty(delivery.Buildings);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Buildings, "no-outline"));
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Buildings, "not-standing"));
    }

    [Fact]
    public void A_door_belongs_to_the_building_whose_outline_it_lies_on()
    {
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 10, 0, "entrance=main|ref=1单元")
            .Node(3, 20, 0, "entrance=emergency")
            .Node(4, 20, 20, "building=entrance")
            .Node(5, 0, 20)
            .Node(6, 99, 99, "entrance=yes")
            .Node(7, 0, 10, "entrance=no")
            .Way(8, "", 1, 2, 3, 4)
            .Way(9, "", 4, 5, 7, 1)
            .Relation(5, "type=multipolygon|building=apartments", "w8", "w9")
            .Import();
        Assert.Equal(["osm:n2", "osm:n4"], delivery.Entrances.Select(door => door.Code));
        Assert.All(delivery.Entrances, door => Assert.Equal("osm:r5", door.BuildingCode));
        Assert.Equal("1单元", delivery.Entrances[0].Name);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Entrances, "not-a-door"));
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Entrances, "not-on-building"));
    }

    [Fact]
    public void Named_residential_ground_is_a_compound_and_not_walled_unless_something_says_so()
    {
        Compound compound = new DrawnFile()
            .Square(9, 1, 0, 0, 200, "landuse=residential|name=花园小区")
            .Import()
            .Delivery.Compounds.Single();
        Assert.Equal(("osm:w9", "花园小区", false), (compound.Code, compound.Name, compound.IsWalled));
        Assert.Equal(CompoundKind.OpenUnmanaged, compound.Kind);
    }

    [Theory]
    [InlineData("barrier=wall")]
    [InlineData("barrier=fence")]
    [InlineData("fenced=yes")]
    [InlineData("residential=gated")]
    public void A_tag_makes_a_compound_walled_even_without_a_name(string tag)
    {
        Compound compound = new DrawnFile()
            .Square(9, 1, 0, 0, 200, "landuse=residential|" + tag)
            .Import()
            .Delivery.Compounds.Single();
        Assert.Equal((true, CompoundKind.ManagedHighRise), (compound.IsWalled, compound.Kind));
    }

    [Theory]
    [InlineData(3, 100, true)] // a fence 3 m outside, all round
    [InlineData(3, 82, true)] // … but for 18 % of it
    [InlineData(3, 70, false)]
    [InlineData(20, 100, false)] // too far outside to be its wall
    public void Walls_along_most_of_the_outline_make_it_walled(double outsideMetres, int percent, bool isWalled)
    {
        // the fence starts at the south-west corner and goes round a square of 250 m: 1,000 m in all
        DrawnFile file = new DrawnFile().Square(9, 1, 0, 0, 250, "landuse=residential|name=小区");
        var refs = new List<long>();
        for (int i = 0; i <= percent; i++)
        {
            double along = i * 10 % 1000;
            int side = (int)(along / 250);
            double t = along % 250;
            (double east, double north) = side switch
            {
                0 => (t, -outsideMetres),
                1 => (250 + outsideMetres, t),
                2 => (250 - t, 250 + outsideMetres),
                _ => (-outsideMetres, 250 - t),
            };
            file.Node(100 + i, east, north);
            refs.Add(100 + i);
        }

        file.Way(50, "barrier=fence", [.. refs]);
        Assert.Equal(isWalled, file.Import().Delivery.Compounds.Single().IsWalled);
    }

    [Fact]
    public void Residential_ground_without_name_and_wall_is_no_compound()
    {
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Square(9, 1, 0, 0, 200, "landuse=residential")
            .Import();
        Assert.Empty(delivery.Compounds);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.Compounds, "nameless"));
    }

    [Fact]
    public void Phases_nest_in_the_smallest_compound_round_them()
    {
        IReadOnlyList<Compound> compounds = new DrawnFile()
            .Square(7, 1, 0, 0, 400, "landuse=residential|name=大院")
            .Square(8, 11, 50, 50, 200, "landuse=residential|name=一期")
            .Square(9, 21, 60, 60, 50, "landuse=residential|name=一期东")
            .Square(10, 31, 900, 0, 50, "landuse=residential|name=别处")
            .Import()
            .Delivery.Compounds;
        Assert.Equal([null, "osm:w7", "osm:w8", null], compounds.Select(compound => compound.ParentCode));
    }

    [Fact]
    public void Services_come_from_nodes_ways_and_relations_and_stand_on_their_own_ground()
    {
        DrawnFile file = new DrawnFile()
            .Node(60, 5, 5, "amenity=pharmacy|opening_hours=Mo-Fr 08:00-18:00|operator=国大")
            .Square(9, 1, 0, 0, 100, "amenity=school|name=一中|capacity=900");
        // a hospital drawn as a U, whose middle lies outside
        file.Node(21, 200, 0).Node(22, 300, 0).Node(23, 300, 100).Node(24, 280, 100).Node(25, 280, 20);
        file.Node(26, 220, 20).Node(27, 220, 100).Node(28, 200, 100).Way(30, "", 21, 22, 23, 24, 25, 26, 27, 28, 21);
        file.Relation(31, "type=multipolygon|amenity=hospital", "w30");
        IReadOnlyList<ServicePoint> points = file.Import().Delivery.ServicePoints;
        Assert.Equal(["osm:n60", "osm:r31", "osm:w9"], points.Select(p => p.Code));
        Assert.Equal(("国大", "Mo-Fr 08:00-18:00"), (points[0].Name, points[0].Hours));
        Assert.Equal((900, ServicePointStatus.Open), (points[2].Capacity, points[2].Status));
        double east = (points[1].Geom.X - DrawnFile.East) * DrawnFile.MetresPerLongitude;
        double north = (points[1].Geom.Y - DrawnFile.North) * DrawnFile.MetresPerLatitude;
        Assert.True(east is < 220 or > 280 || north < 20, $"{east:0} m east, {north:0} m north is outside the U");
    }

    [Fact]
    public void Hours_that_cannot_be_read_are_counted_and_not_kept()
    {
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, 0, 0, "amenity=bank|opening_hours=by appointment")
            .Import();
        Assert.Null(delivery.ServicePoints.Single().Hours);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.ServicePoints, "hours-unknown"));
    }

    [Fact]
    public void A_private_pitch_serves_nobody_but_a_school_behind_a_gate_is_a_school()
    {
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, 0, 0, "leisure=pitch|access=private")
            .Node(2, 0, 0, "amenity=school|access=private")
            .Node(3, 0, 0, "amenity=clinic|disused=yes")
            .Import();
        Assert.Equal([ServicePointKind.School, ServicePointKind.Clinic], delivery.ServicePoints.Select(p => p.Kind));
        Assert.Equal(ServicePointStatus.Closed, delivery.ServicePoints[1].Status);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.ServicePoints, "not-public"));
    }

    [Fact]
    public void A_service_with_part_of_its_outline_is_placed_there_and_one_with_none_is_left_out()
    {
        (Delivery delivery, ImportSummary summary) = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 40, 0)
            .Way(8, "amenity=school", 1, 2, 98, 99, 1)
            .Way(9, "amenity=school", 96, 97, 98, 96)
            .Import();
        Assert.Equal("osm:w8", delivery.ServicePoints.Single().Code);
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.ServicePoints, "approximate-place"));
        Assert.Equal(1, OutlineSpecs.Count(summary, Ledger.ServicePoints, "missing-nodes"));
    }

    [Fact]
    public void Ways_of_one_name_that_hang_together_are_one_lane()
    {
        // 解放路: 1–2 and 2–3 joined, 11–12 the other carriageway 20 m off; another street of the name far away
        IReadOnlyList<Lane> lanes = new DrawnFile()
            .Node(1, 0, 0)
            .Node(2, 100, 0)
            .Node(3, 200, 0)
            .Node(11, 0, 20)
            .Node(12, 200, 20)
            .Node(21, 5000, 0)
            .Node(22, 5100, 0)
            .Way(42, "highway=primary|name=解放路", 1, 2)
            .Way(41, "highway=primary|name=解放路", 2, 3)
            .Way(43, "highway=primary|name=解放路|oneway=yes", 11, 12)
            .Way(44, "highway=residential|name=解放路", 21, 22)
            .Way(45, "highway=residential|name=东门街", 2, 12)
            .Way(46, "highway=residential", 1, 11)
            .Way(47, "highway=footway|footway=crossing|name=东门街", 3, 12)
            .Import()
            .Delivery.Lanes;
        Assert.Equal(
            [("osm:w41", "解放路"), ("osm:w44", "解放路"), ("osm:w45", "东门街")],
            lanes.Select(lane => (lane.Code, lane.Name)).OrderBy(lane => lane.Code)
        );
        MultiLineString first = lanes.Single(lane => lane.Code == "osm:w41").Geom;
        Assert.Equal((2, 4490), (first.NumGeometries, first.SRID)); // 1–2–3 merged, and 11–12
        Assert.Equal(400 / DrawnFile.MetresPerLongitude, first.Length, 6);
    }

    [Fact]
    public void Places_are_listed_and_are_no_rows()
    {
        ImportSummary summary = new DrawnFile()
            .Node(1, 0, 0, "place=quarter|name=花园社区")
            .Node(2, 9, 9, "place=village")
            .Import()
            .Summary;
        Assert.Equal([("花园社区", "quarter"), ("", "village")], summary.Places.Select(p => (p.Name, p.Kind)));
        Assert.Equal(118.5, summary.Places[0].Position.Longitude);
    }

    [Fact]
    public void What_comes_out_does_not_depend_on_the_order_of_the_file()
    {
        DrawnFile town = Town();
        string expected = Describe(town.Import().Delivery);
        for (int seed = 0; seed < 10; seed++)
        {
            Assert.Equal(expected, Describe(town.Shuffled(seed).Import().Delivery));
        }
    }

    [Fact]
    public void Xml_and_pbf_of_one_town_give_one_delivery()
    {
        DrawnFile town = Town();
        using var pbf = new MemoryStream(town.ToPbf(DrawnFile.Packing.Lz4Matches));
        (Delivery delivery, ImportSummary summary) = OsmImport.Read(pbf, "drawn.osm.pbf");
        Assert.Equal(Describe(town.Import().Delivery), Describe(delivery));
        Assert.Equal((OsmFormat.Pbf, pbf.Length), (summary.Format, summary.Bytes));
    }

    [Fact]
    public void The_source_is_the_callers_and_progress_ends_with_the_network()
    {
        var seen = new List<ImportProgress>();
        using var pbf = new MemoryStream(Town().ToPbf());
        (Delivery delivery, _) = OsmImport.Read(pbf, "x", new OsmOptions { Source = "贵溪" }, new Told(seen.Add));
        Assert.Equal("贵溪", delivery.Source);
        Assert.All(delivery.Ways, way => Assert.Equal("贵溪", way.Source));
        Assert.Equal(pbf.Length, seen.Last(p => p.Stage == ImportStage.Reading).BytesRead);
        Assert.Equal((ImportStage.Networking, pbf.Length), (seen[^1].Stage, seen[^1].BytesTotal ?? 0));
    }

    [Fact]
    public void The_summary_counts_what_was_delivered_and_reads_as_text_in_both_languages()
    {
        (Delivery delivery, ImportSummary summary) = Town().Import();
        Assert.Equal(delivery.Ways.Count, summary.Kept.Single(kept => kept.Ledger == Ledger.Ways).Count);
        string english = ImportSummaryText.Write(summary);
        string chinese = ImportSummaryText.Write(summary, inChinese: true);
        Assert.Contains("kept: 2 buildings", english, StringComparison.Ordinal);
        Assert.Contains("保留: 2 楼栋", chinese, StringComparison.Ordinal);
        Assert.All(
            summary.Findings,
            found =>
            {
                Assert.Contains(found.Finding.English, english, StringComparison.Ordinal);
                Assert.Contains(found.Finding.Chinese, chinese, StringComparison.Ordinal);
            }
        );
    }

    private static DrawnFile Town() =>
        new DrawnFile()
            .Square(101, 1, 0, 0, 20, "building=apartments")
            .Square(102, 11, 60, 0, 20, "building=yes|name=社区")
            .Square(103, 21, -20, -20, 150, "landuse=residential|name=花园小区")
            .Node(31, -20, 50, "barrier=gate")
            .Node(32, -80, 50)
            .Node(33, 60, 50, "amenity=clinic")
            .Node(34, 60, 90, "barrier=wall")
            .Node(35, 60, 140)
            .Way(201, "highway=residential|name=东门街", 32, 31)
            .Way(202, "highway=service", 31, 33)
            .Way(203, "highway=footway", 33, 34, 35)
            .Way(204, "highway=primary|name=东门街", 32, 999)
            .Relation(301, "type=multipolygon|leisure=park|name=公园", "w103");

    private static string Describe(Delivery delivery) =>
        JsonSerializer.Serialize(
            new
            {
                Ways = delivery.Ways.Select(w =>
                    $"{w.Id} {w.Name} {w.Kind} {w.Access} {string.Join(',', w.NodeIds)} {w.Geom}"
                ),
                Gates = delivery.Gates.Select(g => $"{g.Code} {g.Access} {g.CompoundCode} {g.Geom}"),
                Buildings = delivery.Buildings.Select(b => $"{b.Code} {b.Name} {b.Geom}"),
                Compounds = delivery.Compounds.Select(c => $"{c.Code} {c.Geom}"),
                Lanes = delivery.Lanes.Select(l => $"{l.Code} {l.Name} {l.Geom}"),
                Grounds = delivery.Grounds.Select(g => $"{g.Code} {g.Name} {g.Geom}"),
                Points = delivery.ServicePoints.Select(p => $"{p.Code} {p.Kind} {p.Geom}"),
            }
        );

    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
