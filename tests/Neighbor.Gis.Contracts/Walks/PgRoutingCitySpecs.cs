using Neighbor.Gis.Ingest.Osm;
using Neighbor.Gis.Ingest.Surveys;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Testing;
using Neighbor.Gis.Testing.Databases;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Npgsql;
using NpgsqlTypes;
using Xunit;

namespace Neighbor.Gis.Contracts.Walks;

/// <summary>A real city against <c>pgr_withPointsDD</c>: a quarter of an hour from two hundred places along its ways.</summary>
/// <remarks>
/// <para>pgRouting knows no gates: both sides walk on the public ways only, without compounds. The engine gets them through the
/// production import and builder, pgRouting one edge for each piece of a way between two vertices, with lengths that PostGIS measured.</para>
/// </remarks>
public class PgRoutingCitySpecs(ITestOutputHelper output)
{
    private const string LasPalmas = "osm/las-palmas-2023/las_palmas_20230221.osm.pbf";
    private const int Origins = 200;
    private const int LimitMs = 900_000;
    private const double MillisecondsPerSecond = 1000;

    /// <summary>
    /// Pieces are whole millimetres on both sides and places lie on whole millimetres, so that all that differs is the order of
    /// adding – and, where two geodesics round half a millimetre otherwise, a millimetre of a piece, which on steps is two milliseconds.
    /// </summary>
    private const double ToleranceMs = 2.01;

    private const double ExactMs = 0.001; // what floating sums of some hundred pieces may lose, many times over

    [Fact]
    public async Task A_quarter_of_an_hour_from_two_hundred_places_reaches_what_pgrouting_reaches()
    {
        string? path = RepositoryFiles.FindReal(LasPalmas);
        if (path is null)
        {
            Assert.Skip($"SKIPPED: no {LasPalmas} here. Name the folder of the real data in NEIGHBOR_REAL_DATA.");
        }

        await using TestDatabase database = await TestDatabase.CreateAsync();
        if (!await HasPgRoutingAsync(database))
        {
            Assert.Skip("SKIPPED: pgRouting is not installed; apt-get install postgresql-15-pgrouting brings it.");
        }

        SurveyedWay[] ways = [.. OsmImport.Read(path).Delivery.Ways.Where(way => way.Access == WayAccess.Public)];
        WalkingNetwork network = NetworkSurvey.Collect(ways, [], [], [], []).Build();
        SurveyedStreets streets = new(ways);
        StreetPlaces places = new(streets, network);
        (int Segment, double Fraction, SnapPoint At)[] origins = OriginsOn(streets, places);
        await StoreAsync(database, streets, origins);
        double[][] seconds = await WalksAsync(database, streets.Positions.Count);

        SnapPoint?[] targets =
        [
            .. Enumerable.Range(0, streets.Positions.Count).Select(places.OfNode),
            .. origins.Select(origin => (SnapPoint?)origin.At),
        ];
        WalkingSearch search = new(network);
        (int compared, int atPlaces, int different, double worstMs) = (0, 0, 0, 0);
        for (int origin = 0; origin < origins.Length; origin++)
        {
            search.Run([origins[origin].At], Pace.Planning, LimitMs);
            for (int target = 0; target < targets.Length; target++)
            {
                if (targets[target] is not { } place)
                {
                    continue;
                }

                double? expectedMs = seconds[origin][target] is >= 0 and double walk
                    ? walk * MillisecondsPerSecond
                    : null;
                int? walkMs = search.WalkMs(place);
                double differenceMs = Math.Abs((expectedMs ?? LimitMs) - (walkMs ?? LimitMs));
                if (differenceMs > ToleranceMs)
                {
                    Assert.Fail($"From {origins[origin]} to {place}: {walkMs} ms, pgRouting {expectedMs} ms.");
                }

                if (expectedMs is not null && walkMs is not null)
                {
                    worstMs = Math.Max(worstMs, differenceMs);
                    different += differenceMs > ExactMs ? 1 : 0;
                    compared++;
                    atPlaces += target >= streets.Positions.Count ? 1 : 0;
                }
            }
        }

        int left = targets.Count(target => target is null);
        output.WriteLine(
            $"{compared} walks compared, {atPlaces} of them to places along ways; {different} differ, the worst by "
                + $"{worstMs:F4} ms; {left} of {targets.Length} nodes left out."
        );
        Assert.True(left < 0.01 * targets.Length, $"{left} of {targets.Length} nodes have no place of their own.");
        Assert.True(compared > 100_000, $"Only {compared} walks were compared.");
        Assert.True(different < 0.01 * compared, $"{different} of {compared} walks differ.");
        Assert.True(atPlaces > Origins, $"Only {atPlaces} walks to places along ways were compared.");
    }

