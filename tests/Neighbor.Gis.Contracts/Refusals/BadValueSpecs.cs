using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Neighbor.Gis.Contracts.Hosting;
using Neighbor.Gis.Server.Refusals;
using Xunit;

namespace Neighbor.Gis.Contracts.Refusals;

/// <summary>One bad value for every field of every question, walked from the description the service gives of itself.</summary>
public class BadValueSpecs
{
    private const string NotAWord = "no-such-word";

    /// <summary>Good values for what must be there while another field is bad.</summary>
    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["lon"] = "118.505",
        ["lat"] = "25.202",
        ["fromLon"] = "118.505",
        ["fromLat"] = "25.202",
        ["toLon"] = "118.506",
        ["toLat"] = "25.203",
        ["function"] = "food",
        ["layer"] = "buildings",
        ["tileMatrix"] = "14",
        ["tileRow"] = "6997",
        ["tileCol"] = "13585",
    };

    [Fact]
    public async Task Every_field_of_every_question_refuses_a_bad_value_by_name()
    {
        ServedTown town = await ServedTown.Small;
        int tried = 0;
        foreach ((string path, JsonElement[] fields) in await QuestionsAsync(town))
        {
            Assert.True(
                await StatusAsync(town, Address(path, fields, null, null)) < HttpStatusCode.BadRequest,
                $"{path} with good values"
            );
            foreach (JsonElement field in fields.Where(field => Text(field, "in") == "query"))
            {
                string name = Text(field, "name");
                foreach (string bad in BadValuesOf(field.GetProperty("schema"), name))
                {
                    await RefusesAsync(town, Address(path, fields, name, bad), name, bad);
                    tried++;
                }

                if (field.TryGetProperty("required", out JsonElement required) && required.GetBoolean())
                {
                    await RefusesAsync(town, Address(path, fields, name, null), name, null);
                    tried++;
                }
            }

            string extra = Address(path, fields, null, null);
            extra += (extra.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "radius=3";
            await RefusesAsync(town, extra, "radius", "3");
        }

        Assert.True(tried > 60, $"{tried} bad values tried");
    }

    [Theory]
    [InlineData("/api/v1/nothing-here", 404, "unknown-address")]
    [InlineData("/problems/no-such-problem", 404, "unknown-address")]
    [InlineData("/ogc/collections/responders/tiles/WebMercatorQuad/0/0/0", 404, "unknown-layer")]
    [InlineData("/ogc/collections/buildings/tiles/WebMercatorQuad/0/0/1", 404, "unknown-tile")]
    [InlineData("/ogc/collections/buildings/tiles/WebMercatorQuad/25/0/0", 404, "unknown-tile")]
    [InlineData("/ogc/collections/buildings/tiles/WebMercatorQuad/a/b/c", 404, "unknown-tile")]
    [InlineData("/ogc/collections/buildings/tiles/WebMercatorQuad/1/-1/0", 404, "unknown-tile")]
    [InlineData("/api/v1/coverage?area=110101&function=food", 404, "unknown-area")]
    [InlineData("/api/v1/isochrones?lon=118.505&lat=25.22", 422, "not-on-network")]
    public async Task What_cannot_be_answered_ends_as_a_listed_problem(string address, int status, string name)
    {
        ServedTown town = await ServedTown.Small;
        using HttpResponseMessage response = await town.Http.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
        await ListedAsync(response, name);
    }

    [Fact]
    public async Task Other_methods_are_refused_by_name()
    {
        ServedTown town = await ServedTown.Small;
        using HttpResponseMessage response = await town.Http.PostAsync("/api/v1/catalogue", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        await ListedAsync(response, "method-not-allowed");
    }

    [Fact]
    public async Task Every_problem_has_a_page_in_both_languages()
    {
        ServedTown town = await ServedTown.Small;
        foreach (ProblemType problem in Problems.All)
        {
            string page = await town.Http.GetStringAsync(problem.Address);
            foreach (Language language in Language.All)
            {
                Assert.Contains($"<section lang=\"{language.Tag}\">", page, StringComparison.Ordinal);
                Assert.Contains(
                    ProblemTexts.Of(problem, language, "title"),
                    WebUtility.HtmlDecode(page),
                    StringComparison.Ordinal
                );
            }
        }
    }

    [Fact]
    public async Task Longitude_and_latitude_the_wrong_way_round_are_recognised_and_the_caller_is_told()
    {
        ServedTown town = await ServedTown.Small;
        using HttpResponseMessage response = await town.Http.GetAsync("/api/v1/locate?lon=25.2&lat=118.5");
        JsonElement problem = await ListedAsync(response, "invalid-request");
        Assert.Contains(
            "swapped",
            problem.GetProperty("errors")[0].GetProperty("hint").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_problem_speaks_the_callers_language()
    {
        ServedTown town = await ServedTown.Small;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/locate?lon=500&lat=25.2");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");
        using HttpResponseMessage response = await town.Http.SendAsync(request);
        JsonElement problem = await ListedAsync(response, "invalid-request");
        Assert.Equal("请求有误", problem.GetProperty("title").GetString());
    }

    private static async Task<List<(string Path, JsonElement[] Fields)>> QuestionsAsync(ServedTown town)
    {
        JsonElement description = await town.GetAsync("/openapi/v1.json");
        return
        [
            .. description
                .GetProperty("paths")
                .EnumerateObject()
                .Where(path => path.Value.TryGetProperty("get", out _))
                .Select(path =>
                    (
                        path.Name,
                        path.Value.GetProperty("get").TryGetProperty("parameters", out JsonElement fields)
                            ? fields.EnumerateArray().ToArray()
                            : []
                    )
                ),
        ];
    }

    private static List<string> BadValuesOf(JsonElement schema, string name)
    {
        if (schema.TryGetProperty("enum", out _))
        {
            return [NotAWord, "", "0"];
        }

        List<string> bad = Text(schema, "type") switch
        {
            "number" => ["abc", "", "NaN", "1,5"],
            "integer" => ["abc", "", "1.5", "99999999999"],
            "boolean" => ["yes", "", "1"],
            "string" => name switch
            {
                "minutes" => ["x", "", "0", "61", "5,5"],
                "at" => ["now", "", "2026-11-25", "2026-11-31T08:30", "2026-11-25T08:30Z"],
                _ => ["#", ""],
            },
            string other => throw new InvalidOperationException($"{name} is of an unknown type {other}."),
        };
        if (schema.TryGetProperty("maximum", out JsonElement maximum))
        {
            bad.Add($"{maximum.GetDouble() + 1}");
        }

        if (schema.TryGetProperty("minimum", out JsonElement minimum))
        {
            bad.Add($"{minimum.GetDouble() - 1}");
        }

        return bad;
    }

    private static string Address(string path, JsonElement[] fields, string? badName, string? badValue)
    {
        var query = new List<string>();
        foreach (JsonElement field in fields)
        {
            string name = Text(field, "name");
            if (Text(field, "in") == "path")
            {
                path = path.Replace($"{{{name}}}", Good[name], StringComparison.Ordinal);
            }
            else if (name == badName)
            {
                if (badValue is not null)
                {
                    query.Add($"{name}={Uri.EscapeDataString(badValue)}");
                }
            }
            else if (field.TryGetProperty("required", out JsonElement required) && required.GetBoolean())
            {
                query.Add($"{name}={Good[name]}");
            }
        }

        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }

    private static async Task RefusesAsync(ServedTown town, string address, string field, string? found)
    {
        using HttpResponseMessage response = await town.Http.GetAsync(address);
        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{address} answered {response.StatusCode}");
        JsonElement problem = await ListedAsync(response, "invalid-request");
        JsonElement error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal((field, found), (Text(error, "field"), error.GetProperty("found").GetString()));
        Assert.NotEmpty(Text(error, "allowed"));
    }

    private static async Task<JsonElement> ListedAsync(HttpResponseMessage response, string name)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        ProblemType listed = Assert.Single(Problems.All, known => known.Address == Text(problem, "type"));
        Assert.Equal((name, listed.Status), (listed.Name, (int)response.StatusCode));
        Assert.NotEmpty(Text(problem, "title"));
        Assert.NotEmpty(Text(problem, "detail"));
        return problem;
    }

    private static async Task<HttpStatusCode> StatusAsync(ServedTown town, string address)
    {
        using HttpResponseMessage response = await town.Http.GetAsync(address);
        return response.StatusCode;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
