namespace Neighbor.Gis.SampleCounty.Chances;

/// <summary>随机数. A stream of numbers that a seed and a purpose decide, the same on every machine and runtime.</summary>
/// <remarks>
/// <para>Source: SplitMix64, in Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; the
/// purpose is mixed in by FNV-1a, so that one capability drawing more numbers leaves the others' streams as they were.</para>
/// </remarks>
internal sealed class Chance
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;
    private ulong _state;

    public Chance(long seed, string purpose)
    {
        ulong hash = FnvOffset;
        foreach (char letter in purpose)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) ^ hash;
    }

    /// <summary>A whole number from <paramref name="lowest"/> to <paramref name="highest"/>, both included.</summary>
    public int Between(int lowest, int highest) => lowest + (int)(Next() % (ulong)(highest - lowest + 1));

    /// <summary>A number from <paramref name="lowest"/> to below <paramref name="highest"/>.</summary>
    public double Between(double lowest, double highest) => lowest + ((highest - lowest) * Unit());

    /// <summary>Whether something of this likelihood (0 to 1) happens.</summary>
    public bool Happens(double likelihood) => Unit() < likelihood;

    /// <summary>One of the things.</summary>
    public T Pick<T>(IReadOnlyList<T> things) => things[Between(0, things.Count - 1)];

    /// <summary>The things in a new order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> things)
    {
        var order = things.ToList();
        for (int i = order.Count - 1; i > 0; i--)
        {
            int j = Between(0, i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary>53 random bits as a fraction of one.</summary>
    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