    private static async Task<bool> HasPgRoutingAsync(TestDatabase database)
    {
        await using NpgsqlCommand command = database.Source.CreateCommand(
            "select exists (select from pg_available_extensions where name = 'pgrouting')"
        );
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Places on whole millimetres inside pieces of ways chosen at random.</summary>
    private static (int Segment, double Fraction, SnapPoint At)[] OriginsOn(
        SurveyedStreets streets,
        StreetPlaces places
    )
    {
        Random random = new(20261125);
        List<(int Segment, double Fraction, SnapPoint At)> origins = [];
        while (origins.Count < Origins)
        {
            int segment = random.Next(streets.Segments.Count);
            int lengthMm = streets.Segments[segment].LengthMm;
            int offsetMm = random.Next(lengthMm);
            if (offsetMm > 0 && places.OfPoint(segment, offsetMm) is { } at)
            {
                origins.Add((segment, (double)offsetMm / lengthMm, at));
            }
        }

        return [.. origins];
    }

    private static async Task StoreAsync(
        TestDatabase database,
        SurveyedStreets streets,
        (int Segment, double Fraction, SnapPoint At)[] origins
    )
    {
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync();
        await ExecuteAsync(
            connection,
            """
            create extension pgrouting cascade;
            create table junction (id bigint primary key, lon float8, lat float8);
            create table piece (
                id bigint primary key, source bigint, target bigint, seconds_a_metre float8, is_forward bool, is_backward bool
            );
            create table origin (pid bigint primary key, edge_id bigint, fraction float8)
            """
        );
        await using (
            NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync(
                "copy junction from stdin (format binary)"
            )
        )
        {
            for (int node = 0; node < streets.Positions.Count; node++)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync((long)node, NpgsqlDbType.Bigint);
                await rows.WriteAsync(streets.Positions[node].Longitude, NpgsqlDbType.Double);
                await rows.WriteAsync(streets.Positions[node].Latitude, NpgsqlDbType.Double);
            }

            await rows.CompleteAsync();
        }

        await using (
            NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync("copy piece from stdin (format binary)")
        )
        {
            for (int piece = 0; piece < streets.Segments.Count; piece++)
            {
                StreetSegment segment = streets.Segments[piece];
                await rows.StartRowAsync();
                await rows.WriteAsync((long)piece, NpgsqlDbType.Bigint);
                await rows.WriteAsync((long)segment.From, NpgsqlDbType.Bigint);
                await rows.WriteAsync((long)segment.To, NpgsqlDbType.Bigint);
                await rows.WriteAsync(SecondsAMetre(segment.Way), NpgsqlDbType.Double);
                await rows.WriteAsync(segment.Way.Direction != WayDirection.Backward, NpgsqlDbType.Boolean);
                await rows.WriteAsync(segment.Way.Direction != WayDirection.Forward, NpgsqlDbType.Boolean);
            }

            await rows.CompleteAsync();
        }

        await using (
            NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync(
                "copy origin from stdin (format binary)"
            )
        )
        {
            for (int origin = 0; origin < origins.Length; origin++)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(origin + 1L, NpgsqlDbType.Bigint);
                await rows.WriteAsync((long)origins[origin].Segment, NpgsqlDbType.Bigint);
                await rows.WriteAsync(origins[origin].Fraction, NpgsqlDbType.Double);
            }

            await rows.CompleteAsync();
        }

        // To pgRouting a negative cost says that there is no such edge.
        await ExecuteAsync(
            connection,
            """
            create table street as
            select id, source, target,
                case when is_forward then seconds else -1 end cost,
                case when is_backward then seconds else -1 end reverse_cost
            from (
                select p.*, greatest(1, round(1000 * st_distance(
                    st_setsrid(st_point(a.lon, a.lat), 4490)::geography,
                    st_setsrid(st_point(b.lon, b.lat), 4490)::geography
                ))) / 1000 * seconds_a_metre seconds
                from piece p join junction a on a.id = source join junction b on b.id = target
            ) measured
            """
        );
    }

    /// <summary>The planning pace said once more: a metre a second, steps at half of it; a lift by its wait and floors.</summary>
    private static double SecondsAMetre(SurveyedWay way)
    {
        const double LiftSeconds = 25;
        const double FloorSeconds = 2;
        const double LeastMetres = 0.001;
        return way.Kind switch
        {
            WayKind.Steps => 2,
            WayKind.Elevator => (LiftSeconds + (FloorSeconds * (way.Floors ?? 1))) / LengthMetres(),
            _ => 1,
        };

        double LengthMetres()
        {
            double metres = Geodesic.Metres(
                Array.ConvertAll(way.Geom.Coordinates, static at => new Position(at.X, at.Y))
            );
            return Math.Max(LeastMetres, Math.Round(metres, 3));
        }
    }

    /// <summary>From each origin to each node, then to each other origin, in seconds; below 0 where not within the limit.</summary>
    private static async Task<double[][]> WalksAsync(TestDatabase database, int nodeCount)
    {
        double[][] seconds = new double[Origins][];
        for (int origin = 0; origin < Origins; origin++)
        {
            seconds[origin] = new double[nodeCount + Origins];
            Array.Fill(seconds[origin], -1);
            seconds[origin][nodeCount + origin] = 0;
        }

        // Points are negative nodes.
        await using NpgsqlCommand command = database.Source.CreateCommand(
            """
            select start_vid, node, agg_cost
            from pgr_withPointsDD(
                'select id, source, target, cost, reverse_cost from street',
                'select pid, edge_id, fraction from origin',
                array(select -pid from origin order by pid), $1::float8,
                directed => true, driving_side => 'b', details => true, equicost => false
            )
            """
        );
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = LimitMs / MillisecondsPerSecond });
        command.CommandTimeout = 300;
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            long node = reader.GetInt64(1);
            int target = (int)(node >= 0 ? node : nodeCount - node - 1);
            seconds[-reader.GetInt64(0) - 1][target] = reader.GetDouble(2);
        }

        return seconds;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statements)
    {
        await using NpgsqlCommand command = new(statements, connection);
        await command.ExecuteNonQueryAsync();
    }
}
