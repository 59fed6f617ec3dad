using Neighbor.Gis.Server.GeoJson;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Tests.GeoJson;

public class ShapeSpecs
{
    [Fact]
    public void Outer_rings_run_counterclockwise_and_holes_clockwise_whichever_way_they_were_stored()
    {
        foreach (
            string text in new[]
            {
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1)))",
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1)))",
            }
        )
        {
            var shape = MultiPolygonShape.Of((MultiPolygon)new WKTReader().Read(text));
            Assert.Equal(
                [
                    [0, 0],
                    [9, 0],
                    [9, 9],
                    [0, 9],
                    [0, 0],
                ],
                shape.Coordinates[0][0]
            );
            Assert.Equal(
                [
                    [1, 1],
                    [1, 2],
                    [2, 2],
                    [2, 1],
                    [1, 1],
                ],
                shape.Coordinates[0][1]
            );
        }
    }

    [Fact]
    public void A_walk_that_stays_where_it_is_is_still_a_line_of_two_positions() =>
        Assert.Equal(2, LineShape.Of([new Position(118.5, 25.2)]).Coordinates.Count);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.04, 0.1)]
    [InlineData(12.34, 12.3)]
    public void Metres_are_sent_with_one_decimal_and_are_zero_only_where_they_are(double metres, double sent) =>
        Assert.Equal(sent, Rounding.Metres(metres));
}
