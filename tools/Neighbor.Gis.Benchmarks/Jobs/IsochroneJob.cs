using Neighbor.Gis.Benchmarks.Timing;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>The drawing of what is within a quarter of an hour.</summary>
internal sealed class IsochroneJob : IMeasuredJob
{
    private const int Questions = 100;
    private const int PeerEvery = 5;
    private const double AreaFactor = 3;

    public string Name => "isochrone";

    public Task<IReadOnlyList<JobResult>> MeasureAsync(Bench bench, CancellationToken cancellation)
    {
        MeasuredTown town = bench.Town;
        SnapPoint[] origins = town.Contents.Origins[..Questions];
        IsochroneSearch drawing = new(town.Network);
        WalkingSearch search = new(town.Network);
        int[] cutoffsMs = [Bench.QuarterHourMs];
        Dictionary<string, double> facts = Describe(bench, drawing, origins);
        List<Entrant> entrants =
        [
            new("ours, search and drawing", round => Draw(round)) { IsOurs = true },
            new("ours, search only", round => search.Run(Seed(round), Bench.Pace, Bench.QuarterHourMs)),
        ];
        if (bench.Valhalla is { } valhalla)
        {
            entrants.Add(
                new Entrant("Valhalla isochrone", round => valhalla.Isochrone(origins[round % Questions].Position))
                {
                    Every = PeerEvery,
                    OwnNanoseconds = () => valhalla.LastNanoseconds,
                }
            );
            entrants.Add(
                new Entrant("Valhalla locate only", round => valhalla.Locate(origins[round % Questions].Position))
                {
                    Every = PeerEvery,
                    OwnNanoseconds = () => valhalla.LastNanoseconds,
                }
            );
        }

        if (bench.PgRouting is { } pgRouting)
        {
            entrants.Add(
                new Entrant(
                    "pgRouting in a box, concave hull",
                    round => pgRouting.Hull(town.Places.Around(origins[round % Questions]).Before)
                )
                {
                    Every = PeerEvery * 2,
                }
            );
        }

        IReadOnlyList<EntrantResult> times = Contest.Run(bench.Rounds, entrants, cancellation);
        facts["drawingOnlyUs"] = (times[0].P50Ns - times[1].P50Ns) / 1000;
        return Task.FromResult<IReadOnlyList<JobResult>>([new JobResult(Name, times, facts)]);

        ReadOnlySpan<SnapPoint> Seed(int round) => origins.AsSpan(round % Questions, 1);

        void Draw(int round) => drawing.Draw(origins[round % Questions].Position, Seed(round), Bench.Pace, cutoffsMs);
    }

    /// <summary>The drawings are valid and hold the origin; Valhalla's are of the same order of size, its method being another.</summary>
    private static Dictionary<string, double> Describe(Bench bench, IsochroneSearch drawing, SnapPoint[] origins)
    {
        const int Compared = 10;
        double vertices = 0;
        List<double> areas = [];
        foreach (SnapPoint origin in origins[..Compared])
        {
            Isochrone drawn = drawing.Draw(origin.Position, [origin], Bench.Pace, [Bench.QuarterHourMs])[0];
            vertices += drawn.Geom.NumPoints;
            if (!drawn.Geom.IsValid)
            {
                throw new MismatchException($"The drawing around {origin.Position} is not valid.");
            }

            if (bench.Valhalla?.Isochrone(origin.Position) is { } theirs)
            {
                double factor = theirs.Area / drawn.Geom.Area;
                areas.Add(factor);
                MismatchException.ThrowIfApart(
                    Math.Log(factor),
                    0,
                    Math.Log(AreaFactor),
                    "area of Valhalla's over ours, as a logarithm"
                );
            }
        }

        Dictionary<string, double> facts = new() { ["verticesMean"] = vertices / Compared };
        if (areas.Count > 0)
        {
            facts["areaOfValhallasOverOurs"] = areas.Average();
        }

        return facts;
    }
}
