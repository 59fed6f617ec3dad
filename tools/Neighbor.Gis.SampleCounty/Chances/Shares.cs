namespace Neighbor.Gis.SampleCounty.Chances;

/// <summary>分摊. Whole shares of a whole total.</summary>
internal static class Shares
{
    /// <summary>
    /// Divides <paramref name="total"/> in proportion to the weights, each share between its bounds, the sum exact.
    /// </summary>
    /// <remarks><para>Source: largest remainders (Hamilton); what the bounds cut off goes to the next largest remainder.</para></remarks>
    /// <exception cref="InvalidOperationException">The bounds leave no room for the total.</exception>
    public static int[] Of(int total, IReadOnlyList<double> weights, Func<int, int> lowest, Func<int, int> highest)
    {
        double sum = weights.Sum();
        double[] exact = new double[weights.Count];
        int[] shares = new int[weights.Count];
        int left = total;
        for (int i = 0; i < weights.Count; i++)
        {
            exact[i] = total * weights[i] / sum;
            shares[i] = Math.Clamp((int)exact[i], lowest(i), highest(i));
            left -= shares[i];
        }

        while (left != 0)
        {
            int step = Math.Sign(left);
            int best = -1;
            for (int i = 0; i < shares.Length; i++)
            {
                bool room = step > 0 ? shares[i] < highest(i) : shares[i] > lowest(i);
                if (room && (best < 0 || step * (exact[i] - shares[i] - exact[best] + shares[best]) > 0))
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                throw new InvalidOperationException(
                    $"Got {left} of {total} left over for {shares.Length} full shares."
                );
            }

            shares[best] += step;
            left -= step;
        }

        return shares;
    }
}
