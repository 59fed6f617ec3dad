using Neighbor.Gis.Benchmarks.Peers;
using Neighbor.Gis.Benchmarks.Timing;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>Everything within a quarter of an hour of a place in the middle of a link.</summary>
internal sealed class ReachJob : IMeasuredJob
{
    private const int ComparedOrigins = 20;
    private const int ComparedByPgRouting = 3;
    private const int Questions = 100;
    private const int QuestionsPerTurn = 10;
    private const string PerNode = "ours, by the settled node";
    private const int BoxedEvery = 10;
    private const int UnboxedEvery = 100;

    public string Name => "reach";

    public Task<IReadOnlyList<JobResult>> MeasureAsync(Bench bench, CancellationToken cancellation)
    {
        MeasuredTown town = bench.Town;
        SnapPoint[] origins = town.Contents.Origins[..Questions];
        WalkingSearch search = new(town.Network);
        TextbookWalk textbook = new(town.Streets, town.Places);
        Compare(town, search, textbook, cancellation);
        ComparePgRouting(bench, search);

        double[] settled = Array.ConvertAll(origins, origin => (double)Settled(town, search, origin));
        MemoryProbe level1 = new(MemoryProbe.Level1Bytes);
        MemoryProbe level2 = new(MemoryProbe.Level2Bytes);
        List<Entrant> entrants =
        [
            new("ours", round => search.Run(origins.AsSpan(round % Questions, 1), Bench.Pace, Bench.QuarterHourMs))
            {
                IsOurs = true,
            },
            new("textbook", round => WalkTextbook(textbook, origins[round % Questions], Bench.ReachMm)),
            new(PerNode, round => search.Run(origins.AsSpan(round % Questions, 1), Bench.Pace, Bench.QuarterHourMs))
            {
                AnswersOf = round => settled[round % Questions],
                IsContext = true,
            },
            new("load in 32 KiB", _ => level1.Run()) { Answers = MemoryProbe.Loads, IsContext = true },
            new("load in 512 KiB", _ => level2.Run()) { Answers = MemoryProbe.Loads, IsContext = true },
        ];
        if (bench.PgRouting is { } pgRouting)
        {
            int[] nodes = Array.ConvertAll(origins, origin => town.Places.Around(origin).Before);
            entrants.Add(
                new Entrant(
                    "pgRouting, edges in a box",
                    round => pgRouting.Reach(nodes[round % Questions], isBoxed: true)
                )
                {
                    Every = BoxedEvery,
                }
            );
            entrants.Add(
                new Entrant("pgRouting, all edges", round => pgRouting.Reach(nodes[round % Questions], isBoxed: false))
                {
                    Every = UnboxedEvery,
                }
            );
        }

        IReadOnlyList<EntrantResult> times = Contest.Run(bench.Rounds, entrants, cancellation, QuestionsPerTurn);
        Dictionary<string, double> facts = new()
        {
            ["settledNodesMean"] = settled.Average(),
            ["settledNodesMedian"] = Contest.Percentile(settled, 50),
            ["reachedSurveyNodesMedian"] = Contest.Percentile(origins.Select(Reached), 50),
            ["nsPerSettledNode"] = times.Single(static one => one.Name == PerNode).P50Ns,
        };
        return Task.FromResult<IReadOnlyList<JobResult>>([new JobResult(Name, times, facts)]);

        double Reached(SnapPoint origin)
        {
            WalkTextbook(textbook, origin, Bench.ReachMm);
            return textbook.Touched.Count;
        }
    }

    private static void WalkTextbook(TextbookWalk textbook, in SnapPoint origin, int limitMm)
    {
        textbook.Begin();
        textbook.Seed(origin);
        textbook.SettleAll(limitMm);
    }

    private static int Settled(MeasuredTown town, WalkingSearch search, SnapPoint origin)
    {
        search.Run([origin], Bench.Pace, Bench.QuarterHourMs);
        int settled = 0;
        for (int node = 0; node < town.Network.NodeCount; node++)
        {
            settled += search.WalkMs(new NodeId(node)) is null ? 0 : 1;
        }

        return settled;
    }

    /// <summary>At the pace of plans a millimetre is a millisecond, and every node of the survey must be as far as in the textbook.</summary>
    private static void Compare(
        MeasuredTown town,
        WalkingSearch search,
        TextbookWalk textbook,
        CancellationToken cancellation
    )
    {
        foreach (SnapPoint origin in town.Contents.Origins[..ComparedOrigins])
        {
            cancellation.ThrowIfCancellationRequested();
            search.Run([origin], Pace.Planning, Bench.ReachMm);
            WalkTextbook(textbook, origin, Bench.ReachMm);
            for (int node = 0; node < town.Streets.NodeCount; node++)
            {
                if (town.Places.PlaceOf(node) is not { } place)
                {
                    continue;
                }

                // What only one reaches must be at the very limit.
                int ours = search.WalkMs(place) ?? Bench.ReachMm;
                int theirs = Math.Min(textbook.WalkMm(node), Bench.ReachMm);
                MismatchException.ThrowIfApart(ours, theirs, Bench.ToleranceMm, $"walk to node {node} of the survey");
            }
        }
    }

    private static void ComparePgRouting(Bench bench, WalkingSearch search)
    {
        if (bench.PgRouting is not { } pgRouting)
        {
            return;
        }

        MeasuredTown town = bench.Town;
        int allowed = town.Places.CountTolerance;
        foreach (SnapPoint origin in town.Contents.Origins[..ComparedByPgRouting])
        {
            int start = town.Places.Around(origin).Before;
            search.Run([town.Contents.PlaceOf(start)], Pace.Planning, Bench.ReachMm);
            long count = 0;
            double sumMm = 0;
            for (int node = 0; node < town.Streets.NodeCount; node++)
            {
                if (town.Places.PlaceOf(node) is { } place && search.WalkMs(place) is { } walkMs)
                {
                    count++;
                    sumMm += walkMs;
                }
            }

            foreach (bool isBoxed in (bool[])[true, false])
            {
                (long theirs, double theirSumMm) = pgRouting.Reach(start, isBoxed);
                MismatchException.ThrowIfApart(count, theirs, allowed, $"nodes pgRouting reaches from {start}");
                MismatchException.ThrowIfApart(
                    sumMm / count,
                    theirSumMm / theirs,
                    Bench.ToleranceMm + ((double)allowed * Bench.ReachMm / count),
                    "mean walk"
                );
            }
        }
    }
}
