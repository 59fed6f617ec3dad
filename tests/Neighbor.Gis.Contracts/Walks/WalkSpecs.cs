using System.Globalization;
using System.Text.Json;
using Neighbor.Gis.Contracts.Hosting;
using Neighbor.Gis.Coverage.Demand;
using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Snaps;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Contracts.Walks;

/// <summary>The answers of the service against walks computed plainly from the surveyed rows.</summary>
public class WalkSpecs
{
    private const int Origins = 20;

    /// <summary>
    /// What rounding may do: each link of a walk is rounded to the millisecond once, and a walk has at most some hundreds.
    /// </summary>
    private const double ToleranceSeconds = 0.2;

    public static TheoryData<string> Towns => ["small", "sample"];

    [Theory]
    [MemberData(nameof(Towns))]
    public async Task The_nearest_service_points_are_those_of_a_plain_search(string name)
    {
        ServedTown town = await TownAsync(name);
        Position[] origins = OriginsIn(town.Map);
        ServiceFunction[] functions = [.. origins.Select((_, i) => (ServiceFunction)(i % 7))];
        Post<ServicePoint>[] points = [.. town.Map.ServicePoints.Posts];
        (PlainWalks walks, PlainPlace[][] starts, PlainPlace[][] ends) = Prepare(
            town,
            origins,
            [.. points.Select(post => PlacesOf(post.Snap))]
        );
        int compared = 0;
        for (int i = 0; i < origins.Length; i++)
        {
            double[] seconds = walks.SecondsFrom(starts[i], isBackward: false);
            Dictionary<string, double> expected = [];
            for (int point = 0; point < points.Length; point++)
            {
                ServicePoint thing = points[point].Thing;
                if (thing.Status == ServicePointStatus.Open && thing.Functions.Contains(functions[i]))
                {
                    expected.Add(thing.Code, SecondsTo(seconds, ends[point]));
                }
            }

            JsonElement answer = await town.GetAsync(
                Ask("service-points", origins[i], $"function={Words.Of(functions[i])}&k=50&maxMinutes=60&path=true")
            );
            compared += Compare(expected, answer.GetProperty("results"), 3600);
        }

        Assert.True(compared >= Origins, $"{compared} walks compared");
    }

    [Theory]
    [MemberData(nameof(Towns))]
    public async Task The_nearest_responders_are_those_of_a_plain_search(string name)
    {
        ServedTown town = await TownAsync(name);
        Position[] origins = OriginsIn(town.Map);
        Skill[] skills = [.. origins.Select((_, i) => (Skill)(i % 10))];
        Post<OnCall>[] responders = [.. town.Map.Responders.Posts.Where((_, i) => i % 9 == 0 || name == "small")];
        (PlainWalks walks, PlainPlace[][] ends, PlainPlace[][] starts) = Prepare(
            town,
            origins,
            [.. responders.Select(post => PlacesOf(post.Snap))]
        );
        int compared = 0;
        for (int i = 0; i < origins.Length; i++)
        {
            double[] seconds = walks.SecondsFrom(ends[i], isBackward: true);
            Dictionary<string, double> expected = [];
            for (int one = 0; one < responders.Length; one++)
            {
                if (responders[one].Thing.Suits(skills[i], null))
                {
                    expected.Add(responders[one].Code, SecondsTo(seconds, starts[one]));
                }
            }

            JsonElement answer = await town.GetAsync(
                Ask("responders", origins[i], $"skill={Words.Of(skills[i])}&k=50&maxMinutes=60&pace=planning")
            );
            foreach (JsonElement found in answer.GetProperty("results").EnumerateArray())
            {
                if (expected.TryGetValue(found.GetProperty("code").GetString()!, out double walk))
                {
                    Assert.Equal(walk, found.GetProperty("walkSeconds").GetDouble(), ToleranceSeconds);
                    compared++;
                }
            }

            // Of those compared, nobody who is nearer than the last one found is missing.
            double last = answer.GetProperty("results").EnumerateArray().Last().GetProperty("walkSeconds").GetDouble();
            HashSet<string> codes = [.. CodesOf(answer.GetProperty("results"))];
            Assert.DoesNotContain(expected, pair => pair.Value < last - ToleranceSeconds && !codes.Contains(pair.Key));
        }

        Assert.True(compared >= Origins, $"{compared} walks compared");
    }

