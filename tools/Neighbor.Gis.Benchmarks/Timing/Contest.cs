using System.Diagnostics;

namespace Neighbor.Gis.Benchmarks.Timing;

/// <summary>A contest: all entrants answer the same questions turn by turn, so that a busy minute hits all of them alike.</summary>
internal static class Contest
{
    /// <summary>Runs to warm up with; the runtime has compiled for speed by then.</summary>
    private const int WarmUps = 300;

    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Compiling for speed happens beside, and needs its time on a busy machine.</summary>
    private static readonly TimeSpan ShortestWarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Longer than this nobody warms up.</summary>
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(4);

    /// <summary>Warms everybody up, then times them in turn.</summary>
    /// <param name="rounds">How many questions there are.</param>
    /// <param name="entrants">Who takes part; one of them is ours.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="questionsPerTurn">
    /// How many questions each answers before it is the next one's turn. More than one for what takes less than a
    /// millisecond: the first answer finds the caches full of the others' data. Each answer is timed for itself.
    /// </param>
    public static IReadOnlyList<EntrantResult> Run(
        int rounds,
        IReadOnlyList<Entrant> entrants,
        CancellationToken cancellation,
        int questionsPerTurn = 1
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
        for (int turn = 0; turn < rounds; turn += questionsPerTurn)
        {
            for (int i = 0; i < entrants.Count; i++)
            {
                for (int round = turn; round < Math.Min(rounds, turn + questionsPerTurn); round++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (round % entrants[i].Every == 0)
                    {
                        (double ns, long bytes) = Time(entrants[i], round);
                        runs[i].Add((round, ns, bytes));
                    }
                }
            }
        }

        int ours = entrants.ToList().FindIndex(static entrant => entrant.IsOurs);
        return
        [
            .. entrants.Select(
                (entrant, i) => Summarize(entrant.Name, runs[i], i == ours || entrant.IsContext ? [] : runs[ours])
            ),
        ];
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
        for (int i = 0; (i < WarmUps || watch.Elapsed < ShortestWarmUp) && watch.Elapsed < LongestWarmUp; i++)
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
        return (
            ns / (entrant.AnswersOf?.Invoke(round) ?? entrant.Answers),
            GC.GetAllocatedBytesForCurrentThread() - before
        );
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
