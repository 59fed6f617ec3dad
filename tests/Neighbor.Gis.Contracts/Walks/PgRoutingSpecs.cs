using Neighbor.Gis.Contracts.Hosting;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Testing.Databases;
using Neighbor.Gis.Walking.Snaps;
using Npgsql;
using NpgsqlTypes;
using Xunit;

namespace Neighbor.Gis.Contracts.Walks;

/// <summary>The coverage of the small town against pgRouting on the same survey: another program, by other people.</summary>
/// <remarks>
/// <para>pgRouting knows nothing of overlay: for a walk to a door it gets the street and the compound the door is in, which is
/// the rule itself where the inside of each compound hangs together.</para>
/// </remarks>
public class PgRoutingSpecs
{
    private const double ToleranceSeconds = 0.05;

    [Fact]
    public async Task Walks_to_every_door_are_as_long_as_pgrouting_says()
    {
        ServedTown town = await ServedTown.Small;
        await using TestDatabase database = await TestDatabase.CreateAsync();
        if (!await HasPgRoutingAsync(database))
        {
            Assert.Skip("SKIPPED: pgRouting is not installed; apt-get install postgresql-15-pgrouting brings it.");
        }

        NeighborhoodSnapshot map = town.Map;
        SnapPoint[][] points =
        [
            .. map
                .ServicePoints.Posts.Where(post =>
                    post.Thing.Status == ServicePointStatus.Open && post.Thing.Functions.Contains(ServiceFunction.Food)
                )
                .Select(post => post.Snap is Snapping.Snapped snapped ? snapped.ToArray() : []),
        ];
        SnapPoint[][] doors = [.. map.Demand.Select(demand => demand.Doors.ToArray())];
        var walks = new PlainWalks(town.Delivery);
        IReadOnlyList<PlainPlace> places = walks.Cut(
            map.Network,
            [.. points.Concat(doors).SelectMany(several => several)]
        );
        int pointPlaces = points.Sum(several => several.Length);
        await StoreAsync(database, walks);

        Dictionary<(int From, int To), double> seconds = [];
        string[] zones = [.. places.SelectMany(place => place.Own).Distinct()];
        foreach (string zone in zones)
        {
            int[] inside =
            [
                .. places.Skip(pointPlaces).Where(place => place.Own.Contains(zone)).Select(place => place.Vertex),
            ];
            int[] targets = [.. places.Take(pointPlaces).Select(place => place.Vertex)];
            foreach ((int From, int To, double Seconds) cost in await CostsAsync(database, zone, inside, targets))
            {
                seconds[(cost.From, cost.To)] = cost.Seconds;
            }
        }

        var whenever = new Moment(null, IsHoliday: false, DateTime.UtcNow);
        (int count, int?[] walkMs) = map.WalksToNearest(
            ServiceFunction.Food,
            map.Demand,
            WalkTerms.At(map, Walking.Paces.Pace.Planning, whenever)
        );
        Assert.Equal(points.Length, count);
        int place0 = pointPlaces;
        int compared = 0;
        for (int i = 0; i < doors.Length; i++)
        {
            double best = double.PositiveInfinity;
            foreach (PlainPlace door in places.Skip(place0).Take(doors[i].Length))
            {
                foreach (PlainPlace point in places.Take(pointPlaces))
                {
                    if (seconds.TryGetValue((door.Vertex, point.Vertex), out double walk))
                    {
                        best = Math.Min(best, door.AccessSeconds + walk + point.AccessSeconds);
                    }
                }
            }

            place0 += doors[i].Length;
            Assert.Equal(best, walkMs[i] / 1000.0 ?? double.PositiveInfinity, ToleranceSeconds);
            compared += double.IsFinite(best) ? 1 : 0;
        }

        Assert.True(compared > 50, $"{compared} doors compared");
    }

    private static async Task<bool> HasPgRoutingAsync(TestDatabase database)
    {
        await using NpgsqlCommand command = database.Source.CreateCommand(
            "select exists (select from pg_available_extensions where name = 'pgrouting')"
        );
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static async Task StoreAsync(TestDatabase database, PlainWalks walks)
    {
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync();
        await using (
            var create = new NpgsqlCommand(
                """
                create extension pgrouting cascade;
                create table walk_edge (
                    id bigserial, source bigint, target bigint, cost float8, reverse_cost float8, zone text
                )
                """,
                connection
            )
        )
        {
            await create.ExecuteNonQueryAsync();
        }

        await using NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync(
            "copy walk_edge (source, target, cost, reverse_cost, zone) from stdin (format binary)"
        );
        foreach (PlainEdge edge in walks.Edges)
        {
            await WriteAsync(rows, edge.From, edge.To, edge.Seconds, edge.SecondsBack, edge.Zone);
        }

        foreach (PlainGate gate in walks.Gates)
        {
            await WriteAsync(rows, gate.Outside, gate.Inside, 0, 0, gate.Zone);
        }

        await rows.CompleteAsync();
    }

    private static async Task WriteAsync(
        NpgsqlBinaryImporter rows,
        long source,
        long target,
        double cost,
        double back,
        string zone
    )
    {
        await rows.StartRowAsync();
        await rows.WriteAsync(source, NpgsqlDbType.Bigint);
        await rows.WriteAsync(target, NpgsqlDbType.Bigint);

        // To pgRouting a negative cost says that there is no such edge.
        await rows.WriteAsync(double.IsFinite(cost) ? cost : -1, NpgsqlDbType.Double);
        await rows.WriteAsync(double.IsFinite(back) ? back : -1, NpgsqlDbType.Double);
        await rows.WriteAsync(zone, NpgsqlDbType.Text);
    }

    private static async Task<List<(int From, int To, double Seconds)>> CostsAsync(
        TestDatabase database,
        string zone,
        int[] from,
        int[] to
    )
    {
        await using NpgsqlCommand command = database.Source.CreateCommand(
            """
            select start_vid, end_vid, agg_cost
            from pgr_dijkstraCost(
                format('select id, source, target, cost, reverse_cost from walk_edge where zone in ('''', %L)', $1),
                $2, $3, directed => true
            )
            """
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zone });
        command.Parameters.Add(new NpgsqlParameter { Value = from.Select(vertex => (long)vertex).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = to.Select(vertex => (long)vertex).ToArray() });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var costs = new List<(int, int, double)>();
        while (await reader.ReadAsync())
        {
            costs.Add(((int)reader.GetInt64(0), (int)reader.GetInt64(1), reader.GetDouble(2)));
        }

        return costs;
    }
}
