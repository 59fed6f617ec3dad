using System.Net;
using System.Text;
using System.Text.Json;
using Neighbor.Gis.Server.Tests.Hosting;
using Neighbor.Gis.Testing.Scenes;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Coverage;

public sealed class CoverageReportSpecs : IAsyncLifetime
{
    private readonly TownHost _town = TownHost.OfSmallTown();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Every_building_people_live_in_is_counted_once_and_the_rows_add_up()
    {
        foreach (string by in new[] { "community", "grid", "compound" })
        {
            JsonElement answer = await _town.GetAsync(
                $"/api/v1/coverage?area={SmallTown.County}&function=medical&minutes=10&by={by}"
            );
            JsonElement totals = answer.GetProperty("totals");
            Assert.Equal(by, answer.GetProperty("by").GetString());

            // 6 by 9 blocks less the 3 by 2 of the compound, 4 inside it, the farmhouse, the inhabited workshop, the uncounted one.
            Assert.Equal(54 - 6 + 4 + 1 + 1 + 1, totals.GetProperty("buildings").GetProperty("total").GetInt32());
            Assert.Equal(1, totals.GetProperty("unsnapped").GetInt32());
            Assert.Equal(1, totals.GetProperty("withoutCounts").GetInt32());
            foreach (string group in new[] { "buildings", "households", "residents" })
            {
                foreach (string figure in new[] { "total", "covered", "uncovered" })
                {
                    Assert.Equal(
                        totals.GetProperty(group).GetProperty(figure).GetInt64(),
                        answer
                            .GetProperty("rows")
                            .EnumerateArray()
                            .Sum(row => row.GetProperty(group).GetProperty(figure).GetInt64())
                    );
                }
            }

            JsonElement uncovered = answer.GetProperty("uncovered");
            Assert.Equal("FeatureCollection", uncovered.GetProperty("type").GetString());
            Assert.Equal(
                totals.GetProperty("buildings").GetProperty("uncovered").GetInt32(),
                uncovered.GetProperty("features").GetArrayLength()
            );
        }
    }

    [Fact]
    public async Task The_lone_farmhouse_is_uncovered_without_a_walk_and_the_others_outside_are_told_theirs()
    {
        JsonElement answer = await _town.GetAsync(
            $"/api/v1/coverage?area={SmallTown.County}&function=medical&minutes=5"
        );
        JsonElement[] outside = [.. answer.GetProperty("uncovered").GetProperty("features").EnumerateArray()];
        JsonElement alone = Assert.Single(
            outside,
            one => one.GetProperty("properties").GetProperty("walkSeconds").ValueKind == JsonValueKind.Null
        );
        Assert.Equal("Point", alone.GetProperty("geometry").GetProperty("type").GetString());
        Assert.All(
            outside.Where(one =>
                one.GetProperty("properties").GetProperty("walkSeconds").ValueKind != JsonValueKind.Null
            ),
            one => Assert.True(one.GetProperty("properties").GetProperty("walkSeconds").GetDouble() > 300)
        );
        Assert.Equal(2, answer.GetProperty("points").GetInt32()); // the planned clinic does not count
    }

    [Fact]
    public async Task More_minutes_never_cover_fewer_and_an_hour_covers_all_who_have_a_path()
    {
        long before = 0;
        for (int minutes = 1; minutes <= 60; minutes += 4)
        {
            JsonElement residents = await ResidentsAsync($"area={SmallTown.County}&function=food&minutes={minutes}");
            long covered = residents.GetProperty("covered").GetInt64();
            Assert.True(covered >= before);
            before = covered;
        }

        JsonElement all = await ResidentsAsync($"area={SmallTown.County}&function=food&minutes=60");
        Assert.Equal(0.983, all.GetProperty("share").GetDouble(), 0.01);
        Assert.True(all.GetProperty("share").GetDouble() < 1);
    }

    [Fact]
    public async Task A_community_has_its_own_buildings_and_is_served_across_its_border()
    {
        JsonElement answer = await _town.GetAsync(
            $"/api/v1/coverage?area={SmallTown.SecondCommunity}&function=elderly&minutes=60"
        );
        JsonElement row = Assert.Single(answer.GetProperty("rows").EnumerateArray());
        Assert.Equal(SmallTown.SecondCommunity, row.GetProperty("code").GetString());
        Assert.Equal("=和平\"社区\"", row.GetProperty("name").GetString());

        // The only point is in the other community.
        Assert.True(row.GetProperty("residents").GetProperty("covered").GetInt64() > 0);
        Assert.Equal(1, answer.GetProperty("points").GetInt32());
    }

    [Fact]
    public async Task A_function_nobody_offers_covers_nobody_and_says_so()
    {
        JsonElement answer = await _town.GetAsync($"/api/v1/coverage?area={SmallTown.County}&function=rest");
        Assert.Equal(0, answer.GetProperty("points").GetInt32());
        Assert.Equal(0, answer.GetProperty("totals").GetProperty("residents").GetProperty("share").GetDouble());
    }

    [Fact]
    public async Task Without_an_area_the_whole_map_is_counted()
    {
        JsonElement map = await _town.GetAsync("/api/v1/coverage?function=food");
        JsonElement county = await _town.GetAsync($"/api/v1/coverage?function=food&area={SmallTown.County}");
        Assert.Equal(JsonValueKind.Null, map.GetProperty("area").ValueKind);
        Assert.Equal("样县", county.GetProperty("area").GetProperty("name").GetString());
        Assert.Equal(county.GetProperty("totals").GetRawText(), map.GetProperty("totals").GetRawText());
    }

    [Fact]
    public async Task A_table_is_utf8_with_its_mark_and_no_cell_runs()
    {
        foreach (bool byHeader in new[] { true, false })
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                $"/api/v1/coverage?area={SmallTown.County}&function=food" + (byHeader ? "" : "&format=csv")
            );
            if (byHeader)
            {
                request.Headers.Accept.ParseAdd("text/csv");
            }

            using HttpResponseMessage response = await _town.Http.SendAsync(request);
            Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
            byte[] bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
            string[] lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
            Assert.StartsWith("code,name,buildings,", lines[0], StringComparison.Ordinal);
            Assert.StartsWith($"{SmallTown.County},total,55,", lines[1], StringComparison.Ordinal);
            Assert.Contains($"{SmallTown.SecondCommunity},\"'=和平\"\"社区\"\"\",", lines[3], StringComparison.Ordinal);
            Assert.Equal(
                $"coverage-{SmallTown.County}-food-15min-planning.csv",
                response.Content.Headers.ContentDisposition!.FileName
            );
        }
    }

    [Fact]
    public async Task A_code_the_map_does_not_know_is_answered_with_those_it_does()
    {
        (HttpStatusCode status, JsonElement problem) = await _town.RefusedAsync(
            "/api/v1/coverage?area=110101&function=food"
        );
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("/problems/unknown-area", problem.GetProperty("type").GetString());
        Assert.Equal(SmallTown.County, problem.GetProperty("allowed")[0].GetString());
    }

    [Fact]
    public async Task An_empty_map_has_nobody_to_count()
    {
        await using TownHost empty = TownHost.OfNothing();
        (HttpStatusCode status, JsonElement problem) = await empty.RefusedAsync("/api/v1/coverage?function=food");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("buildings", problem.GetProperty("missing").GetString());
    }

    private async Task<JsonElement> ResidentsAsync(string query) =>
        (await _town.GetAsync("/api/v1/coverage?" + query)).GetProperty("totals").GetProperty("residents");
}
