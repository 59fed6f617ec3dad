using Neighbor.Gis.Benchmarks.Peers;
using Neighbor.Gis.Benchmarks.Timing;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>The ten responders who can be there soonest, of those with a skill that are available: one in ten.</summary>
internal sealed class NearestJob : IMeasuredJob
{
    private const int Count = 10;
    private const int ComparedOrigins = 50;
    private const int ComparedByPgRouting = 5;
    private const int SlowEvery = 10;
    private const int PrePicked = 10;

    public string Name => "nearest";

    public Task<IReadOnlyList<JobResult>> MeasureAsync(Bench bench, CancellationToken cancellation)
    {
        MeasuredTown town = bench.Town;
        TownContents contents = town.Contents;
        SnapPoint[] origins = contents.Origins;
        NearestSearch search = new(town.Network);
        TextbookNearest textbook = new(town);
        List<NearPoint> found = [];
        Predicate<int>[] passes =
        [
            .. Enumerable
                .Range(0, TownContents.SkillCount)
                .Select(skill => (Predicate<int>)(one => contents.Passes(one, skill))),
        ];
        Compare(town, search, textbook, passes);
        ComparePgRouting(bench, textbook);

        List<Entrant> entrants =
        [
            new("ours", round => Run(Bench.Pace, Bench.TownWideMs, round)) { IsOurs = true },
            new(
                "textbook",
                round => textbook.Run(origins[round % origins.Length], round % TownContents.SkillCount, Count)
            ),
        ];
        if (bench.PgRouting is { } pgRouting)
        {
            entrants.Add(
                new Entrant(
                    "pgRouting, edges in a box",
                    round => pgRouting.Nearest(Start(town, round), round % TownContents.SkillCount, Count)
                )
                {
                    Every = SlowEvery,
                }
            );
        }

        if (bench.Valhalla is { } valhalla)
        {
            entrants.Add(
                new Entrant(
                    $"Valhalla matrix, {PrePicked} nearest as the crow flies",
                    round => valhalla.Matrix(origins[round % origins.Length].Position, PrePick(town, round))
                )
                {
                    Every = SlowEvery,
                    OwnNanoseconds = () => valhalla.LastNanoseconds,
                }
            );
        }

        IReadOnlyList<EntrantResult> times = Contest.Run(bench.Rounds, entrants, cancellation);
        Dictionary<string, double> facts = new()
        {
            ["responders"] = contents.Responders.Count,
            ["passShare"] = Enumerable
                .Range(0, contents.Responders.Count)
                .Average(one => contents.Passes(one, 0) ? 1.0 : 0),
        };
        return Task.FromResult<IReadOnlyList<JobResult>>([new JobResult(Name, times, facts)]);

        void Run(Pace pace, int limitMs, int round) =>
            search.Run(
                origins.AsSpan(round % origins.Length, 1),
                contents.Responders,
                Count,
                pace,
                limitMs,
                found,
                isEligible: passes[round % passes.Length]
            );
    }

    private static int Start(MeasuredTown town, int round) =>
        town.Places.Around(town.Contents.Origins[round % town.Contents.Origins.Length]).Before;

    private static Spatial.Position[] PrePick(MeasuredTown town, int round)
    {
        TownContents contents = town.Contents;
        Spatial.Position from = contents.Origins[round % contents.Origins.Length].Position;
        return
        [
            .. Enumerable
                .Range(0, contents.ResponderNodes.Length)
                .Where(one => contents.Passes(one, round % TownContents.SkillCount))
                .Select(one => town.Streets.Positions[contents.ResponderNodes[one]])
                .OrderBy(at => Geodesic.Metres(from, at))
                .Take(PrePicked),
        ];
    }

    private static void Compare(
        MeasuredTown town,
        NearestSearch search,
        TextbookNearest textbook,
        Predicate<int>[] passes
    )
    {
        List<NearPoint> found = [];
        for (int i = 0; i < ComparedOrigins; i++)
        {
            int skill = i % passes.Length;
            SnapPoint origin = town.Contents.Origins[i];
            search.Run(
                [origin],
                town.Contents.Responders,
                Count,
                Pace.Planning,
                Bench.TownWideMm,
                found,
                isEligible: passes[skill]
            );
            IReadOnlyList<(int Responder, int WalkMm)> expected = textbook.Run(origin, skill, Count);
            MismatchException.ThrowIfApart(found.Count, expected.Count, 0, "responders found");
            for (int at = 0; at < Count && at < found.Count; at++)
            {
                // Two equally near may change places; their walks may not.
                MismatchException.ThrowIfApart(
                    found[at].WalkMs,
                    expected[at].WalkMm,
                    Bench.ToleranceMm,
                    $"walk to nearest {at}"
                );
            }
        }
    }

    private static void ComparePgRouting(Bench bench, TextbookNearest textbook)
    {
        for (int i = 0; i < ComparedByPgRouting && bench.PgRouting is not null; i++)
        {
            int start = Start(bench.Town, i);
            IReadOnlyList<(int Responder, double WalkMm)> theirs = bench.PgRouting.Nearest(start, i, Count);
            IReadOnlyList<(int Responder, int WalkMm)> ours = textbook.Run(
                bench.Town.Contents.PlaceOf(start),
                i,
                Count
            );
            for (int at = 0; at < theirs.Count; at++)
            {
                MismatchException.ThrowIfApart(
                    ours[at].WalkMm,
                    theirs[at].WalkMm,
                    Bench.ToleranceMm,
                    $"nearest {at} of pgRouting"
                );
            }
        }
    }
}
