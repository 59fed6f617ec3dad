using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Spatial.Projections;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Testing.Scenes;

/// <summary>
/// A town made by hand, in metres east and north of 118.5° E 25.2° N: streets every 100 m on a lattice of 10 by 7, a walled
/// compound in its middle that offers a short cut which only residents may use, and sixty-odd buildings.
/// </summary>
/// <remarks>
/// <code>
///  600 ┌──┬──┬──┬──┬──┬──┬──┬──┬──┐      community 1: x below 600      community 2: x above 600
///      ├──┼──┼──┼──┼──┼──┼──┼──┼──┤      grids 001 and 002 of community 1 meet at y = 300
///  400 ├──┼──┼──┼──┼─N┼──┼──┼──┼──┤      compound C001: 310..590 by 210..390, gates W (residents only)
///      ├──┼──┼──W    ╱ │ ┼──┼──┼──┤      and N (staffed visitors); S is closed
///  200 ├──┼──┼──┼──┼─S┼──┼──┼──┼──┤
///      └──┴──┴──┴──┴──┴──┴──┴──┴──┘      a lone farmhouse at (1500, 300): no path within 300 m
///      0                          900
/// </code>
/// </remarks>
public sealed class SmallTown
{
    /// <summary>The data set's name.</summary>
    public const string Source = "small-town";

    /// <summary>The county's code.</summary>
    public const string County = "359921000000";

    /// <summary>The first community's code.</summary>
    public const string FirstCommunity = "359921001001";

    /// <summary>The second community's code.</summary>
    public const string SecondCommunity = "359921001002";

    /// <summary>The walled compound's code.</summary>
    public const string WalledCompound = "359921001001C001";

    private const int Columns = 10;
    private const int Rows = 7;
    private const double Spacing = 100;

