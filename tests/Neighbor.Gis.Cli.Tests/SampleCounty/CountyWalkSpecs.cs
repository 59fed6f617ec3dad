using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Spatial.Projections;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Cli.Tests.SampleCounty;

public sealed class CountyWalkSpecs
{
    private const double EntranceReachMetres = 60;

    private static readonly TransverseMercator Plane = TransverseMercator.Around(new Position(118.5, 25.2));

    private static Delivery County => GeneratedCounty.Delivery;

    [Fact]
    public void A_node_is_one_place_and_a_place_is_one_node()
    {
        var places = new Dictionary<long, Coordinate>();
        foreach (SurveyedWay way in County.Ways)
        {
            Assert.Equal(way.Geom.NumPoints, way.NodeIds.Count);
            for (int i = 0; i < way.NodeIds.Count; i++)
            {
                places.TryAdd(way.NodeIds[i], way.Geom.GetCoordinateN(i));
                Assert.Equal(places[way.NodeIds[i]], way.Geom.GetCoordinateN(i));
            }
        }

        Assert.Distinct(places.Values);
    }

    [Fact]
    public void All_ways_are_one_network()
    {
        var leaders = new Dictionary<long, long>();
        foreach (SurveyedWay way in County.Ways)
        {
            foreach (long node in way.NodeIds)
            {
                leaders.TryAdd(node, node);
                leaders[Leader(node)] = Leader(way.NodeIds[0]);
            }
        }

        Assert.Single(leaders.Keys.Select(Leader).Distinct());

        long Leader(long node)
        {
            while (leaders[node] != node)
            {
                leaders[node] = leaders[leaders[node]];
                node = leaders[node];
            }

            return node;
        }
    }

    [Fact]
    public void Ways_on_the_ground_meet_only_at_their_common_nodes()
    {
        STRtree<SurveyedWay> tree = Tree(County.Ways.Where(w => !w.IsBridge));
        foreach (SurveyedWay way in County.Ways.Where(w => !w.IsBridge))
        {
            foreach (SurveyedWay other in tree.Query(way.Geom.EnvelopeInternal))
            {
                if (other.Id > way.Id && way.Geom.Intersects(other.Geom))
                {
                    Geometry meeting = way.Geom.Intersection(other.Geom);
                    HashSet<Coordinate> shared = [.. way.Geom.Coordinates.Intersect(other.Geom.Coordinates)];
                    Assert.All(
                        meeting.Coordinates,
                        c => Assert.True(shared.Contains(c), $"Ways {way.Id} and {other.Id} meet at {c}.")
                    );
                }
            }
        }
    }

    [Fact]
    public void Bridges_share_no_node_with_what_passes_below_them()
    {
        SurveyedWay[] bridges = [.. County.Ways.Where(w => w.IsBridge)];
        Assert.InRange(bridges.Length, 3, 4);
        MultiPolygon river = River();
        foreach (SurveyedWay bridge in bridges)
        {
            Assert.True(bridge.Geom.Crosses(river));
            SurveyedWay[] below = [.. County.Ways.Where(w => w != bridge && w.Geom.Crosses(bridge.Geom))];
            Assert.Equal(2, below.Length);
            Assert.All(below, w => Assert.Empty(w.NodeIds.Intersect(bridge.NodeIds)));
        }
    }

    [Fact]
    public void Only_bridges_cross_the_river()
    {
        MultiPolygon river = River();
        Assert.DoesNotContain(County.Ways, w => !w.IsBridge && w.Geom.Intersects(river));
    }

    [Fact]
    public void Ways_cross_a_wall_only_at_its_gates()
    {
        STRtree<SurveyedWay> tree = Tree(County.Ways);
        ILookup<string?, Coordinate> gates = County.Gates.ToLookup(g => g.CompoundCode, g => g.Geom.Coordinate);
        foreach (Compound compound in County.Compounds.Where(c => c.IsWalled))
        {
            var openings = gates[compound.Code].ToHashSet();
            var passed = new HashSet<Coordinate>();
            foreach (SurveyedWay way in tree.Query(compound.Geom.EnvelopeInternal))
            {
                Coordinate[] crossings = way.Geom.Intersection(compound.Geom.Boundary).Coordinates;
                Assert.All(
                    crossings,
                    c => Assert.True(openings.Contains(c), $"Way {way.Id} crosses the wall of {compound.Code} at {c}.")
                );
                passed.UnionWith(crossings);
            }

            Assert.Equal(openings, passed);
        }
    }

    [Fact]
    public void A_gate_stands_on_its_node_with_a_way_in_and_a_way_out()
    {
        var ways = County
            .Ways.SelectMany(w => w.NodeIds.Select((node, i) => (node, Way: w, Index: i)))
            .ToLookup(n => n.node);
        Dictionary<string, MultiPolygon> compounds = County.Compounds.ToDictionary(c => c.Code, c => c.Geom);
        Assert.All(
            County.Gates,
            gate =>
            {
                (_, SurveyedWay way, int index) = Assert.Single(ways[gate.NodeId]);
                Assert.Equal(gate.Geom.Coordinate, way.Geom.GetCoordinateN(index));
                bool[] inside =
                [
                    .. new[] { index - 1, index + 1 }.Select(i =>
                        compounds[gate.CompoundCode!].Contains(way.Geom.GetPointN(i))
                    ),
                ];
                Assert.Equal([true, false], inside);
            }
        );
    }