    [Theory]
    [MemberData(nameof(Towns))]
    public async Task The_coverage_is_that_of_a_plain_search_door_by_door(string name)
    {
        ServedTown town = await TownAsync(name);
        NeighborhoodSnapshot map = town.Map;
        Post<ServicePoint>[] points = [.. map.ServicePoints.Posts];
        (PlainWalks walks, _, PlainPlace[][] places) = Prepare(
            town,
            [],
            [.. points.Select(post => PlacesOf(post.Snap)), .. map.Demand.Select(demand => demand.Doors.ToArray())]
        );
        PlainPlace[][] facilities = places[..points.Length];
        PlainPlace[][] doors = places[points.Length..];
        foreach (ServiceFunction function in new[] { ServiceFunction.Food, ServiceFunction.Medical })
        {
            double[] best = new double[doors.Length];
            Array.Fill(best, double.PositiveInfinity);
            PlainPlace[][] open =
            [
                .. facilities.Where(
                    (_, i) =>
                        points[i].Thing.Status == ServicePointStatus.Open
                        && points[i].Thing.Functions.Contains(function)
                ),
            ];

            // Those who pass the same gates may spread together: the nearest of them is what counts.
            foreach (
                IGrouping<string, PlainPlace[]> group in open.Where(one => one.Length > 0)
                    .GroupBy(one => string.Join('|', one.SelectMany(place => place.Own).Distinct().Order()))
            )
            {
                double[] seconds = walks.SecondsFrom([.. group.SelectMany(one => one)], isBackward: true);
                for (int i = 0; i < doors.Length; i++)
                {
                    best[i] = Math.Min(best[i], SecondsTo(seconds, doors[i]));
                }
            }

            foreach (int minutes in new[] { 5, 15 })
            {
                await CompareAsync(town, function, minutes, best);
            }
        }
    }

    private static async Task CompareAsync(ServedTown town, ServiceFunction function, int minutes, double[] best)
    {
        DemandPoint[] demand = [.. town.Map.Demand];
        double cutoff = minutes * 60;
        JsonElement answer = await town.GetAsync($"/api/v1/coverage?function={Words.Of(function)}&minutes={minutes}");
        Dictionary<string, double?> outside = answer
            .GetProperty("uncovered")
            .GetProperty("features")
            .EnumerateArray()
            .Select(feature => feature.GetProperty("properties"))
            .ToDictionary(
                properties => properties.GetProperty("code").GetString()!,
                properties =>
                    properties.GetProperty("walkSeconds") is { ValueKind: JsonValueKind.Number } walk
                        ? walk.GetDouble()
                        : (double?)null
            );
        for (int i = 0; i < demand.Length; i++)
        {
            // At the cutoff itself a millisecond of rounding may decide.
            if (Math.Abs(best[i] - cutoff) > ToleranceSeconds)
            {
                Assert.Equal(best[i] > cutoff, outside.ContainsKey(demand[i].Code));
            }

            if (outside.TryGetValue(demand[i].Code, out double? walk))
            {
                Assert.Equal(
                    best[i] > 7200 ? double.PositiveInfinity : best[i],
                    walk ?? double.PositiveInfinity,
                    ToleranceSeconds
                );
            }
        }

        JsonElement totals = answer.GetProperty("totals");
        DemandPoint[] covered = [.. demand.Where(point => !outside.ContainsKey(point.Code))];
        Assert.Equal(
            (
                demand.Length,
                covered.Length,
                demand.Sum(point => (long)(point.Residents ?? 0)),
                covered.Sum(point => (long)(point.Residents ?? 0)),
                covered.Sum(point => (long)(point.Households ?? 0))
            ),
            (
                totals.GetProperty("buildings").GetProperty("total").GetInt32(),
                totals.GetProperty("buildings").GetProperty("covered").GetInt32(),
                totals.GetProperty("residents").GetProperty("total").GetInt64(),
                totals.GetProperty("residents").GetProperty("covered").GetInt64(),
                totals.GetProperty("households").GetProperty("covered").GetInt64()
            )
        );
    }

