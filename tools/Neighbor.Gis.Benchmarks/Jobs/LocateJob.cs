using Neighbor.Gis.Benchmarks.Peers;
using Neighbor.Gis.Benchmarks.Timing;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Locations;
using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>The building, grid, community, street and county of a point; half of the points are in a building.</summary>
/// <remarks>
/// <para>Ours names the nearest within 200 m where nothing contains the point; PostGIS is asked for what contains it only.</para>
/// </remarks>
internal sealed class LocateJob : IMeasuredJob
{
    private const int Points = 200_000;
    private const int PerRun = 1_000;
    private const int PerPeerRun = 20;
    private const int Compared = 2_000;
    private const int Seed = 13;

    public string Name => "locate";

    public async Task<IReadOnlyList<JobResult>> MeasureAsync(Bench bench, CancellationToken cancellation)
    {
        Delivery delivery = bench.Database is { } kept
            ? await kept.StoreAsync(bench.Town, cancellation)
            : TownDelivery.Of(bench.Town);
        Locator locator = new(delivery.Areas, delivery.Grids, [], [], delivery.Buildings);
        Position[] points = PointsIn(bench.Town);
        List<Entrant> entrants =
        [
            new("ours, the whole chain", LocateOurs) { IsOurs = true, Answers = PerRun },
            new("ours, the whole chain as numbers", LocateNumbers) { Answers = PerRun },
            new("ours, one point at a time", round => locator.Locate(points[round % Points])),
        ];
        using PostgisLocate? postgis = bench.Database is { } database ? new PostgisLocate(database) : null;
        Dictionary<string, double> facts = [];
        if (postgis is not null)
        {
            Compare(locator, postgis, points, facts);
            entrants.Add(
                new Entrant("PostGIS prepared, parents by join", round => Ask(round, true)) { Answers = PerPeerRun }
            );
            entrants.Add(
                new Entrant("PostGIS prepared, five lookups", round => Ask(round, false)) { Answers = PerPeerRun }
            );
        }

        return [new JobResult(Name, Contest.Run(bench.Rounds, entrants, cancellation), facts)];

        void LocateOurs(int round)
        {
            for (int i = 0; i < PerRun; i++)
            {
                locator.Locate(points[((round * PerRun) + i) % Points]);
            }
        }

        void LocateNumbers(int round)
        {
            for (int i = 0; i < PerRun; i++)
            {
                locator.LocateNumbers(points[((round * PerRun) + i) % Points]);
            }
        }

        void Ask(int round, bool isByJoin)
        {
            for (int i = 0; i < PerPeerRun; i++)
            {
                postgis!.Find(points[((round * PerRun) + i) % Points], isByJoin);
            }
        }
    }

    private static Position[] PointsIn(MeasuredTown town)
    {
        Random random = new(Seed);
        BuildingSite[] sites = town.Contents.BuildingSites;
        return
        [
            .. Enumerable
                .Range(0, Points)
                .Select(i => i % 2 == 0 ? sites[random.Next(sites.Length)].Middle : town.Contents.AnyPosition(random)),
        ];
    }

    private static void Compare(
        Locator locator,
        PostgisLocate postgis,
        Position[] points,
        Dictionary<string, double> facts
    )
    {
        int inBuilding = 0;
        foreach (Position point in points[..Compared])
        {
            string?[] ours = Codes(locator.Locate(point));
            foreach (bool isByJoin in (bool[])[true, false])
            {
                string?[] theirs = postgis.Find(point, isByJoin);
                if (!ours.AsSpan().SequenceEqual(theirs))
                {
                    throw new MismatchException(
                        $"{point} lies in {string.Join(',', ours)} here and in {string.Join(',', theirs)} there."
                    );
                }
            }

            inBuilding += ours[0] is null ? 0 : 1;
        }

        facts["sharePointsInBuildings"] = (double)inBuilding / Compared;
    }

    /// <summary>What contains the point, as PostGIS says it: what is only near is left out.</summary>
    private static string?[] Codes(Whereabouts found)
    {
        string?[] codes =
        [
            found.Building is { Metres: 0, Thing: Building building } ? building.Code : null,
            found.Grid is { Metres: 0, Thing: Grid grid } ? grid.Code.Value : null,
            AreaAt(AreaLevel.Community),
            AreaAt(AreaLevel.Town),
            AreaAt(AreaLevel.County),
        ];
        return codes;

        string? AreaAt(AreaLevel level) =>
            found.Fit == AreaFit.Exact ? found.Areas.FirstOrDefault(area => area.Level == level)?.Code.Value : null;
    }
}
