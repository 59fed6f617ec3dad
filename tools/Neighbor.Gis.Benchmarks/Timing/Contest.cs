using System.Diagnostics;

namespace Neighbor.Gis.Benchmarks.Timing;

/// <summary>A contest: all entrants answer the same questions turn by turn, so that a busy minute hits all of them alike.</summary>
internal static class Contest
{
    /// <summary>Runs to warm up with; the runtime has compiled for speed by then.</summary>
    private const int WarmUps = 300;

    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Longer than this nobody warms up.</summary>
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(4);

    /// <summary>Warms everybody up, then times them in turn.</summary>
    public static IReadOnlyList<EntrantResult> Run(
        int rounds,
        IReadOnlyList<Entrant> entrants,
        CancellationToken cancellation
    )
    {
        foreach (Entrant entrant in entrants)
        {
            WarmUp(entrant, cancellation);
        }

        List<(int Round, double Ns, long Bytes)>[] runs =
        [
            .. entrants.Select(_ => new List<(int Round, double Ns, long Bytes)>()),
        ];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < entrants.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (round % entrants[i].Every == 0)
                {
                    (double ns, long bytes) = Time(entrants[i], round);
                    runs[i].Add((round, ns, bytes));
                }
            }
        }

        int ours = entrants.ToList().FindIndex(static entrant => entrant.IsOurs);
        return [.. entrants.Select((entrant, i) => Summarize(entrant.Name, runs[i], i == ours ? [] : runs[ours]))];
    }

    /// <summary>The value so many hundredths up a list.</summary>
    public static double Percentile(IEnumerable<double> values, int percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
    }

    private static void WarmUp(Entrant entrant, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < WarmUps && watch.Elapsed < LongestWarmUp; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            entrant.Run(i);
        }
    }

    private static (double Ns, long Bytes) Time(Entrant entrant, int round)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long begin = Stopwatch.GetTimestamp();
        entrant.Run(round);
        double ns = entrant.OwnNanoseconds?.Invoke() ?? NsSince(begin);
        return (ns / entrant.Answers, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double NsSince(long begin) =>
        (Stopwatch.GetTimestamp() - begin) * NanosecondsPerSecond / Stopwatch.Frequency;

    private static EntrantResult Summarize(
        string name,
        List<(int Round, double Ns, long Bytes)> runs,
        List<(int Round, double Ns, long Bytes)> ours
    )
    {
        Dictionary<int, double> oursByRound = ours.ToDictionary(static run => run.Round, static run => run.Ns);
        double[] ratios =
        [
            .. runs.Where(run => oursByRound.ContainsKey(run.Round)).Select(run => run.Ns / oursByRound[run.Round]),
        ];
        return new EntrantResult(
            name,
            runs.Count,
            Percentile(runs.Select(static run => run.Ns), 10),
            Percentile(runs.Select(static run => run.Ns), 50),
            Percentile(runs.Select(static run => run.Ns), 90),
            (long)Percentile(runs.Select(static run => (double)run.Bytes), 50),
            ratios.Length > 0 ? Percentile(ratios, 50) : null
        );
    }
}
