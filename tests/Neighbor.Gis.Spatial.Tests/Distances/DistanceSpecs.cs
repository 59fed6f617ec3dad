using Neighbor.Gis.Spatial.Distances;
using Xunit;

namespace Neighbor.Gis.Spatial.Tests.Distances;

public sealed class DistanceSpecs
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1.2344, 1234)]
    [InlineData(1.2345, 1235)]
    [InlineData(-0.0005, -1)]
    [InlineData(1e12, 1_000_000_000_000_000)]
    public void Metres_are_kept_to_the_millimetre(double metres, long millimetres) =>
        Assert.Equal(millimetres, Distance.FromMetres(metres).Millimetres);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e17)]
    public void What_is_no_length_is_refused(double metres) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Distance.FromMetres(metres));

    [Fact]
    public void A_thousand_tenths_are_exactly_a_hundred()
    {
        Distance sum = Distance.Zero;
        for (int i = 0; i < 1000; i++)
        {
            sum += Distance.FromMetres(0.1);
        }

        Assert.Equal(Distance.FromMetres(100), sum);
        Assert.Equal(Distance.Zero, sum - Distance.FromMetres(100));
        Assert.True(Distance.Zero < sum && sum > Distance.Zero && sum >= Distance.FromMetres(100));
    }

    [Fact]
    public void A_sum_that_does_not_fit_is_refused() =>
        Assert.Throws<OverflowException>(() => new Distance(long.MaxValue) + new Distance(1));

    [Fact]
    public void It_is_written_in_metres() => Assert.Equal("12.05 m", Distance.FromMetres(12.05).ToString());
}
