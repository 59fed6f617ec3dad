using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Neighbor.Gis.Benchmarks.Jobs;
using Neighbor.Gis.Benchmarks.Peers;
using Neighbor.Gis.Benchmarks.Results;
using Neighbor.Gis.Benchmarks.Timing;
using Neighbor.Gis.Benchmarks.Towns;

namespace Neighbor.Gis.Benchmarks;

/// <summary>One run: a town, its peers, its jobs, a table and a file.</summary>
internal static class BenchmarkRun
{
    private static readonly IMeasuredJob[] Jobs =
    [
        new ReachJob(),
        new NearestJob(),
        new CatchmentJob(),
        new MatrixJob(),
        new IsochroneJob(),
        new SnapJob(),
        new LocateJob(),
        new LoadJob(),
    ];

    /// <summary>The jobs that need a database to be done at all.</summary>
    private static readonly string[] JobsInDatabase = ["locate", "load"];

    /// <summary>What jobs can be asked for by.</summary>
    public static IEnumerable<string> JobNames => Jobs.Select(static job => job.Name);

    /// <summary>Runs; false where what was asked for is not here.</summary>
    public static async Task<bool> RunAsync(BenchmarkOptions options, CancellationToken cancellation)
    {
        if (options.Jobs.Except(JobNames, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            Bench.Say($"There is no job {unknown}; there are {string.Join(", ", JobNames)}.");
            return false;
        }

        Stopwatch watch = Stopwatch.StartNew();
        Bench.Say($"making the town {options.Town}");
        if (MeasuredTown.Find(options.Town) is not { } town)
        {
            Bench.Say("SKIPPED: the real data is not here. Name its folder in NEIGHBOR_REAL_DATA.");
            return false;
        }

        Dictionary<string, long> sizes = Sizes(town);
        Bench.Say(
            $"made in {watch.Elapsed.TotalSeconds:F1} s: {string.Join(", ", sizes.Select(one => $"{one.Value} {one.Key}"))}"
        );
        bool needsDatabase =
            options.WithPgRouting || options.Jobs.Intersect(JobsInDatabase, StringComparer.Ordinal).Any();
        await using BenchDatabase? database = needsDatabase ? await BenchDatabase.StartAsync(cancellation) : null;
        using PgRoutingPeer? pgRouting =
            options.WithPgRouting && database is not null
                ? await PgRoutingPeer.LoadAsync(town, database, cancellation)
                : null;
        using ValhallaPeer? valhalla = options.WithValhalla
            ? await new ValhallaTiles(options.Scratch, town).StartAsync(cancellation)
            : null;
        Bench bench = new(town, options.Rounds, database, pgRouting, valhalla);
        List<JobResult> results = [];
        foreach (IMeasuredJob job in Jobs.Where(job => options.Jobs.Contains(job.Name)))
        {
            Bench.Say(job.Name);
            foreach (JobResult result in await job.MeasureAsync(bench, cancellation))
            {
                results.Add(result);
                ResultTable.Write(Console.Out, result);
            }
        }

        RunResult run = new(
            RunResult.CurrentSchema,
            DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Machine.Name,
            RuntimeInformation.FrameworkDescription,
            Machine.Commit,
            town.Name,
            sizes,
            results
        );
        ResultFile.Write(options.Output, run);
        Bench.Say($"written to {options.Output} after {watch.Elapsed.TotalSeconds:F0} s");
        return true;
    }

    private static Dictionary<string, long> Sizes(MeasuredTown town) =>
        new()
        {
            ["surveyNodes"] = town.Streets.NodeCount,
            ["surveySegments"] = town.Streets.Segments.Length,
            ["surveyKilometres"] = town.Streets.Segments.Sum(static one => (long)one.LengthMm) / 1_000_000,
            ["ways"] = town.Ways.Length,
            ["nodes"] = town.Network.NodeCount,
            ["links"] = town.Network.LinkCount,
            ["buildings"] = town.Contents.Size.Buildings,
            ["responders"] = town.Contents.Size.Responders,
        };
}
