using System.Net;
using System.Text.Json;
using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Server.Tests.Hosting;
using Neighbor.Gis.Testing.Scenes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Tests.Isochrones;

public sealed class ServiceAreaSpecs : IAsyncDisposable
{
    private readonly TownHost _town = TownHost.OfSmallTown();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    /// <summary>What is split is counted once, as what is dissolved; what overlaps is counted for each.</summary>
    [Fact]
    public async Task The_three_modes_agree_about_the_ways_that_are_reached()
    {
        JsonElement overlapping = await PostAsync("\"mode\":\"overlap\",\"minutes\":[4]");
        JsonElement split = await PostAsync("\"mode\":\"split\",\"minutes\":[4]");
        JsonElement dissolved = await PostAsync("\"mode\":\"dissolve\",\"minutes\":[4]");
        JsonElement whole = Assert.Single(dissolved.GetProperty("features").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, whole.GetProperty("properties").GetProperty("origin").ValueKind);
        Assert.Equal(Reached(dissolved), Reached(split), 0.2);
        Assert.True(Reached(overlapping) > Reached(dissolved) + 100);

        // Drawings are not counted; pieces that meet at a border may leave or share a strip of it.
        double area = UnionOf(dissolved).Area;
        Assert.InRange(UnionOf(overlapping).Area / area, 0.9, 1.1);
        Assert.InRange(UnionOf(split).Area / area, 0.9, 1.1);
    }

    [Fact]
    public async Task Each_origin_has_its_minutes_in_order_and_one_without_a_path_has_none()
    {
        JsonElement answer = await PostAsync("\"minutes\":[3,6]");
        Assert.Equal("overlap", answer.GetProperty("mode").GetString());
        Assert.Equal("forward", answer.GetProperty("direction").GetString());
        Assert.Equal(
            [(0, 3), (0, 6), (2, 3), (2, 6)],
            answer
                .GetProperty("features")
                .EnumerateArray()
                .Select(one => one.GetProperty("properties"))
                .Select(one => (one.GetProperty("origin").GetInt32(), one.GetProperty("minutes").GetInt32()))
        );
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("origins")[1].GetProperty("snapMetres").ValueKind);
    }

    [Fact]
    public async Task A_supposed_closure_makes_the_drawing_smaller()
    {
        Position south = SmallTown.At(50, -50);
        Position north = SmallTown.At(50, 650);
        string line = FormattableString.Invariant(
            $$$"""{"type":"LineString","coordinates":[[{{{south.Longitude}}},{{{south.Latitude}}}],[{{{north.Longitude}}},{{{north.Latitude}}}]]}"""
        );
        double open = Reached(await PostAsync("\"minutes\":[5],\"mode\":\"dissolve\""));
        string whatIf = "\"whatIf\":{\"closures\":[" + line + "]}";
        double closed = Reached(await PostAsync("\"minutes\":[5],\"mode\":\"dissolve\"," + whatIf));
        Assert.InRange(closed, open / 2, open - 100); // the western street is behind the line
    }

    [Theory]
    [InlineData("\"minutes\":[]", "minutes")]
    [InlineData("\"minutes\":[5,5]", "minutes")]
    [InlineData("\"minutes\":[61]", "minutes")]
    [InlineData("\"minutes\":15", "minutes")]
    [InlineData("\"mode\":\"union\"", "mode")]
    [InlineData("\"direction\":\"inward\"", "direction")]
    [InlineData("\"cutoffs\":[5]", "cutoffs")]
    public async Task A_bad_field_is_refused_by_name(string rest, string field)
    {
        (HttpStatusCode status, JsonElement problem) = await _town.PostAsync("/api/v1/isochrones", Body(rest));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        JsonElement error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(field, error.GetProperty("field").GetString());
    }

    private static double Reached(JsonElement answer) =>
        answer
            .GetProperty("features")
            .EnumerateArray()
            .Sum(one => one.GetProperty("properties").GetProperty("reachedMetres").GetDouble());

    private static Geometry UnionOf(JsonElement answer) =>
        UnaryUnionOp.Union([
            .. answer
                .GetProperty("features")
                .EnumerateArray()
                .Select(one =>
                    GeoJsonReader.ReadGeometry(JsonSerializer.SerializeToUtf8Bytes(one.GetProperty("geometry")))
                ),
        ]);

    private static string Body(string rest) =>
        $$"""{"origins":[{{Place(100, 100)}},{{Place(1500, 300)}},{{Place(300, 100)}}],{{rest}} }""";

    private static string Place(double east, double north)
    {
        Position at = SmallTown.At(east, north);
        return FormattableString.Invariant($$"""{"lon":{{at.Longitude}},"lat":{{at.Latitude}}}""");
    }

    private async Task<JsonElement> PostAsync(string rest)
    {
        (HttpStatusCode status, JsonElement answer) = await _town.PostAsync("/api/v1/isochrones", Body(rest));
        Assert.Equal((HttpStatusCode.OK, ""), (status, status == HttpStatusCode.OK ? "" : answer.ToString()));
        return answer;
    }
}
