using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Benchmarks.Peers;
using Neighbor.Gis.Benchmarks.Timing;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Postgis.Schema;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>From rows in the database to a network that can be searched.</summary>
/// <remarks>
/// <para>These towns have no gates and compounds; their tables are read and are empty.</para>
/// </remarks>
internal sealed class LoadJob : IMeasuredJob
{
    private const int RoundsPerQuickRound = 40;
    private const int LeastRounds = 2;

    public string Name => "load";

    public async Task<IReadOnlyList<JobResult>> MeasureAsync(Bench bench, CancellationToken cancellation)
    {
        if (bench.Database is not { } database)
        {
            Bench.Say("SKIPPED: there is nothing to load from without PostgreSQL.");
            return [];
        }

        await database.StoreAsync(bench.Town, cancellation);
        double readNs = 0;
        double buildNs = 0;
        WalkingNetwork? loaded = null;
        int rounds = Math.Max(LeastRounds, bench.Rounds / RoundsPerQuickRound);
        IReadOnlyList<EntrantResult> times = Contest.Run(
            rounds,
            [
                new Entrant("ours, read and build", _ => Load()) { IsOurs = true },
                new Entrant("  of it, reading rows", static _ => { }) { OwnNanoseconds = () => readNs },
                new Entrant("  of it, building", static _ => { }) { OwnNanoseconds = () => buildNs },
            ],
            cancellation
        );
        MismatchException.ThrowIfApart(loaded!.NodeCount, bench.Town.Network.NodeCount, 0, "nodes loaded");
        MismatchException.ThrowIfApart(loaded.LinkCount, bench.Town.Network.LinkCount, 0, "links loaded");
        return [new JobResult(Name, times, new Dictionary<string, double> { ["ways"] = bench.Town.Ways.Length })];

        void Load()
        {
            Stopwatch watch = Stopwatch.StartNew();
            List<SurveyedWay> ways = ReadAsync(database, cancellation).GetAwaiter().GetResult();
            readNs = watch.Elapsed.TotalNanoseconds;
            watch.Restart();
            WalkingNetworkBuilder builder = new();
            ways.ForEach(way => builder.AddWay(way));
            loaded = builder.Build();
            buildNs = watch.Elapsed.TotalNanoseconds;
        }
    }

    private static async Task<List<SurveyedWay>> ReadAsync(BenchDatabase database, CancellationToken cancellation)
    {
        await using NeighborContext context = new(ContextOptions.For(database.Source));
        List<Gate> gates = await context.Gates.AsNoTracking().ToListAsync(cancellation);
        List<Compound> compounds = await context.Compounds.AsNoTracking().ToListAsync(cancellation);
        MismatchException.ThrowIfApart(gates.Count + compounds.Count, 0, 0, "gates and compounds");
        return await context
            .Ways.AsNoTracking()
            .OrderBy(way => way.Source)
            .ThenBy(way => way.Id)
            .ToListAsync(cancellation);
    }
}
