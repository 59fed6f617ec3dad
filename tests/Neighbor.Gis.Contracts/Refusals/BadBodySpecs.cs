using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Neighbor.Gis.Contracts.Hosting;
using Neighbor.Gis.Testing.Scenes;
using Xunit;

namespace Neighbor.Gis.Contracts.Refusals;

/// <summary>Bad values in the bodies of questions: each is refused with its path, the value found and what is allowed.</summary>
public class BadBodySpecs
{
    private const string GoodWalk = """
        {"from":{"lon":118.505,"lat":25.202},"to":{"lon":118.506,"lat":25.203},"datum":"wgs84","at":"2026-11-25T08:30",
         "pace":"adult","maxMinutes":30,"whatIf":{"gates":[{"code":"GATE","access":"open"}],
         "closures":[{"type":"LineString","coordinates":[[118.5,25.2],[118.51,25.2]]}]}}
        """;

    private const string GoodMatrix = """
        {"origins":[{"lon":118.505,"lat":25.202}],"destinations":[{"lon":118.506,"lat":25.203}],"datum":"wgs84",
         "at":"whenever","pace":"adult","maxMinutes":30,"whatIf":{"gates":[{"code":"GATE","access":"open"}],
         "closures":[{"type":"LineString","coordinates":[[118.5,25.2],[118.51,25.2]]}]}}
        """;

    [Theory]
    [InlineData("from.lon", "181")]
    [InlineData("from.lon", "\"118\"")]
    [InlineData("from.lat", "-91")]
    [InlineData("from.lat", "null")]
    [InlineData("to.lon", "true")]
    [InlineData("to.lat", "[1]")]
    [InlineData("to.height", "3")]
    [InlineData("from", "[118.5,25.2]")]
    [InlineData("maxMinutes", "0")]
    [InlineData("maxMinutes", "241")]
    [InlineData("maxMinutes", "1.5")]
    [InlineData("radius", "3")]
    public Task A_bad_value_in_a_walk_is_refused_by_its_path(string path, string value) =>
        RefusesAsync("/api/v1/walks", GoodWalk, path, value, path);

    [Theory]
    [InlineData("origins[0].lon", "181")]
    [InlineData("origins[0].lat", "\"x\"")]
    [InlineData("origins[0].name", "\"x\"")]
    [InlineData("origins[0]", "3")]
    [InlineData("origins", "[]")]
    [InlineData("origins", "{}")]
    [InlineData("destinations[0].lat", "91")]
    [InlineData("destinations", "\"none\"")]
    [InlineData("maxMinutes", "\"30\"")]
    [InlineData("minutes", "30")]
    public Task A_bad_value_in_a_matrix_is_refused_by_its_path(string path, string value) =>
        RefusesAsync("/api/v1/matrix", GoodMatrix, path, value, path);

    [Theory]
    [InlineData("datum", "\"mars\"", null)]
    [InlineData("at", "\"now\"", null)]
    [InlineData("at", "5", null)]
    [InlineData("pace", "\"fast\"", null)]
    [InlineData("pace", "null", null)]
    [InlineData("whatIf", "[]", null)]
    [InlineData("whatIf.gate", "[]", null)]
    [InlineData("whatIf.gates", "{}", null)]
    [InlineData("whatIf.gates[0]", "1", null)]
    [InlineData("whatIf.gates[0].code", "\"nowhere\"", null)]
    [InlineData("whatIf.gates[0].access", "\"ajar\"", null)]
    [InlineData("whatIf.gates[0].state", "\"open\"", null)]
    [InlineData("whatIf.closures", "5", null)]
    [InlineData("whatIf.closures[0]", """{"type":"Point","coordinates":[118.5,25.2]}""", null)]
    [InlineData("whatIf.closures[0]", """{"type":"Circle"}""", "whatIf.closures[0]")]
    [InlineData("whatIf.closures[0].coordinates", "[[118.5,95],[118.51,25.2]]", "whatIf.closures[0]")]
    [InlineData("whatIf.closures[0].coordinates", "[[118.5,25.2]]", "whatIf.closures[0]")]
    public async Task What_bodies_have_in_common_is_refused_alike(string path, string value, string? field)
    {
        await RefusesAsync("/api/v1/walks", GoodWalk, path, value, field ?? path);
        await RefusesAsync("/api/v1/matrix", GoodMatrix, path, value, field ?? path);
    }

    [Theory]
    [InlineData("from")]
    [InlineData("to.lat")]
    [InlineData("whatIf.gates[0].code")]
    [InlineData("whatIf.gates[0].access")]
    public Task What_is_missing_is_refused_by_its_path(string path) =>
        RefusesAsync("/api/v1/walks", GoodWalk, path, null, path);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("lon=118.5")]
    public async Task What_is_no_object_is_refused_as_a_body(string body)
    {
        foreach (string address in (string[])["/api/v1/walks", "/api/v1/matrix", "/api/v1/isochrones"])
        {
            JsonElement[] errors = await ErrorsAsync(address, body);
            Assert.Equal("body", Assert.Single(errors).GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task More_than_five_hundred_places_are_refused()
    {
        JsonNode body = JsonNode.Parse(GoodMatrix.Replace("GATE", GateCode, StringComparison.Ordinal))!;
        body["origins"] = new JsonArray([
            .. Enumerable.Range(0, 501).Select(_ => JsonNode.Parse("""{"lon":118.505,"lat":25.202}""")),
        ]);
        JsonElement error = Assert.Single(await ErrorsAsync("/api/v1/matrix", body.ToJsonString()));
        Assert.Equal("origins", error.GetProperty("field").GetString());
        Assert.Contains("501", error.GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.Contains("500", error.GetProperty("allowed").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_bodies_are_answered()
    {
        ServedTown town = await ServedTown.Small;
        foreach ((string address, string body) in new[] { ("/api/v1/walks", GoodWalk), ("/api/v1/matrix", GoodMatrix) })
        {
            using var content = new StringContent(
                body.Replace("GATE", GateCode, StringComparison.Ordinal),
                Encoding.UTF8,
                "application/json"
            );
            using HttpResponseMessage response = await town.Http.PostAsync(address, content);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static string GateCode => SmallTown.WalledCompound + "G01";

    private static async Task RefusesAsync(string address, string good, string path, string? value, string field)
    {
        JsonNode body = JsonNode.Parse(good.Replace("GATE", GateCode, StringComparison.Ordinal))!;
        string[] steps = path.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        JsonNode owner = body;
        foreach (string step in steps[..^1])
        {
            owner = step == "0" ? owner[0]! : owner[step]!;
        }

        if (value is null)
        {
            owner.AsObject().Remove(steps[^1]);
        }
        else if (owner is JsonArray list)
        {
            list[0] = JsonNode.Parse(value);
        }
        else
        {
            owner[steps[^1]] = JsonNode.Parse(value);
        }

        JsonElement error = Assert.Single(await ErrorsAsync(address, body.ToJsonString()));
        Assert.StartsWith(field, error.GetProperty("field").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.GetProperty("allowed").GetString()!);
        Assert.Equal(value is null, error.GetProperty("found").ValueKind == JsonValueKind.Null);
    }

    private static async Task<JsonElement[]> ErrorsAsync(string address, string body)
    {
        ServedTown town = await ServedTown.Small;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await town.Http.PostAsync(address, content);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            (HttpStatusCode.BadRequest, "/problems/invalid-request"),
            (response.StatusCode, problem.GetProperty("type").GetString())
        );
        return [.. problem.GetProperty("errors").EnumerateArray()];
    }
}