    [Fact]
    public void Entrances_lie_on_the_outline_of_their_building()
    {
        Dictionary<string, HashSet<Coordinate>> outlines = County.Buildings.ToDictionary(
            b => b.Code,
            b => b.Geom.Coordinates.ToHashSet()
        );
        Assert.All(County.Entrances, e => Assert.Contains(e.Geom.Coordinate, outlines[e.BuildingCode]));
    }

    [Fact]
    public void Every_entrance_is_near_a_way_on_its_own_side_of_the_wall()
    {
        STRtree<SurveyedWay> tree = Tree(County.Ways);
        Dictionary<string, string?> compoundOf = County.Buildings.ToDictionary(b => b.Code, b => b.CompoundCode);
        Dictionary<string, Compound> compounds = County.Compounds.ToDictionary(c => c.Code);
        Assert.All(
            County.Entrances,
            entrance =>
            {
                var near = new Envelope(entrance.Geom.Coordinate);
                near.ExpandBy(0.0007);
                Compound? compound = compoundOf[entrance.BuildingCode] is { } code ? compounds[code] : null;
                double metres = tree.Query(near)
                    .Where(w => compound is not { IsWalled: true } || compound.Geom.Contains(w.Geom))
                    .Min(w => Metres(entrance.Geom, w.Geom));
                Assert.True(metres <= EntranceReachMetres, $"{entrance.Code} is {metres:0.0} m from a way.");
            }
        );
    }

    [Fact]
    public void Ways_do_not_run_through_buildings()
    {
        STRtree<SurveyedWay> tree = Tree(County.Ways);
        Assert.All(
            County.Buildings,
            b => Assert.DoesNotContain(tree.Query(b.Geom.EnvelopeInternal), w => w.Geom.Intersects(b.Geom))
        );
    }

    [Fact]
    public void Service_points_are_outside_the_walls_at_the_door_of_a_building()
    {
        var doors = County.Entrances.Select(e => e.Geom.Coordinate).ToHashSet();
        Compound[] walled = [.. County.Compounds.Where(c => c.IsWalled)];
        Assert.All(County.ServicePoints, p => Assert.Contains(p.Geom.Coordinate, doors));
        Assert.All(County.ServicePoints, p => Assert.DoesNotContain(walled, c => c.Geom.Contains(p.Geom)));
    }

    [Fact]
    public void Streets_form_a_hierarchy_and_have_names()
    {
        HashSet<WayKind> kinds = [.. County.Ways.Select(w => w.Kind)];
        Assert.Superset(
            new HashSet<WayKind>
            {
                WayKind.Primary,
                WayKind.Secondary,
                WayKind.Tertiary,
                WayKind.Residential,
                WayKind.Service,
                WayKind.Pedestrian,
                WayKind.Path,
                WayKind.Steps,
                WayKind.Track,
            },
            kinds
        );
        Assert.All(County.Ways.Where(w => w.Kind <= WayKind.Residential), w => Assert.NotEmpty(w.Name));
    }

    [Fact]
    public void Lanes_run_along_the_ways_of_their_name()
    {
        ILookup<string, LineString> ways = County.Ways.ToLookup(w => w.Name, w => w.Geom);
        Assert.All(
            County.Lanes,
            lane =>
            {
                HashSet<LineString> named = [.. ways[lane.Name]];
                Assert.All(lane.Geom.Geometries.Cast<LineString>(), part => Assert.Contains(part, named));
            }
        );
        Assert.Equal(
            County.Ways.Where(w => w.Name.Length > 0).Sum(w => w.Geom.Length),
            County.Lanes.Sum(l => l.Geom.Length),
            1e-9
        );
    }

    private static STRtree<SurveyedWay> Tree(IEnumerable<SurveyedWay> ways)
    {
        var tree = new STRtree<SurveyedWay>();
        foreach (SurveyedWay way in ways)
        {
            tree.Insert(way.Geom.EnvelopeInternal, way);
        }

        return tree;
    }

    private static MultiPolygon River() =>
        County.Grounds.Where(g => g.Kind == GroundKind.Water).MaxBy(g => g.Geom.Area)!.Geom;

    /// <summary>Metres on the plane around the county.</summary>
    private static double Metres(Point place, LineString line)
    {
        GeometryFactory factory = GeometryFactory.Default;
        return factory
            .CreatePoint(OnPlane(place.Coordinate))
            .Distance(factory.CreateLineString([.. line.Coordinates.Select(OnPlane)]));

        static Coordinate OnPlane(Coordinate degrees)
        {
            (double x, double y) = Plane.Forward(new Position(degrees.X, degrees.Y));
            return new Coordinate(x, y);
        }
    }
}
