using System.Globalization;
using System.Net;
using System.Text.Json;
using Neighbor.Gis.Server.Tests.Hosting;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Testing.Scenes;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Dispatch;

public sealed class NearestSpecs : IAsyncLifetime
{
    private readonly TownHost _town = TownHost.OfSmallTown();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task The_nearest_open_points_come_in_walking_order_and_planned_ones_never()
    {
        // On the street at (800, 600), beside the planned clinic: the clinics are at (640, 5) and (5, 5).
        JsonElement answer = await _town.GetAsync(Ask("service-points", 800, 600, "function=medical&maxMinutes=60"));
        Assert.Equal(
            [SmallTown.SecondCommunity + "P003", SmallTown.FirstCommunity + "P001"],
            answer.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("code").GetString())
        );

        // Down to y = 0 and along to x = 640: 600 + 160 m, and 5 m from the street to the door.
        JsonElement first = answer.GetProperty("results")[0];
        Assert.Equal(765, first.GetProperty("walkMetres").GetDouble(), 0.5);
        Assert.Equal(765, first.GetProperty("walkSeconds").GetDouble(), 0.5);
        Assert.Equal(5, first.GetProperty("snapMetres").GetDouble(), 0.2);
        Assert.Equal(Math.Sqrt((160 * 160) + (595 * 595)), first.GetProperty("straightMetres").GetDouble(), 0.5);
        Assert.Equal(0, answer.GetProperty("origin").GetProperty("snapMetres").GetDouble(), 0.2);
        Assert.Equal("planning", answer.GetProperty("pace").GetProperty("name").GetString());
        Assert.Equal(1, answer.GetProperty("pace").GetProperty("metresPerSecond").GetDouble());
        Assert.False(first.TryGetProperty("path", out _));
    }

    [Fact]
    public async Task The_path_is_as_long_as_the_walk_and_joins_the_two_doors()
    {
        JsonElement answer = await _town.GetAsync(
            Ask("service-points", 800, 590, "function=medical&maxMinutes=60&path=true")
        );
        Assert.Equal(2, answer.GetProperty("results").GetArrayLength());
        foreach (JsonElement one in answer.GetProperty("results").EnumerateArray())
        {
            Position[] path = PathOf(one);
            Assert.Equal(one.GetProperty("walkMetres").GetDouble(), Geodesic.Metres(path), 0.5);
            Assert.Equal(0, Geodesic.Metres(path[0], SmallTown.At(800, 590)), 0.1);
            Assert.Equal(
                0,
                Geodesic.Metres(
                    path[^1],
                    new Position(one.GetProperty("lon").GetDouble(), one.GetProperty("lat").GetDouble())
                ),
                0.1
            );
        }
    }

    [Fact]
    public async Task A_responder_walks_toward_the_point()
    {
        JsonElement answer = await _town.GetAsync(Ask("responders", 50, 0, "k=3&path=true&pace=adult"));
        JsonElement first = answer.GetProperty("results")[0];
        Position[] path = PathOf(first);
        Assert.Equal(0, Geodesic.Metres(path[^1], SmallTown.At(50, 0)), 0.1);
        Assert.Equal(
            first.GetProperty("walkMetres").GetDouble() / 1.33,
            first.GetProperty("walkSeconds").GetDouble(),
            0.1
        );
        double[] seconds =
        [
            .. answer.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("walkSeconds").GetDouble()),
        ];
        Assert.Equal(3, seconds.Length);
        Assert.Equal(seconds.Order(), seconds);
    }

    [Fact]
    public async Task A_skill_and_a_role_leave_only_those_who_have_both()
    {
        JsonElement volunteers = await _town.GetAsync(Ask("responders", 50, 0, "k=50&maxMinutes=60&role=volunteer"));
        Assert.Equal(["R000001", "R000003", "R000007"], Codes(volunteers).Order(StringComparer.Ordinal));
        JsonElement helpers = await _town.GetAsync(
            Ask("responders", 50, 0, "k=50&maxMinutes=60&role=volunteer&skill=firstAid")
        );
        Assert.All(
            helpers.GetProperty("results").EnumerateArray(),
            one =>
            {
                Assert.Contains("firstAid", Texts(one.GetProperty("skills")));
                Assert.Contains("volunteer", Texts(one.GetProperty("roles")));
            }
        );
        Assert.True(Codes(helpers).Count < Codes(volunteers).Count);
        Assert.Equal(
            ["volunteer", "gridWorker"],
            Texts(Named(volunteers, "R000003").GetProperty("roles")).OrderDescending()
        );
    }

    [Fact]
    public async Task Nobody_walks_through_a_compound_and_those_inside_walk_out_by_the_nearer_gate()
    {
        // Outside west gate to outside north gate: 100 m up and 200 m along, not the short cut through the compound.
        JsonElement answer = await _town.GetAsync(Ask("service-points", 300, 300, "function=elderly&path=true"));
        JsonElement inside = Assert.Single(answer.GetProperty("results").EnumerateArray());

        // The point at (455, 305) is inside: from the west gate along the path at y = 300, 155 m and 5 m more.
        Assert.Equal(160, inside.GetProperty("walkMetres").GetDouble(), 0.5);

        JsonElement around = await _town.GetAsync(Ask("service-points", 300, 300, "function=food&maxMinutes=60"));
        double toTheEast = Named(around, SmallTown.SecondCommunity + "P002").GetProperty("walkMetres").GetDouble();
        Assert.Equal(300 + 595 + 5, toTheEast, 1.0); // (300, 300) to (895, 600) by the streets, then 5 m
    }

    [Fact]
    public async Task A_point_in_another_datum_is_moved_before_it_is_asked_about()
    {
        Position here = SmallTown.At(800, 600);
        Position shifted = Spatial.Datums.DatumShift.FromCgcs2000(here, Spatial.Datums.Datum.Gcj02);
        JsonElement answer = await _town.GetAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/api/v1/nearest/service-points?lon={shifted.Longitude}&lat={shifted.Latitude}&datum=gcj02&function=food"
            )
        );
        JsonElement origin = answer.GetProperty("origin");
        var understood = new Position(origin.GetProperty("lon").GetDouble(), origin.GetProperty("lat").GetDouble());
        Assert.Equal(0, Geodesic.Metres(here, understood), 0.1);
    }

    [Fact]
    public async Task Far_from_every_path_the_distance_is_told()
    {
        (HttpStatusCode status, JsonElement problem) = await _town.RefusedAsync(
            Ask("service-points", 1500, 300, "function=food")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("/problems/not-on-network", problem.GetProperty("type").GetString());
        Assert.Equal(600, problem.GetProperty("nearestMetres").GetDouble(), 1.0);
        Assert.Equal(300, problem.GetProperty("limitMetres").GetDouble());
    }

    [Fact]
    public async Task Where_nothing_is_within_the_minutes_the_list_is_empty()
    {
        JsonElement answer = await _town.GetAsync(Ask("service-points", 800, 600, "function=medical&maxMinutes=1"));
        Assert.Equal(0, answer.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task An_empty_map_says_that_it_is_empty()
    {
        await using TownHost empty = TownHost.OfNothing();
        (HttpStatusCode status, JsonElement problem) = await empty.RefusedAsync(
            Ask("service-points", 0, 0, "function=food")
        );
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("/problems/empty-map", problem.GetProperty("type").GetString());
    }

    private static string Ask(string what, double east, double north, string rest)
    {
        Position position = SmallTown.At(east, north);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/nearest/{what}?lon={position.Longitude}&lat={position.Latitude}&{rest}"
        );
    }

    private static Position[] PathOf(JsonElement one)
    {
        Assert.Equal("LineString", one.GetProperty("path").GetProperty("type").GetString());
        return
        [
            .. one.GetProperty("path")
                .GetProperty("coordinates")
                .EnumerateArray()
                .Select(pair => new Position(pair[0].GetDouble(), pair[1].GetDouble())),
        ];
    }

    private static List<string> Codes(JsonElement answer) =>
        [.. answer.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("code").GetString()!)];

    private static JsonElement Named(JsonElement answer, string code) =>
        answer.GetProperty("results").EnumerateArray().Single(one => one.GetProperty("code").GetString() == code);

    private static List<string> Texts(JsonElement words) =>
        [.. words.EnumerateArray().Select(word => word.GetString()!)];
}
