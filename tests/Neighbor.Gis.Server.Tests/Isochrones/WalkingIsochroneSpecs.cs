using System.Globalization;
using System.Text.Json;
using Neighbor.Gis.Server.Tests.Hosting;
using Neighbor.Gis.Testing.Scenes;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Tests.Isochrones;

public class WalkingIsochroneSpecs
{
    [Fact]
    public async Task Drawings_come_with_the_shortest_walk_first_and_lie_inside_each_other()
    {
        await using TownHost town = TownHost.OfSmallTown();
        Position at = SmallTown.At(300, 200);
        JsonElement answer = await town.GetAsync(Ask(at, "minutes=10,2,5"));
        JsonElement[] features = [.. answer.GetProperty("features").EnumerateArray()];
        Assert.Equal("FeatureCollection", answer.GetProperty("type").GetString());
        Assert.Equal(
            [2, 5, 10],
            features.Select(feature => feature.GetProperty("properties").GetProperty("minutes").GetInt32())
        );

        Geometry[] drawings = [.. features.Select(feature => Read(feature.GetProperty("geometry")))];
        Assert.All(drawings, drawing => Assert.True(drawing.IsValid));
        Assert.True(drawings[0].Covers(new Point(at.Longitude, at.Latitude)));

        // Coordinates are sent with seven decimals: a border may move a centimetre, not more.
        Assert.True(drawings[1].Buffer(2e-7).Covers(drawings[0]));
        Assert.True(drawings[2].Buffer(2e-7).Covers(drawings[1]));

        // Two minutes at a metre a second from a crossing of streets 100 m apart: 100 m each way, and 20 m more into each of
        // the three ways that go on from there – into the compound by its west gate, too; the eastern crossing has only two.
        Assert.Equal(
            (4 * 100) + (11 * 20),
            features[0].GetProperty("properties").GetProperty("reachedMetres").GetDouble(),
            1.0
        );
        Assert.Equal(
            "planning",
            features[0].GetProperty("properties").GetProperty("pace").GetProperty("name").GetString()
        );
    }

    private static string Ask(Position at, string rest) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/isochrones?lon={at.Longitude}&lat={at.Latitude}&{rest}");

    private static MultiPolygon Read(JsonElement geometry)
    {
        var factory = new GeometryFactory(new PrecisionModel(), Position.Srid);
        return factory.CreateMultiPolygon([
            .. geometry
                .GetProperty("coordinates")
                .EnumerateArray()
                .Select(polygon =>
                {
                    LinearRing[] rings =
                    [
                        .. polygon
                            .EnumerateArray()
                            .Select(ring =>
                                factory.CreateLinearRing([
                                    .. ring.EnumerateArray()
                                        .Select(pair => new Coordinate(pair[0].GetDouble(), pair[1].GetDouble())),
                                ])
                            ),
                    ];
                    return factory.CreatePolygon(rings[0], rings[1..]);
                }),
        ]);
    }
}
