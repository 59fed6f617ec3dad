using System.Net;
using System.Text.Json;
using Neighbor.Gis.Contracts.Hosting;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.Testing.Scenes;
using Npgsql;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Contracts.Changes;

public class ChangeSpecs
{
    [Fact(Timeout = 60_000)]
    public async Task A_service_on_an_empty_database_answers_and_takes_in_the_first_delivery_by_itself()
    {
        await using ServedTown town = await ServedTown.StartAsync(null);
        JsonElement ready = await town.GetAsync("/health/ready");
        Assert.Equal(0, ready.GetProperty("buildings").GetInt32());
        foreach (string question in new[] { "coverage?function=food", "isochrones?lon=118.5&lat=25.2" })
        {
            using HttpResponseMessage response = await town.Http.GetAsync("/api/v1/" + question);
            Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        }

        JsonElement nowhere = await town.GetAsync("/api/v1/locate?lon=118.5&lat=25.2");
        Assert.Equal("none", nowhere.GetProperty("coverage").GetString());
        Assert.Equal(JsonValueKind.Null, (await town.GetAsync("/api/v1/catalogue")).GetProperty("bounds").ValueKind);

        await new DeliveryStore(town.Database.Source).ReplaceAsync(SmallTown.Deliver(), "test", "test");
        await ReadyAfterAsync(town, 0);
        JsonElement coverage = await town.GetAsync("/api/v1/coverage?function=food");
        Assert.Equal(55, coverage.GetProperty("totals").GetProperty("buildings").GetProperty("total").GetInt32());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_point_that_closes_serves_nobody_any_more()
    {
        await using ServedTown town = await ServedTown.StartAsync(SmallTown.Deliver());
        long before = (await town.GetAsync("/health/ready")).GetProperty("revision").GetInt64();
        Assert.Equal(1, await PointsAsync(town));

        await ExecuteAsync(
            town,
            $"update service_point set status = 'closed' where code = '{SmallTown.FirstCommunity}P002'"
        );
        await ReadyAfterAsync(town, before);
        Assert.Equal(0, await PointsAsync(town));

        static async Task<int> PointsAsync(ServedTown town) =>
            (await town.GetAsync("/api/v1/coverage?function=elderly")).GetProperty("points").GetInt32();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_gate_that_opens_to_all_lets_walkers_through()
    {
        await using ServedTown town = await ServedTown.StartAsync(SmallTown.Deliver());
        long before = (await town.GetAsync("/health/ready")).GetProperty("revision").GetInt64();

        // From the west gate's street corner to the service point far to the north-east, by the streets: 300 + 595 + 5 m.
        double around = await MetresAsync(town);
        await ExecuteAsync(town, "update gate set access = 'open'");
        await ReadyAfterAsync(town, before);

        // Through: 10 to the gate, 40 on to the fork, 158.1 along the diagonal, 50 out by the north gate; then by the streets.
        double through = await MetresAsync(town);
        Assert.Equal(900, around, 1.0);
        Assert.Equal(50 + Math.Sqrt((150 * 150) + (50 * 50)) + 50 + 200 + 395 + 5, through, 1.0);

        static async Task<double> MetresAsync(ServedTown town)
        {
            Position at = SmallTown.At(300, 300);
            JsonElement answer = await town.GetAsync(
                FormattableString.Invariant(
                    $"/api/v1/nearest/service-points?lon={at.Longitude}&lat={at.Latitude}&function=food&maxMinutes=60"
                )
            );
            return answer
                .GetProperty("results")
                .EnumerateArray()
                .Single(one => one.GetProperty("code").GetString() == SmallTown.SecondCommunity + "P002")
                .GetProperty("walkMetres")
                .GetDouble();
        }
    }

    private static async Task ExecuteAsync(ServedTown town, string statement)
    {
        await using NpgsqlCommand command = town.Database.Source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks until the service answers from a later state; the test's own time limit ends it otherwise.</summary>
    private static async Task ReadyAfterAsync(ServedTown town, long revision)
    {
        while ((await town.GetAsync("/health/ready")).GetProperty("revision").GetInt64() <= revision)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
