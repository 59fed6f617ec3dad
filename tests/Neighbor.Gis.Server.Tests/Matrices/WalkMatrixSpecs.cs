using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Neighbor.Gis.Server.Tests.Hosting;
using Neighbor.Gis.Testing.Scenes;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Tests.Matrices;

public sealed class WalkMatrixSpecs : IAsyncDisposable
{
    private static readonly (double East, double North)[] Origins =
    [
        (0, 0),
        (455, 305),
        (900, 600),
        (300, 300),
        (1500, 300),
    ];

    private static readonly (double East, double North)[] Destinations = [(640, 5), (420, 230), (5, 5), (100, 250)];

    private readonly TownHost _town = TownHost.OfSmallTown();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    /// <summary>Every cell is what the question about that one walk answers.</summary>
    [Fact]
    public async Task Every_cell_is_the_walk_between_the_two()
    {
        JsonElement answer = await PostAsync(", \"maxMinutes\": 120, \"pace\": \"adult\"");
        Assert.Equal("adult", answer.GetProperty("pace").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("origins")[4].GetProperty("snapMetres").ValueKind);
        Assert.Equal(5, answer.GetProperty("destinations")[0].GetProperty("snapMetres").GetDouble(), 0.2);
        int reached = 0;
        for (int origin = 0; origin < Origins.Length; origin++)
        {
            for (int destination = 0; destination < Destinations.Length; destination++)
            {
                Position from = SmallTown.At(Origins[origin].East, Origins[origin].North);
                Position to = SmallTown.At(Destinations[destination].East, Destinations[destination].North);
                JsonElement one = await _town.GetAsync(
                    FormattableString.Invariant(
                        $"/api/v1/walks?fromLon={from.Longitude}&fromLat={from.Latitude}&toLon={to.Longitude}&toLat={to.Latitude}&maxMinutes=120&pace=adult"
                    )
                );
                JsonElement walk = one.GetProperty("walk");
                JsonElement cell = answer.GetProperty("seconds")[origin][destination];
                Assert.Equal(
                    walk.ValueKind == JsonValueKind.Null ? null : walk.GetProperty("seconds").GetDouble(),
                    cell.ValueKind == JsonValueKind.Null ? null : (double?)cell.GetDouble()
                );
                reached += cell.ValueKind == JsonValueKind.Null ? 0 : 1;
            }
        }

        Assert.Equal((Origins.Length - 1) * Destinations.Length, reached);
    }

    [Fact]
    public async Task A_supposed_closure_empties_the_cells_it_separates()
    {
        Position west = SmallTown.At(-50, 150);
        Position east = SmallTown.At(950, 150);
        string line = FormattableString.Invariant(
            $$$"""{"type":"LineString","coordinates":[[{{{west.Longitude}}},{{{west.Latitude}}}],[{{{east.Longitude}}},{{{east.Latitude}}}]]}"""
        );
        JsonElement answer = await PostAsync($$$""", "maxMinutes": 120, "whatIf": {"closures": [{{{line}}}] }""");
        JsonElement seconds = answer.GetProperty("seconds");
        Assert.Equal(645, seconds[0][0].GetDouble(), 1.0); // 640 m and 5 m: both south of the line
        Assert.Equal(JsonValueKind.Null, seconds[0][3].ValueKind);
        Assert.Equal(JsonValueKind.Null, seconds[2][0].ValueKind);
        Assert.Equal(JsonValueKind.Number, seconds[2][3].ValueKind);
    }

    [Fact]
    public async Task On_request_it_is_a_table()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/matrix");
        request.Content = new StringContent(Body(""), Encoding.UTF8, "application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using HttpResponseMessage response = await _town.Http.SendAsync(request);
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        string[] lines = (await response.Content.ReadAsStringAsync())
            .Trim('\uFEFF')
            .TrimEnd()
            .ReplaceLineEndings("\n")
            .Split('\n');
        Assert.Equal("origin,1,2,3,4", lines[0]);
        Assert.Equal(Origins.Length + 1, lines.Length);
        Assert.Equal("5,,,,", lines[5]);
        string[] first = lines[1].Split(',');
        JsonElement answer = await PostAsync("");
        Assert.Equal(
            answer.GetProperty("seconds")[0][2].GetDouble(),
            double.Parse(first[3], CultureInfo.InvariantCulture),
            0.05
        );
    }

    private static string Body(string rest) =>
        $$"""{"origins":[{{string.Join(',', Origins.Select(Place))}}],"destinations":[{{string.Join(',', Destinations.Select(Place))}}]{{rest}} }""";

    private static string Place((double East, double North) place)
    {
        Position at = SmallTown.At(place.East, place.North);
        return FormattableString.Invariant($$"""{"lon":{{at.Longitude}},"lat":{{at.Latitude}}}""");
    }

    private async Task<JsonElement> PostAsync(string rest)
    {
        (HttpStatusCode status, JsonElement answer) = await _town.PostAsync("/api/v1/matrix", Body(rest));
        Assert.Equal((HttpStatusCode.OK, ""), (status, status == HttpStatusCode.OK ? "" : answer.ToString()));
        return answer;
    }
}
