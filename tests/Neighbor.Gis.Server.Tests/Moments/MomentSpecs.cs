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

namespace Neighbor.Gis.Server.Tests.Moments;

/// <summary>The town's west gate is open on working days by day, the others are closed; the clinic for the old is inside.</summary>
public class MomentSpecs
{
    private const string Function = "function=elderly&maxMinutes=60";

    [Theory]
    [InlineData("whenever", 160)]
    [InlineData("2026-11-25T12:00", 160)] // a Wednesday
    [InlineData("2026-11-25T05:59", null)]
    [InlineData("2026-11-25T22:00", null)]
    [InlineData("2026-11-29T12:00", null)] // a Sunday
    [InlineData("2026-10-01T12:00", null)] // a Thursday, and a holiday
    public async Task A_gate_lets_in_within_its_hours_and_the_answer_says_for_when(string at, int? metres)
    {
        await using TownHost town = new(ByDay(), ("Walking:Holidays:0", "2026-10-01"));
        JsonElement answer = await town.GetAsync(Ask("nearest/service-points", 300, 300, $"{Function}&at={at}"));
        JsonElement moment = answer.GetProperty("moment");
        Assert.Equal(at, moment.GetProperty("at").GetString());
        Assert.Equal(
            at.StartsWith("2026-10-01", StringComparison.Ordinal),
            moment.GetProperty("isHoliday").GetBoolean()
        );
        JsonElement results = answer.GetProperty("results");
        Assert.Equal(metres is null ? 0 : 1, results.GetArrayLength());
        if (metres is { } expected)
        {
            Assert.Equal(expected, results[0].GetProperty("walkMetres").GetDouble(), 0.5);
        }
    }

    [Fact]
    public async Task Every_walking_question_heeds_the_moment()
    {
        await using TownHost town = new(ByDay());
        Assert.True(await CoveredAsync("2026-11-25T12:00") > await CoveredAsync("2026-11-25T23:00"));
        Assert.True(await DrawnAsync("2026-11-25T12:00") > await DrawnAsync("2026-11-25T23:00"));
        Assert.NotEqual(await RespondersAsync("2026-11-25T12:00"), await RespondersAsync("2026-11-25T23:00"));

        async Task<long> CoveredAsync(string at) =>
            (await town.GetAsync($"/api/v1/coverage?function=elderly&minutes=60&at={at}"))
                .GetProperty("totals")
                .GetProperty("buildings")
                .GetProperty("covered")
                .GetInt64();

        async Task<double> DrawnAsync(string at) =>
            (await town.GetAsync(Ask("isochrones", 300, 300, $"minutes=5&at={at}")))
                .GetProperty("features")[0]
                .GetProperty("properties")
                .GetProperty("reachedMetres")
                .GetDouble();

        async Task<string> RespondersAsync(string at) =>
            string.Join(
                ',',
                (await town.GetAsync(Ask("nearest/responders", 455, 305, $"k=3&at={at}")))
                    .GetProperty("results")
                    .EnumerateArray()
                    .Select(one => one.GetProperty("code").GetString())
            );
    }

    [Fact]
    public async Task A_closure_holds_from_its_first_instant_to_before_its_last()
    {
        // Noon to one o'clock in Shanghai, across the path between the west gate and the point inside.
        Position south = SmallTown.At(380, 250);
        Position north = SmallTown.At(380, 350);
        Closure closure = new()
        {
            Code = "X000001",
            Name = "东墙内",
            Source = "test",
            StartsAt = new DateTime(2026, 11, 25, 4, 0, 0, DateTimeKind.Utc),
            EndsAt = new DateTime(2026, 11, 25, 5, 0, 0, DateTimeKind.Utc),
            Line = new MultiLineString([
                new LineString([
                    new Coordinate(south.Longitude, south.Latitude),
                    new Coordinate(north.Longitude, north.Latitude),
                ]),
            ]),
        };
        await using TownHost town = new(ByDay());
        town.Show(SnapshotBuilder.Build(TownHost.RowsOf(ByDay(), [closure])));

        Assert.Equal((1, ""), await AskAtAsync("2026-11-25T11:59"));
        Assert.Equal((0, "X000001"), await AskAtAsync("2026-11-25T12:00"));
        Assert.Equal((0, "X000001"), await AskAtAsync("2026-11-25T12:59"));
        Assert.Equal((1, ""), await AskAtAsync("2026-11-25T13:00"));

        async Task<(int Found, string Closures)> AskAtAsync(string at)
        {
            JsonElement answer = await town.GetAsync(Ask("nearest/service-points", 300, 300, $"{Function}&at={at}"));
            return (
                answer.GetProperty("results").GetArrayLength(),
                string.Join(
                    ',',
                    answer.GetProperty("moment").GetProperty("closures").EnumerateArray().Select(one => one.GetString())
                )
            );
        }
    }

    private static Delivery ByDay()
    {
        Delivery town = SmallTown.Deliver();
        return town with
        {
            Gates = [.. town.Gates.Select(gate => Gates.With(gate, AccessOf(gate), "Mo-Fr 06:00-22:00; PH off"))],
        };
    }

    private static GateAccess AccessOf(Gate gate) =>
        gate.Code.EndsWith("G01", StringComparison.Ordinal) ? gate.Access : GateAccess.Closed;

    private static string Ask(string what, double east, double north, string rest)
    {
        Position position = SmallTown.At(east, north);
        return FormattableString.Invariant($"/api/v1/{what}?lon={position.Longitude}&lat={position.Latitude}&{rest}");
    }
}