    private static readonly TransverseMercator Plane = TransverseMercator.Around(new Position(118.5, 25.2));
    private static readonly (double X, double Y) Origin = Plane.Forward(new Position(118.5, 25.2));
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), Position.Srid);

    private readonly List<SurveyedWay> _ways = [];
    private readonly List<Building> _buildings = [];
    private readonly List<Entrance> _entrances = [];
    private readonly Dictionary<string, int> _sequences = new(StringComparer.Ordinal);

    private SmallTown()
    {
        AddStreets();
        AddCompoundPaths();
        AddBuildings();
    }

    /// <summary>The position so many metres east and north of the town's south-western corner.</summary>
    public static Position At(double east, double north) => Plane.Inverse(Origin.X + east, Origin.Y + north);

    /// <summary>Everything there is in the town.</summary>
    public static Delivery Deliver()
    {
        var town = new SmallTown();
        return new Delivery
        {
            Source = Source,
            Areas =
            [
                Area(County, "样县", -100, -100, 2100, 700),
                Area("359921001000", "样镇", -100, -100, 2100, 700),
                Area(FirstCommunity, "东风社区", -100, -100, 600, 700),
                Area(SecondCommunity, "=和平\"社区\"", 600, -100, 2100, 700), // a name that spreadsheets would run
            ],
            Grids =
            [
                Grid(FirstCommunity + "001", GridKind.Basic, -100, -100, 600, 300),
                Grid(FirstCommunity + "002", GridKind.Basic, -100, 300, 600, 700),
                Grid(SecondCommunity + "001", GridKind.Basic, 600, -100, 2100, 700),
            ],
            MicroGrids =
            [
                new MicroGrid
                {
                    Code = FirstCommunity + "001001",
                    Name = "第一微网格",
                    GridCode = GridCode.Parse(FirstCommunity + "001"),
                    Households = 40,
                    Geom = Box(-100, -100, 250, 300),
                    Source = Source,
                },
            ],
            Compounds =
            [
                new Compound
                {
                    Code = WalledCompound,
                    Name = "锦绣花园",
                    Kind = CompoundKind.ManagedHighRise,
                    IsWalled = true,
                    CommunityCode = AreaCode.Parse(FirstCommunity),
                    Geom = Box(310, 210, 590, 390),
                    Source = Source,
                },
                new Compound
                {
                    Code = SecondCommunity + "C001",
                    Name = "老街坊",
                    Kind = CompoundKind.OpenUnmanaged,
                    CommunityCode = AreaCode.Parse(SecondCommunity),
                    Geom = Box(605, 405, 695, 495),
                    Source = Source,
                },
            ],
            Gates =
            [
                Gate("G01", "西门", GateAccess.ResidentsOnly, 900_001, 310, 300),
                Gate("G02", "北门", GateAccess.StaffedVisitors, 900_002, 500, 390),
                Gate("G03", "南门", GateAccess.Closed, 900_003, 500, 210),
            ],
            Buildings = town._buildings,
            Entrances = town._entrances,
            Lanes =
            [
                new Lane
                {
                    Code = FirstCommunity + "L001",
                    Name = "中山路",
                    CommunityCode = AreaCode.Parse(FirstCommunity),
                    Geom = Factory.CreateMultiLineString([Line((0, 200), (900, 200))]),
                    Source = Source,
                },
            ],
            Ways = town._ways,
            Grounds =
            [
                new Ground
                {
                    Code = "pond",
                    Name = "荷塘",
                    Kind = GroundKind.Water,
                    Geom = Box(720, 20, 780, 80),
                    Source = Source,
                },
            ],
            Centers =
            [
                new NeighborCenter
                {
                    Code = FirstCommunity + "N01",
                    Name = "东风邻里中心",
                    Status = ServicePointStatus.Open,
                    CommunityCode = AreaCode.Parse(FirstCommunity),
                    Source = Source,
                },
            ],
            ServicePoints = ServicePoints(),
            Responders = [.. town.Responders()],
            Duties = Duties(),
        };
    }

    private static List<ServicePoint> ServicePoints() =>
        [
            ServicePoint(FirstCommunity + "P001", ServicePointStatus.Open, 5, 5, ServiceFunction.Medical),
            ServicePoint(
                FirstCommunity + "P002",
                ServicePointStatus.Open,
                455,
                305,
                ServiceFunction.Party,
                ServiceFunction.Elderly
            ),
            ServicePoint(SecondCommunity + "P001", ServicePointStatus.Planned, 805, 605, ServiceFunction.Medical),
            ServicePoint(SecondCommunity + "P002", ServicePointStatus.Open, 895, 595, ServiceFunction.Food),
            ServicePoint(FirstCommunity + "P003", ServicePointStatus.Open, 150, 595, ServiceFunction.Food),
            ServicePoint(
                SecondCommunity + "P003",
                ServicePointStatus.Open,
                640,
                5,
                ServiceFunction.Party,
                ServiceFunction.Medical,
                ServiceFunction.Food
            ),
        ];

    /// <summary>One at the first door of every fourth building; skills and duties go round.</summary>
    private IEnumerable<Responder> Responders()
    {
        Skill[] skills = Enum.GetValues<Skill>();
        for (int i = 0; i < _buildings.Count; i += 4)
        {
            Entrance? door = _entrances.Find(entrance => entrance.BuildingCode == _buildings[i].Code);
            yield return new Responder
            {
                Code = $"R{(i / 4) + 1:000000}",
                Name = $"居民{(i / 4) + 1}",
                Skills = [.. new[] { skills[i / 4 % 3], skills[3 + (i / 4 % 7)] }.Distinct()],
                HomeBuildingCode = _buildings[i].Code,
                Geom = door?.Geom ?? _buildings[i].Geom.Centroid,
                Source = Source,
            };
        }
    }

    private static List<Duty> Duties() =>
        [
            Duty(1, 1, DutyRole.Volunteer, DutyTarget.Area, FirstCommunity),
            Duty(2, 3, DutyRole.Volunteer, DutyTarget.Area, FirstCommunity),
            Duty(3, 3, DutyRole.GridWorker, DutyTarget.Grid, FirstCommunity + "002"),
            Duty(4, 7, DutyRole.Volunteer, DutyTarget.Area, SecondCommunity),
            Duty(5, 9, DutyRole.LaneHead, DutyTarget.Lane, FirstCommunity + "L001"),
        ];

    private void AddStreets()
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                AddStreet((column, row), (column + 1, row));
                AddStreet((column, row), (column, row + 1));
            }
        }
    }

    private void AddStreet((int Column, int Row) from, (int Column, int Row) to)
    {
        if (to.Column < Columns && to.Row < Rows && !IsInside(from) && !IsInside(to))
        {
            AddWay(WayKind.Residential, Crossing(from), Crossing(to));
        }

        static bool IsInside((int Column, int Row) at) => at is { Column: 4 or 5, Row: 3 };

        static (long, double, double) Crossing((int Column, int Row) at) =>
            ((at.Column * 100) + at.Row, at.Column * Spacing, at.Row * Spacing);
    }

    private void AddCompoundPaths()
    {
        (long, double, double) west = (900_001, 310, 300);
        (long, double, double) north = (900_002, 500, 390);
        (long, double, double) south = (900_003, 500, 210);
        (long, double, double) a = (900_010, 350, 300);
        (long, double, double) b = (900_011, 400, 300);
        (long, double, double) c = (900_012, 500, 300);
        (long, double, double) d = (900_013, 550, 300);
        (long, double, double) e = (900_014, 500, 350);
        (long, double, double) f = (900_015, 400, 250);
        AddWay(WayKind.Service, (303, 300, 300), west, a, b, c, d);
        AddWay(WayKind.Path, a, e);
        AddWay(WayKind.Steps, c, e);
        AddWay(WayKind.Path, e, north, (504, 500, 400));
        AddWay(WayKind.Path, c, south, (502, 500, 200));
        AddWay(WayKind.Path, b, f);
    }

    private void AddWay(WayKind kind, params (long Node, double East, double North)[] vertices) =>
        _ways.Add(
            new SurveyedWay
            {
                Id = _ways.Count + 1,
                Source = Source,
                Kind = kind,
                NodeIds = [.. vertices.Select(vertex => vertex.Node)],
                Geom = Line([.. vertices.Select(vertex => (vertex.East, vertex.North))]),
            }
        );

    private void AddBuildings()
    {
        for (int row = 0; row < Rows - 1; row++)
        {
            for (int column = 0; column < Columns - 1; column++)
            {
                if (column is < 3 or > 5 || row is < 2 or > 3)
                {
                    AddBuilding((column * Spacing) + 50, (row * Spacing) + 20, column + row);
                }
            }
        }

        AddBuilding(340, 330, 40);
        AddBuilding(420, 230, 41);
        AddBuilding(540, 330, 42);
        AddBuilding(455, 340, 43);
        AddBuilding(1500, 300, 44);

        // A workshop that nobody lives in is no demand; the same with people registered in it is.
        AddBuilding(250, 60, 45, BuildingUse.Industrial, isInhabited: false);
        AddBuilding(250, 80, 46, BuildingUse.Industrial);

        // Nobody has counted here.
        AddBuilding(850, 560, 47, isInhabited: false);
    }

    /// <summary>A building of 20 by 12 m; every fifth has no surveyed door, every third has two.</summary>
    private void AddBuilding(
        double east,
        double north,
        int number,
        BuildingUse use = BuildingUse.Residential,
        bool isInhabited = true
    )
    {
        string community = east < 600 ? FirstCommunity : SecondCommunity;
        int sequence = _sequences[community] = _sequences.GetValueOrDefault(community) + 1;
        string code = $"{community}{sequence:00000}";
        bool isWalled = east is > 310 and < 590 && north is > 210 and < 390;
        _buildings.Add(
            new Building
            {
                Code = code,
                Name = $"{sequence}号楼",
                Use = use,
                Floors = 6,
                Households = isInhabited ? 12 + (number % 7) : null,
                Residents = isInhabited ? 30 + (number % 11) : null,
                CommunityCode = AreaCode.Parse(community),
                CompoundCode = isWalled ? WalledCompound : null,
                Geom = Box(east - 10, north - 6, east + 10, north + 6),
                Source = Source,
            }
        );
        for (
            int door = 1;
            door
                <= (
                    sequence % 5 == 0 ? 0
                    : sequence % 3 == 0 ? 2
                    : 1
                );
            door++
        )
        {
            _entrances.Add(
                new Entrance
                {
                    Code = $"{code}E{door:00}",
                    Name = $"{door}单元",
                    BuildingCode = code,
                    Geom = door == 1 ? Point(east - 5, north - 6) : Point(east + 5, north + 6),
                    Source = Source,
                }
            );
        }
    }

    private static Area Area(string code, string name, double west, double south, double east, double north) =>
        new()
        {
            Code = AreaCode.Parse(code),
            Name = name,
            Geom = Box(west, south, east, north),
            Source = Source,
        };

    private static Grid Grid(string code, GridKind kind, double west, double south, double east, double north) =>
        new()
        {
            Code = GridCode.Parse(code),
            Name = $"网格{code[^3..]}",
            Kind = kind,
            Geom = Box(west, south, east, north),
            Source = Source,
        };

    private static Gate Gate(string code, string name, GateAccess access, long node, double east, double north) =>
        new()
        {
            Code = WalledCompound + code,
            Name = name,
            CompoundCode = WalledCompound,
            Access = access,
            NodeId = node,
            Geom = Point(east, north),
            Source = Source,
        };

    private static ServicePoint ServicePoint(
        string code,
        ServicePointStatus status,
        double east,
        double north,
        params ServiceFunction[] functions
    ) =>
        new()
        {
            Code = code,
            Name = $"服务点{code[^4..]}",
            Kind = ServicePointKind.Station,
            Functions = functions,
            Status = status,
            CommunityCode = AreaCode.Parse(code[..AreaCode.Length]),
            Geom = Point(east, north),
            Source = Source,
        };

    private static Duty Duty(int number, int responder, DutyRole role, DutyTarget target, string code) =>
        new()
        {
            Code = $"D{number:000000}",
            ResponderCode = $"R{responder:000000}",
            Role = role,
            Target = target,
            TargetCode = code,
            Source = Source,
        };

    private static Coordinate Corner(double east, double north)
    {
        Position position = At(east, north);
        return new Coordinate(Math.Round(position.Longitude, 9), Math.Round(position.Latitude, 9));
    }

    private static Point Point(double east, double north) => Factory.CreatePoint(Corner(east, north));

    private static LineString Line(params (double East, double North)[] vertices) =>
        Factory.CreateLineString([.. vertices.Select(vertex => Corner(vertex.East, vertex.North))]);

    private static MultiPolygon Box(double west, double south, double east, double north) =>
        Factory.CreateMultiPolygon([
            Factory.CreatePolygon([
                Corner(west, south),
                Corner(east, south),
                Corner(east, north),
                Corner(west, north),
                Corner(west, south),
            ]),
        ]);
}
