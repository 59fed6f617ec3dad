using Neighbor.Gis.Benchmarks.Timing;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>Where a position meets the network: beside a building, and anywhere.</summary>
internal sealed class SnapJob : IMeasuredJob
{
    private const int Points = 10_000;
    private const int PerRun = 100;
    private const int Compared = 300;
    private const int Seed = 11;
    private const double ToleranceMetres = 0.05;

    public string Name => "snap";

    public Task<IReadOnlyList<JobResult>> MeasureAsync(Bench bench, CancellationToken cancellation)
    {
        MeasuredTown town = bench.Town;
        Random random = new(Seed);
        Position[] anywhere = [.. Enumerable.Range(0, Points).Select(_ => town.Contents.AnyPosition(random))];
        Position[] buildings =
        [
            .. Enumerable
                .Range(0, Points)
                .Select(_ => town.Contents.BuildingSites[random.Next(town.Contents.BuildingSites.Length)].Middle),
        ];
        double snapped = Compare(town, anywhere);
        IReadOnlyList<EntrantResult> times = Contest.Run(
            bench.Rounds,
            [
                new Entrant("ours, beside a building", round => Snap(buildings, round))
                {
                    IsOurs = true,
                    Answers = PerRun,
                },
                new Entrant("ours, anywhere", round => Snap(anywhere, round)) { Answers = PerRun },
            ],
            cancellation
        );
        Dictionary<string, double> facts = new() { ["snappedShareAnywhere"] = snapped };
        return Task.FromResult<IReadOnlyList<JobResult>>([new JobResult(Name, times, facts)]);

        void Snap(Position[] positions, int round)
        {
            for (int i = 0; i < PerRun; i++)
            {
                town.Snapper.Snap(positions[((round * PerRun) + i) % Points]);
            }
        }
    }

    /// <summary>
    /// Without walls and kinds the nearest way is the place, if it is not an island: no segment near may be nearer.
    /// </summary>
    private static double Compare(MeasuredTown town, Position[] positions)
    {
        int snapped = 0;
        foreach (Position position in positions[..Compared])
        {
            if (town.Snapper.Snap(position) is not Snapping.Snapped place)
            {
                continue;
            }

            snapped++;
            double metres = place.First.AccessMm / 1000.0;
            List<LinkId> near = [];
            town.Network.LinksInto(Box.Around(position, metres + 1), near);
            double least = double.PositiveInfinity;
            foreach (LinkId link in near.Where(link => !town.Network.IsOnIsland(link)))
            {
                Position[] course = town.Network.CourseOf(new Stretch(link, 0, town.Network.LengthMm(link)));
                for (int i = 1; i < course.Length; i++)
                {
                    least = Math.Min(least, FlatPlane.Metres(position, course[i - 1], course[i]));
                }
            }

            MismatchException.ThrowIfApart(metres, least, ToleranceMetres, $"metres from {position} to its way");
        }

        return (double)snapped / Compared;
    }
}