    private static int Compare(Dictionary<string, double> expected, JsonElement results, double limitSeconds)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        double before = 0;
        foreach (JsonElement one in results.EnumerateArray())
        {
            double seconds = one.GetProperty("walkSeconds").GetDouble();
            Assert.True(seconds >= before);
            before = seconds;
            string code = one.GetProperty("code").GetString()!;
            Assert.True(
                Math.Abs(expected[code] - seconds) <= ToleranceSeconds,
                $"{code}: {seconds} s, the plain search says {expected[code]} s"
            );
            found.Add(code, seconds);
        }

        double reach = found.Count == 50 ? before : limitSeconds;
        Assert.DoesNotContain(expected, pair => pair.Value < reach - ToleranceSeconds && !found.ContainsKey(pair.Key));
        return found.Count;
    }

    private static (PlainWalks Walks, PlainPlace[][] First, PlainPlace[][] Second) Prepare(
        ServedTown town,
        Position[] origins,
        SnapPoint[][] things
    )
    {
        SnapPoint[][] seeds =
        [
            .. origins.Select(origin =>
                (
                    (Origin.OnNetwork)
                        Origin.Place(
                            town.Map,
                            origin.Longitude,
                            origin.Latitude,
                            Spatial.Datums.Datum.Cgcs2000,
                            Server.Refusals.Language.English
                        )
                ).Seeds
            ),
        ];
        var walks = new PlainWalks(town.Delivery);
        Queue<PlainPlace> places = new(
            walks.Cut(town.Map.Network, [.. seeds.Concat(things).SelectMany(several => several)])
        );
        PlainPlace[][] first = [.. seeds.Select(several => Take(several.Length))];
        PlainPlace[][] second = [.. things.Select(several => Take(several.Length))];
        return (walks, first, second);

        PlainPlace[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => places.Dequeue())];
    }

    private static Position[] OriginsIn(NeighborhoodSnapshot map)
    {
        var random = new Random(20261121);
        Box bounds = map.Network.Bounds;
        var origins = new List<Position>();
        while (origins.Count < Origins)
        {
            var position = new Position(
                Math.Round(bounds.MinX + (random.NextDouble() * (bounds.MaxX - bounds.MinX)), 7),
                Math.Round(bounds.MinY + (random.NextDouble() * (bounds.MaxY - bounds.MinY)), 7)
            );
            if (map.Snapper.Snap(position, map.Locator.FindCompound(position)?.Code) is Snapping.Snapped)
            {
                origins.Add(position);
            }
        }

        return [.. origins];
    }

    private static SnapPoint[] PlacesOf(Snapping snap) => snap is Snapping.Snapped snapped ? snapped.ToArray() : [];

    private static double SecondsTo(double[] seconds, PlainPlace[] places) =>
        places
            .Select(place => seconds[place.Vertex] + place.AccessSeconds)
            .DefaultIfEmpty(double.PositiveInfinity)
            .Min();

    private static List<string> CodesOf(JsonElement results) =>
        [.. results.EnumerateArray().Select(one => one.GetProperty("code").GetString()!)];

    private static string Ask(string what, Position origin, string rest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/nearest/{what}?lon={origin.Longitude}&lat={origin.Latitude}&{rest}"
        );

    private static Task<ServedTown> TownAsync(string name) => name == "small" ? ServedTown.Small : ServedTown.Sample;
}
