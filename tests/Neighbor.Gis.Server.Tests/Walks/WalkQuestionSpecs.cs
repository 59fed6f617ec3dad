using System.Net;
using System.Text.Json;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Server.Tests.Hosting;
using Neighbor.Gis.Testing.Scenes;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Tests.Walks;

/// <summary>Walks in the small town: streets every 100 m, and a walled compound from (310, 210) to (590, 390) with gates W, N and S.</summary>
public sealed class WalkQuestionSpecs : IAsyncDisposable
{
    private const string WestGate = SmallTown.WalledCompound + "G01";
    private const string NorthGate = SmallTown.WalledCompound + "G02";

    private readonly TownHost _town = TownHost.OfSmallTown();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_walk_into_the_compound_names_the_gate_it_goes_through_and_is_drawn_door_to_door()
    {
        JsonElement answer = await _town.GetAsync(Ask((300, 300), (455, 305)));
        Assert.True(answer.GetProperty("isReachable").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("hindrance").ValueKind);
        JsonElement walk = answer.GetProperty("walk");
        Assert.Equal(160, walk.GetProperty("metres").GetDouble(), 0.5);
        Assert.Equal(160, walk.GetProperty("seconds").GetDouble(), 0.5);
        Assert.Equal(0, walk.GetProperty("fromMetres").GetDouble(), 0.2);
        Assert.Equal(5, walk.GetProperty("toMetres").GetDouble(), 0.2);
        Assert.Equal("planning", answer.GetProperty("pace").GetProperty("name").GetString());
        Assert.Equal("whenever", answer.GetProperty("moment").GetProperty("at").GetString());
        JsonElement crossed = Assert.Single(walk.GetProperty("crossed").EnumerateArray());
        Assert.Equal("gate", Text(crossed, "kind"));
        JsonElement gate = crossed.GetProperty("gate");
        Assert.Equal(
            (WestGate, "西门", "residentsOnly", true, SmallTown.WalledCompound),
            (
                Text(gate, "code"),
                Text(gate, "name"),
                Text(gate, "access"),
                gate.GetProperty("isInward").GetBoolean(),
                Text(gate, "compound")
            )
        );
        JsonElement[] course = [.. walk.GetProperty("path").GetProperty("coordinates").EnumerateArray()];
        Position door = SmallTown.At(455, 305);
        Assert.Equal(door.Longitude, course[^1][0].GetDouble(), 1e-6);
        Assert.Equal(door.Latitude, course[^1][1].GetDouble(), 1e-6);
    }

    [Fact]
    public async Task Too_far_says_how_long_it_would_take()
    {
        JsonElement hindrance = await HindranceAsync(Ask((300, 300), (900, 600), "&maxMinutes=10"));
        Assert.Equal("tooFar", Text(hindrance, "kind"));
        Assert.Equal(900, hindrance.GetProperty("walk").GetProperty("seconds").GetDouble(), 1.0); // 600 + 300 m by the streets
    }

