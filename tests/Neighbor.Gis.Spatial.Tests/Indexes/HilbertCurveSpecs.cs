using Neighbor.Gis.Spatial.Indexes;
using Xunit;

namespace Neighbor.Gis.Spatial.Tests.Indexes;

public sealed class HilbertCurveSpecs
{
    [Fact]
    public void A_corner_of_64_by_64_cells_is_visited_once_each_from_neighbour_to_neighbour()
    {
        // The first 4096 places of the curve lie in the first 64 by 64 cells.
        const uint Side = 64;
        (uint X, uint Y)?[] visited = new (uint, uint)?[Side * Side];
        for (uint x = 0; x < Side; x++)
        {
            for (uint y = 0; y < Side; y++)
            {
                uint key = HilbertCurve.Key(x, y);
                Assert.InRange(key, 0u, (Side * Side) - 1);
                Assert.Null(visited[key]);
                visited[key] = (x, y);
            }
        }

        for (int i = 1; i < visited.Length; i++)
        {
            (uint x1, uint y1) = visited[i - 1]!.Value;
            (uint x2, uint y2) = visited[i]!.Value;
            Assert.Equal(1, Math.Abs((int)x1 - (int)x2) + Math.Abs((int)y1 - (int)y2));
        }
    }

    [Fact]
    public void The_curve_ends_in_the_other_corner_of_its_base()
    {
        Assert.Equal(0u, HilbertCurve.Key(0u, 0u));
        Assert.Equal(uint.MaxValue, HilbertCurve.Key(HilbertCurve.Side - 1u, 0u));
    }
}
