using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Coverage.Reports;
using Xunit;

namespace Neighbor.Gis.Coverage.Tests.Reports;

public class TallySpecs
{
    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 1, 1.0)]
    [InlineData(1, 0, 0.0)]
    [InlineData(3, 2, 0.667)]
    [InlineData(1000, 784, 0.784)]
    [InlineData(100_000, 99_999, 0.999)]
    [InlineData(100_000, 1, 0.001)]
    [InlineData(40_000_000, 39_999_999, 0.999)]
    public void A_share_is_rounded_to_a_thousandth_and_promises_nothing_it_does_not_hold(
        long total,
        long covered,
        double? share
    ) => Assert.Equal(share, new Tally(total, covered).Share);

    [Fact]
    public void A_share_is_one_only_where_nobody_is_outside_and_zero_only_where_nobody_is_inside() =>
        Prop.ForAll(
                Gen.Choose(1, 5_000_000)
                    .SelectMany(total => Gen.Choose(0, total).Select(covered => (total, covered)))
                    .ToArbitrary(),
                pair =>
                {
                    var tally = new Tally(pair.total, pair.covered);
                    return tally.Share == 1 == (pair.covered == pair.total)
                        && tally.Share == 0 == (pair.covered == 0)
                        && Math.Abs(tally.Share!.Value - ((double)pair.covered / pair.total)) <= 0.001
                        && tally.Covered + tally.Uncovered == tally.Total;
                }
            )
            .QuickCheckThrowOnFailure();
}
