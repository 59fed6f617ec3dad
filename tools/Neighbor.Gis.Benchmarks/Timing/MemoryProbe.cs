namespace Neighbor.Gis.Benchmarks.Timing;

/// <summary>How long a load takes that has to wait for the one before: what the machine can do at best at this moment.</summary>
internal sealed class MemoryProbe
{
    public const int Level1Bytes = 32 * 1024;
    public const int Level2Bytes = 512 * 1024;
    public const int Loads = 20_000;

    private readonly int[] _next;
    private int _at;

    public MemoryProbe(int bytes)
    {
        // One cycle through all places in an order at random (Sattolo), so that no prefetcher can guess it.
        _next = [.. Enumerable.Range(0, bytes / sizeof(int))];
        Random random = new(1);
        for (int i = _next.Length - 1; i > 0; i--)
        {
            int other = random.Next(i);
            (_next[i], _next[other]) = (_next[other], _next[i]);
        }
    }

    public void Run()
    {
        int at = _at;
        for (int i = 0; i < Loads; i++)
        {
            at = _next[at];
        }

        _at = at;
    }
}