    [Theory]
    [InlineData("2026-11-25T05:00", "2026-11-25T06:00")]
    [InlineData("2026-11-27T23:15", "2026-11-30T06:00")] // a Friday night: on Monday morning
    public async Task A_gate_shut_by_its_hours_says_when_it_opens_next(string at, string opensAt)
    {
        await using TownHost town = new(ByDay());
        JsonElement answer = await town.GetAsync(Ask((300, 300), (455, 305), $"&at={at}"));
        Assert.False(answer.GetProperty("isReachable").GetBoolean());
        JsonElement hindrance = answer.GetProperty("hindrance");
        JsonElement gate = hindrance.GetProperty("gate");
        Assert.Equal(
            ("closedGate", WestGate, "Mo-Fr 06:00-22:00", opensAt),
            (Text(hindrance, "kind"), Text(gate, "code"), Text(gate, "hours"), Text(gate, "opensAt"))
        );
        Position west = SmallTown.At(310, 300);
        Assert.Equal(west.Longitude, hindrance.GetProperty("lon").GetDouble(), 1e-6);
        Assert.Equal(west.Latitude, hindrance.GetProperty("lat").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task A_stored_closure_is_named_by_its_code_and_its_end()
    {
        Closure zone = new()
        {
            Code = "X000007",
            Name = "东市场",
            Source = "test",
            StartsAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            EndsAt = new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Zone = new MultiPolygon([ZoneOf(650, -50, 950, 250)]),
        };
        _town.Show(SnapshotBuilder.Build(TownHost.RowsOf(SmallTown.Deliver(), [zone])));
        JsonElement hindrance = await HindranceAsync(Ask((100, 100), (800, 100)));
        JsonElement closure = hindrance.GetProperty("closure");
        Assert.Equal(
            ("controlZone", "X000007", "东市场", "2099-01-01T08:00"),
            (Text(hindrance, "kind"), Text(closure, "code"), Text(closure, "name"), Text(closure, "until"))
        );
        Position edge = SmallTown.At(650, 100);
        Assert.Equal(edge.Longitude, hindrance.GetProperty("lon").GetDouble(), 2e-6);
        Assert.True((await _town.GetAsync(Ask((700, 100), (800, 100)))).GetProperty("isReachable").GetBoolean());
    }

    [Fact]
    public async Task Where_no_path_is_near_the_distance_and_the_end_are_told()
    {
        JsonElement hindrance = await HindranceAsync(Ask((300, 300), (1500, 300)));
        Assert.Equal(("notOnNetwork", "to"), (Text(hindrance, "kind"), Text(hindrance, "end")));
        Assert.Equal(600, hindrance.GetProperty("nearestMetres").GetDouble(), 1.0);
        Assert.Equal("from", Text(await HindranceAsync(Ask((1500, 300), (300, 300))), "end"));
    }

    [Fact]
    public async Task What_if_gates_and_closures_change_one_answer_and_nothing_else()
    {
        string north = Gate(NorthGate, "closed");
        string west = Gate(WestGate, "closed");
        JsonElement shut = await PostAsync($"\"gates\":[{north},{west}]");
        Assert.Equal("closedGate", Text(shut.GetProperty("hindrance"), "kind"));
        Assert.Equal("closed", Text(shut.GetProperty("hindrance").GetProperty("gate"), "access"));

        JsonElement around = await PostAsync($"\"gates\":[{west}]");
        Assert.Equal(NorthGate, Text(around.GetProperty("walk").GetProperty("crossed")[0].GetProperty("gate"), "code"));

        JsonElement closed = await PostAsync(
            $"\"closures\":[{Line((380, 250), (380, 350))},{Polygon(ZoneOf(440, 290, 470, 320))}]"
        );
        Assert.False(closed.GetProperty("isReachable").GetBoolean());
        JsonElement hindrance = closed.GetProperty("hindrance");
        Assert.Equal("closure", Text(hindrance, "kind"));
        Assert.Equal(0, hindrance.GetProperty("closure").GetProperty("whatIf").GetInt32());

        Assert.True((await _town.GetAsync(Ask((300, 300), (455, 305)))).GetProperty("isReachable").GetBoolean());
    }

    private static Delivery ByDay()
    {
        Delivery town = SmallTown.Deliver();
        return town with
        {
            Gates =
            [
                .. town.Gates.Select(gate =>
                    gate.Code == WestGate
                        ? Gates.With(gate, gate.Access, "Mo-Fr 06:00-22:00")
                        : Gates.With(gate, GateAccess.EmergencyOnly, null)
                ),
            ],
        };
    }

    private static Polygon ZoneOf(double west, double south, double east, double north) =>
        new(new LinearRing([At(west, south), At(east, south), At(east, north), At(west, north), At(west, south)]));

    private static Coordinate At(double east, double north)
    {
        Position position = SmallTown.At(east, north);
        return new Coordinate(position.Longitude, position.Latitude);
    }

    private static string Line(params (double East, double North)[] vertices) =>
        $$"""{"type":"LineString","coordinates":[{{string.Join(',', vertices.Select(vertex => Pair(At(vertex.East, vertex.North))))}}]}""";

    private static string Polygon(Polygon polygon) =>
        $$"""{"type":"Polygon","coordinates":[[{{string.Join(',', polygon.Coordinates.Select(Pair))}}]]}""";

    private static string Pair(Coordinate at) => FormattableString.Invariant($"[{at.X},{at.Y}]");

    private static string Place(double east, double north)
    {
        Position at = SmallTown.At(east, north);
        return FormattableString.Invariant($$"""{"lon":{{at.Longitude}},"lat":{{at.Latitude}}}""");
    }

    private static string Gate(string code, string access) => $$"""{"code":"{{code}}","access":"{{access}}"}""";

    private static string Ask((double East, double North) from, (double East, double North) to, string rest = "")
    {
        Position begin = SmallTown.At(from.East, from.North);
        Position end = SmallTown.At(to.East, to.North);
        return FormattableString.Invariant(
            $"/api/v1/walks?fromLon={begin.Longitude}&fromLat={begin.Latitude}&toLon={end.Longitude}&toLat={end.Latitude}{rest}"
        );
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task<JsonElement> HindranceAsync(string address)
    {
        JsonElement answer = await _town.GetAsync(address);
        Assert.False(answer.GetProperty("isReachable").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("walk").ValueKind);
        return answer.GetProperty("hindrance");
    }

    private async Task<JsonElement> PostAsync(string whatIf)
    {
        string body = $$$"""{"from":{{{Place(300, 300)}}},"to":{{{Place(455, 305)}}},"whatIf":{ {{{whatIf}}} }}""";
        (HttpStatusCode status, JsonElement answer) = await _town.PostAsync("/api/v1/walks", body);
        Assert.Equal((HttpStatusCode.OK, ""), (status, status == HttpStatusCode.OK ? "" : answer.ToString()));
        return answer;
    }
}
