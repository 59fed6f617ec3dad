using Neighbor.Gis.Benchmarks.Peers;
using Neighbor.Gis.Benchmarks.Timing;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>For every building of the town the facility that is nearest on foot, from all facilities at once.</summary>
internal sealed class CatchmentJob : IMeasuredJob
{
    private const int RoundsPerQuickRound = 10;
    private const int LeastRounds = 5;
    private const int TextbookEvery = 2;
    private const int PgRoutingEvery = 10;
    private const int MostPlainSearches = 24;
    private const double EquicostTolerance = 0.01;
    private const double MillimetresPerMetre = 1000;

    private static readonly int[] FacilityCounts = [24, 400, 2_000];

    public string Name => "catchments";

    public Task<IReadOnlyList<JobResult>> MeasureAsync(Bench bench, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<JobResult>>([
            .. FacilityCounts.Select(count => Measure(bench, count, cancellation)),
        ]);

    private static JobResult Measure(Bench bench, int count, CancellationToken cancellation)
    {
        Bench.Say($"catchments of {count} facilities");
        MeasuredTown town = bench.Town;
        int[] nodes = town.Contents.FacilityNodes(count);
        PlacedPoints facilities = town.Contents.Placed(nodes);
        CatchmentSearch search = new(town.Network);
        CatchmentSearch twoCores = new(town.Network) { Cores = 2 };
        TextbookWalk textbook = new(town.Streets, town.Places);
        Dictionary<string, double> facts = Compare(bench, search, textbook, nodes, facilities);
        List<Entrant> entrants =
        [
            new("ours, labels and buildings", _ => RunOurs(town, search, facilities, Bench.Pace, Bench.TownWideMs))
            {
                IsOurs = true,
            },
            new("ours, labels only", _ => search.Run(facilities, Bench.Pace, Bench.TownWideMs)),
            new("ours, labels only, two cores", _ => twoCores.Run(facilities, Bench.Pace, Bench.TownWideMs)),
            new("textbook, labels and buildings", _ => RunTextbook(town, textbook, nodes)) { Every = TextbookEvery },
        ];
        if (bench.PgRouting is { } pgRouting)
        {
            entrants.Add(
                new Entrant("pgRouting equicost, labels only", _ => pgRouting.Equicost(nodes, Bench.TownWideMm))
                {
                    Every = PgRoutingEvery,
                }
            );
        }

        int rounds = Math.Max(LeastRounds, bench.Rounds / RoundsPerQuickRound);
        return new JobResult($"catchments-{count}", Contest.Run(rounds, entrants, cancellation), facts);
    }

    private static (int Covered, double SumMs) RunOurs(
        MeasuredTown town,
        CatchmentSearch search,
        PlacedPoints facilities,
        Pace pace,
        int limitMs
    )
    {
        search.Run(facilities, pace, limitMs);
        search.NearestInto(town.Contents.PlacedBuildings, town.Contents.Nearest);
        int covered = 0;
        double sumMs = 0;
        foreach (NearestSource nearest in town.Contents.Nearest)
        {
            if (nearest != NearestSource.None)
            {
                covered++;
                sumMs += nearest.WalkMs;
            }
        }

        return (covered, sumMs);
    }

    private static (int Covered, double SumMm) RunTextbook(MeasuredTown town, TextbookWalk textbook, int[] nodes)
    {
        textbook.Begin();
        for (int i = 0; i < nodes.Length; i++)
        {
            textbook.Seed(nodes[i], i);
        }

        textbook.SettleAll(Bench.TownWideMm);
        int covered = 0;
        double sumMm = 0;
        foreach (Snapping.Snapped building in town.Contents.Buildings)
        {
            int walkMm = textbook.WalkMm(building.First);
            if (building.Second is { } second)
            {
                walkMm = Math.Min(walkMm, textbook.WalkMm(second));
            }

            covered += walkMm == TextbookWalk.Unreached ? 0 : 1;
            sumMm += walkMm == TextbookWalk.Unreached ? 0 : walkMm;
        }

        return (covered, sumMm);
    }

    private static Dictionary<string, double> Compare(
        Bench bench,
        CatchmentSearch search,
        TextbookWalk textbook,
        int[] nodes,
        PlacedPoints facilities
    )
    {
        MeasuredTown town = bench.Town;
        (int covered, double sumMm) = RunOurs(town, search, facilities, Pace.Planning, Bench.TownWideMm);
        (int theirs, double theirSumMm) = RunTextbook(town, textbook, nodes);
        MismatchException.ThrowIfApart(covered, theirs, 0, "buildings covered");
        MismatchException.ThrowIfApart(
            sumMm / covered,
            theirSumMm / theirs,
            Bench.ToleranceMm,
            "mean walk of a building"
        );

        long near = 0;
        double nearSumMm = 0;
        long reached = 0;
        double nodeSumMm = 0;
        for (int node = 0; node < town.Streets.NodeCount; node++)
        {
            if (town.Places.PlaceOf(node) is { } place && search.NearestTo(place) is { } nearest)
            {
                MismatchException.ThrowIfApart(
                    nearest.WalkMs,
                    textbook.WalkMm(node),
                    Bench.ToleranceMm,
                    $"walk of node {node}"
                );
                if (nearest.WalkMs <= Bench.ReachMm)
                {
                    near++;
                    nearSumMm += nearest.WalkMs;
                }

                reached++;
                nodeSumMm += nearest.WalkMs;
            }
        }

        Dictionary<string, double> facts = new()
        {
            ["buildings"] = covered,
            ["meanBuildingMetres"] = sumMm / covered / MillimetresPerMetre,
            ["coveredNodeShare"] = (double)near / reached,
            ["meanNodeMetres"] = nodeSumMm / reached / MillimetresPerMetre,
        };
        if (bench.PgRouting is { } pgRouting)
        {
            ComparePgRouting(pgRouting, nodes, (near, nearSumMm), town.Places.CountTolerance, facts);
        }

        return facts;
    }

    /// <summary>
    /// Exactly with the shortest of pgRouting's plain searches; its equicost only nearly, for its labels are not all shortest.
    /// </summary>
    private static void ComparePgRouting(
        PgRoutingPeer pgRouting,
        int[] nodes,
        (long Count, double SumMm) near,
        int allowed,
        Dictionary<string, double> facts
    )
    {
        if (nodes.Length <= MostPlainSearches)
        {
            (long count, double sumMm) = pgRouting.ReachOfNearest(nodes);
            MismatchException.ThrowIfApart(near.Count, count, allowed, "nodes pgRouting covers");
            MismatchException.ThrowIfApart(
                near.SumMm / near.Count,
                sumMm / count,
                Bench.ToleranceMm + ((double)allowed * Bench.ReachMm / near.Count),
                "mean walk of a covered node by pgRouting"
            );
        }

        (long labels, double labelSumMm) = pgRouting.Equicost(nodes, Bench.TownWideMm);
        double mean = labelSumMm / labels / MillimetresPerMetre;
        facts["meanNodeMetresOfEquicost"] = mean;
        MismatchException.ThrowIfApart(facts["meanNodeMetres"] / mean, 1, EquicostTolerance, "mean walk of equicost");
    }
}
