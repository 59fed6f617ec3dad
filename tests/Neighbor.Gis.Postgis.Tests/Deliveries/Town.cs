using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.Obstacles;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Postgis.Tests.Deliveries;

/// <summary>Small pieces of ground around 118.5 E 25.2 N, in thousandths of a degree from there.</summary>
internal static class Town
{
    public const string County = "359921000000";
    public const string Community = "359921001001";
    public const string OtherCommunity = "359921001002";

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4490);

    public static Coordinate At(double x, double y) => new(118.5 + (x / 1000), 25.2 + (y / 1000));

    public static Point Point(double x, double y) => Factory.CreatePoint(At(x, y));

    public static Polygon Box(double x, double y, double width, double height) =>
        Factory.CreatePolygon([At(x, y), At(x + width, y), At(x + width, y + height), At(x, y + height), At(x, y)]);

    public static MultiPolygon Ground(double x, double y, double width, double height) =>
        Factory.CreateMultiPolygon([Box(x, y, width, height)]);

    public static LineString Line(params (double X, double Y)[] vertices) =>
        Factory.CreateLineString([.. vertices.Select(v => At(v.X, v.Y))]);

    public static Area Area(string code, MultiPolygon ground, string source = "base") =>
        new()
        {
            Code = AreaCode.Parse(code),
            Name = $"区 {code}",
            Geom = ground,
            Source = source,
        };

    public static Grid Grid(string code, MultiPolygon ground, GridKind kind = GridKind.Basic) =>
        new()
        {
            Code = GridCode.Parse(code),
            Name = $"网格 {code}",
            Kind = kind,
            Households = 400,
            Geom = ground,
            Source = "base",
        };

    public static Building Building(string code, double x, double y, string source = "base", string name = "1号楼") =>
        new()
        {
            Code = code,
            Name = name,
            Use = BuildingUse.Residential,
            Floors = 6,
            Households = 24,
            Residents = 60,
            Residents60Plus = 12,
            Geom = Ground(x, y, 0.2, 0.2),
            Source = source,
        };

    public static Compound Compound(string code, MultiPolygon ground, string? parent = null) =>
        new()
        {
            Code = code,
            Name = "樾溪花园",
            Kind = CompoundKind.ManagedHighRise,
            IsWalled = true,
            HasPartyBranch = true,
            ParentCode = parent,
            Geom = ground,
            Source = "base",
        };

    public static ServicePoint Clinic(string code, double x, double y, string source = "base") =>
        new()
        {
            Code = code,
            Name = "卫生服务站",
            Kind = ServicePointKind.Clinic,
            Functions = [ServiceFunction.Elderly, ServiceFunction.Medical],
            Status = ServicePointStatus.Open,
            Hours = "Mo-Fr 08:00-18:00",
            Capacity = 30,
            Geom = Point(x, y),
            Source = source,
        };

    public static SurveyedWay Way(long id, string source, params (double X, double Y)[] vertices) =>
        new()
        {
            Id = id,
            Source = source,
            Name = "樾溪路",
            Kind = WayKind.Residential,
            NodeIds = [.. Enumerable.Range(0, vertices.Length).Select(i => (id * 100) + i)],
            Geom = Line(vertices),
        };

    /// <summary>Something in every list: two communities side by side, one of them with two grids.</summary>
    public static Delivery Whole() =>
        new()
        {
            Source = "base",
            Areas =
            [
                Area(County, Ground(0, 0, 20, 10)),
                Area(Community, Ground(0, 0, 10, 10)),
                Area(OtherCommunity, Ground(10, 0, 10, 10)),
            ],
            Grids = [Grid(Community + "001", Ground(0, 0, 5, 10)), Grid(Community + "002", Ground(5, 0, 5, 10))],
            MicroGrids =
            [
                new MicroGrid
                {
                    Code = Community + "001001",
                    Name = "网点1",
                    GridCode = GridCode.Parse(Community + "001"),
                    Households = 40,
                    Geom = Ground(0, 0, 5, 5),
                    Source = "base",
                },
            ],
            Compounds =
            [
                Compound(Community + "C001", Ground(1, 1, 3, 3)),
                Compound(Community + "C002", Ground(2, 2, 1, 1), Community + "C001"),
            ],
            Gates =
            [
                new Gate
                {
                    Code = Community + "C001G01",
                    Name = "南门",
                    CompoundCode = Community + "C001",
                    Access = GateAccess.StaffedVisitors,
                    Hours = "06:00-23:00",
                    CheckedOn = new DateOnly(2026, 11, 1),
                    NodeId = 100,
                    Geom = Point(2.5, 1),
                    Source = "base",
                },
            ],
            Buildings =
            [
                Building(Community + "00001", 2.2, 2.2),
                Building(Community + "00002", 7, 7),
                Building(OtherCommunity + "00001", 15, 5),
                Building("359921001009" + "00001", 50, 50),
            ],
            Entrances =
            [
                new Entrance
                {
                    Code = Community + "00001E01",
                    Name = "1单元",
                    BuildingCode = Community + "00001",
                    Households = 12,
                    Geom = Point(2.3, 2.2),
                    Source = "base",
                },
            ],
            Lanes =
            [
                new Lane
                {
                    Code = Community + "L001",
                    Name = "溪边巷",
                    Geom = Factory.CreateMultiLineString([Line((1, 5), (9, 5))]),
                    Source = "base",
                },
            ],
            Ways = [Way(1, "base", (0, 5), (5, 5), (20, 5)), Way(2, "base", (5, 5), (5, 10))],
            Grounds =
            [
                new Neighborhood.Areas.Ground
                {
                    Code = "W1",
                    Name = "樾溪",
                    Kind = GroundKind.Water,
                    Geom = Ground(0, 9, 20, 1),
                    Source = "base",
                },
            ],
            Obstacles =
            [
                new Obstacle
                {
                    Code = "O1",
                    Kind = ObstacleKind.RetainingWall,
                    Geom = Line((1, 8), (5, 8), (9, 8.5)),
                    Source = "base",
                },
            ],
            Centers =
            [
                new NeighborCenter
                {
                    Code = Community + "N01",
                    Name = "樾溪邻里中心",
                    Form = CenterForm.HubAndSpoke,
                    Status = ServicePointStatus.Open,
                    CommunityCode = AreaCode.Parse(Community),
                    Source = "base",
                },
            ],
            ServicePoints = [Clinic(Community + "P001", 3, 6)],
            Responders =
            [
                new Responder
                {
                    Code = "R000001",
                    Name = "林某",
                    Skills = [Skill.FirstAid, Skill.SignLanguage],
                    HomeBuildingCode = Community + "00001",
                    Geom = Point(2.3, 2.2),
                    Source = "base",
                },
            ],
            Duties =
            [
                new Duty
                {
                    Code = "D000001",
                    ResponderCode = "R000001",
                    Role = DutyRole.GridWorker,
                    Target = DutyTarget.Grid,
                    TargetCode = Community + "001",
                    Source = "base",
                    ValidFrom = new DateOnly(2026, 1, 1),
                },
            ],
        };
}
