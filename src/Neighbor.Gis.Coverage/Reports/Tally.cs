namespace Neighbor.Gis.Coverage.Reports;

/// <summary>How many there are of something, and how many of them are covered.</summary>
/// <param name="Total">All.</param>
/// <param name="Covered">Those who walk no longer than the cutoff.</param>
public readonly record struct Tally(long Total, long Covered)
{
    /// <summary>The parts of one into which a share is divided.</summary>
    private const int Steps = 1000;

    /// <summary>Those who walk longer, or cannot walk there at all.</summary>
    public long Uncovered => Total - Covered;

    /// <summary>覆盖率. The covered part, 0 to 1 in steps of a thousandth; null where there is nothing to cover.</summary>
    /// <remarks>
    /// <para>Rounded to the nearest step, but 1 only where nobody is outside and 0 only where nobody is inside:
    /// 100 % is a promise.</para>
    /// </remarks>
    public double? Share
    {
        get
        {
            if (Total == 0)
            {
                return null;
            }

            if (Covered == Total)
            {
                return 1;
            }

            long steps = (long)Math.Round((decimal)Covered * Steps / Total, MidpointRounding.AwayFromZero);
            return Covered == 0 ? 0 : Math.Clamp(steps, 1, Steps - 1) / (double)Steps;
        }
    }

    /// <summary>This tally with <paramref name="weight"/> more, covered or not.</summary>
    public Tally Plus(long weight, bool isCovered) => new(Total + weight, Covered + (isCovered ? weight : 0));
}
