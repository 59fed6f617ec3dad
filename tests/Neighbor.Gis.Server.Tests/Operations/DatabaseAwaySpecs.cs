using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Neighbor.Gis.Server.Tests.Hosting;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Operations;

public class DatabaseAwaySpecs
{
    [Fact]
    public async Task A_service_whose_database_is_away_lives_and_says_when_to_ask_again()
    {
        await using var town = new TownHost();
        Assert.Equal("live", await town.Http.GetStringAsync("/health/live"));
        foreach (string address in new[] { "/health/ready", "/api/v1/catalogue", "/api/v1/locate?lon=118.5&lat=25.2" })
        {
            using HttpResponseMessage response = await town.Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal(5, response.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
            JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("/problems/database-unavailable", problem.GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task With_a_map_in_memory_only_what_needs_the_database_is_refused()
    {
        await using TownHost town = TownHost.OfSmallTown();
        Assert.Equal(
            "exact",
            (await town.GetAsync("/api/v1/locate?lon=118.503&lat=25.202")).GetProperty("coverage").GetString()
        );
        (HttpStatusCode status, JsonElement problem) = await town.RefusedAsync(
            "/ogc/collections/buildings/tiles/WebMercatorQuad/16/28000/54000"
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("/problems/database-unavailable", problem.GetProperty("type").GetString());
    }
}
