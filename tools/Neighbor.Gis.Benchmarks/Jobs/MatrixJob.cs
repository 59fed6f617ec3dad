using Neighbor.Gis.Benchmarks.Peers;
using Neighbor.Gis.Benchmarks.Timing;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>Every walk from 500 places to 500 places, within an hour and without a limit; timed by the row.</summary>
internal sealed class MatrixJob : IMeasuredJob
{
    private const int HourMs = 3_600_000;
    private const int HourMm = 4_320_000;
    private const int ComparedRows = 3;
    private const int TextbookEvery = 5;
    private const int RoundsToRow = 4;
    private const int WholeEvery = 25;

    public string Name => "matrix";

    public Task<IReadOnlyList<JobResult>> MeasureAsync(Bench bench, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<JobResult>>([
            Measure(bench, "matrix-60-minutes", HourMs, HourMm, cancellation),
            Measure(bench, "matrix-town-wide", Bench.TownWideMs, Bench.TownWideMm, cancellation),
        ]);

    private static JobResult Measure(Bench bench, string name, int limitMs, int limitMm, CancellationToken cancellation)
    {
        Bench.Say(name);
        MeasuredTown town = bench.Town;
        SnapPoint[] from = Array.ConvertAll(town.Contents.MatrixFrom, town.Contents.PlaceOf);
        SnapPoint[] to = Array.ConvertAll(town.Contents.MatrixTo, town.Contents.PlaceOf);
        WalkingSearch search = new(town.Network);
        TextbookWalk textbook = new(town.Streets, town.Places);
        int[] row = new int[to.Length];
        int[] whole = new int[from.Length * to.Length];
        Snapping.Snapped[] origins = Array.ConvertAll(from, place => new Snapping.Snapped(place, null));
        Snapping.Snapped[] destinations = Array.ConvertAll(to, place => new Snapping.Snapped(place, null));
        RunWhole(cores: 2);
        for (int i = 0; i < from.Length; i += from.Length / ComparedRows)
        {
            RunOurs(i, Bench.Pace, limitMs);
            for (int j = 0; j < to.Length; j++)
            {
                int known = row[j] == int.MaxValue ? WalkMatrix.Unreached : row[j];
                MismatchException.ThrowIfApart(whole[(i * to.Length) + j], known, 0, $"whole matrix, cell {i}, {j}");
            }
        }

        for (int i = 0; i < ComparedRows; i++)
        {
            RunOurs(i, Pace.Planning, limitMm);
            RunTextbook(i);
            for (int j = 0; j < to.Length; j++)
            {
                int theirs = Math.Min(textbook.WalkMm(town.Contents.MatrixTo[j]), limitMm);
                MismatchException.ThrowIfApart(Math.Min(row[j], limitMm), theirs, Bench.ToleranceMm, $"cell {i}, {j}");
            }
        }

        IReadOnlyList<EntrantResult> times = Contest.Run(
            Math.Max(2, bench.Rounds / RoundsToRow),
            [
                new Entrant("ours, by the row", round => RunOurs(round, Bench.Pace, limitMs)) { IsOurs = true },
                new Entrant("ours, the whole matrix on one core", _ => RunWhole(cores: 1)) { Every = WholeEvery },
                new Entrant("ours, the whole matrix on two cores", _ => RunWhole(cores: 2)) { Every = WholeEvery },
                new Entrant("textbook, by the row", RunTextbook) { Every = TextbookEvery },
            ],
            cancellation
        );
        Dictionary<string, double> facts = new()
        {
            ["rows"] = from.Length,
            ["columns"] = to.Length,
            ["wholeMatrixMs"] = times[0].P50Ns * from.Length / 1e6,
        };
        return new JobResult(name, times, facts);

        void RunOurs(int round, Pace pace, int limit)
        {
            search.Run(from.AsSpan(round % from.Length, 1), pace, limit);
            for (int j = 0; j < to.Length; j++)
            {
                row[j] = search.WalkMs(to[j]) ?? int.MaxValue;
            }
        }

        void RunWhole(int cores) =>
            new WalkMatrix(town.Network) { Cores = cores }.Fill(
                origins,
                destinations,
                Bench.Pace,
                limitMs,
                whole,
                cancellationToken: cancellation
            );

        void RunTextbook(int round)
        {
            textbook.Begin();
            textbook.Seed(town.Contents.MatrixFrom[round % from.Length]);
            textbook.SettleAll(limitMm);
        }
    }
}
