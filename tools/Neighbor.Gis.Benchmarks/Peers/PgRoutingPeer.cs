using System.Globalization;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Benchmarks.Peers;

/// <summary>pgRouting on the survey, asked as people ask it: with the text of a query for the edges.</summary>
/// <remarks>
/// <para>Its times include reading the edges from their table, which is how it works. Costs are millimetres. Nodes are numbered
/// from one. Answers are added up in the database, so that nothing is spent on sending rows.</para>
/// </remarks>
internal sealed class PgRoutingPeer : IDisposable
{
    private const string AllEdges = "select id, source, target, cost from street";

    private readonly MeasuredTown _town;
    private readonly NpgsqlConnection _connection;

    private PgRoutingPeer(MeasuredTown town, NpgsqlConnection connection)
    {
        _town = town;
        _connection = connection;
    }

    /// <summary>Stores the town; null where pgRouting is not installed.</summary>
    public static async Task<PgRoutingPeer?> LoadAsync(
        MeasuredTown town,
        BenchDatabase database,
        CancellationToken cancellation
    )
    {
        NpgsqlConnection connection = await database.Source.OpenConnectionAsync(cancellation);
        await using NpgsqlCommand has = new(
            "select exists (select from pg_available_extensions where name = 'pgrouting')",
            connection
        );
        if (!(bool)(await has.ExecuteScalarAsync(cancellation))!)
        {
            Bench.Say("NOT COMPARED WITH PGROUTING: the extension is not installed.");
            await connection.DisposeAsync();
            return null;
        }

        Bench.Say("storing the streets for pgRouting");
        await ExecuteAsync(
            connection,
            """
            create extension pgrouting cascade;
            create table street (
                id bigint primary key, source bigint, target bigint, cost float8, geom geometry(LineString, 4490)
            );
            create table junction (id bigint primary key, geom geometry(Point, 4490));
            create table stander (id int primary key, node bigint, skills int, is_available bool);
            """,
            cancellation
        );
        await StoreStreetsAsync(town, connection, cancellation);
        await StoreJunctionsAsync(town, connection, cancellation);
        await StoreStandersAsync(town, connection, cancellation);
        await ExecuteAsync(
            connection,
            """
            create index on street using gist (geom);
            create index on stander (node);
            analyze street; analyze junction; analyze stander;
            """,
            cancellation
        );
        return new PgRoutingPeer(town, connection);
    }

    /// <summary>How many nodes are within a quarter of an hour, and their walks added up.</summary>
    public (long Count, double SumMm) Reach(int node, bool isBoxed)
    {
        using NpgsqlCommand command = new(
            "select count(*), sum(agg_cost) from pgr_drivingDistance($1, $2::bigint, $3::float8, false)",
            _connection
        );
        command.Parameters.AddWithValue(isBoxed ? EdgesAround(node) : AllEdges);
        command.Parameters.AddWithValue(node + 1L);
        command.Parameters.AddWithValue((double)Bench.ReachMm);
        return ReadSums(command);
    }

    /// <summary>How many nodes get a nearest facility, and their walks added up.</summary>
    public (long Count, double SumMm) Equicost(int[] nodes, int limitMm)
    {
        using NpgsqlCommand command = new(
            "select count(*), sum(agg_cost) from pgr_drivingDistance($1, $2::bigint[], $3::float8, false, true)",
            _connection
        );
        command.Parameters.AddWithValue(AllEdges);
        command.Parameters.AddWithValue(nodes.Distinct().Select(node => node + 1L).ToArray());
        command.Parameters.AddWithValue((double)limitMm);
        return ReadSums(command);
    }

    /// <summary>The nearest responders with a skill within a quarter of an hour; blind beyond it.</summary>
    public IReadOnlyList<(int Responder, double WalkMm)> Nearest(int node, int skill, int count)
    {
        using NpgsqlCommand command = new(
            """
            select s.id, d.agg_cost
            from pgr_drivingDistance($1, $2::bigint, $3::float8, false) d join stander s on s.node = d.node
            where s.is_available and s.skills & $4 <> 0
            order by d.agg_cost, s.id limit $5
            """,
            _connection
        );
        command.Parameters.AddWithValue(EdgesAround(node));
        command.Parameters.AddWithValue(node + 1L);
        command.Parameters.AddWithValue((double)Bench.ReachMm);
        command.Parameters.AddWithValue(1 << skill);
        command.Parameters.AddWithValue(count);
        List<(int, double)> found = [];
        using NpgsqlDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add((reader.GetInt32(0), reader.GetDouble(1)));
        }

        return found;
    }

    /// <summary>A hull around the nodes within a quarter of an hour, as its manuals suggest.</summary>
    public Geometry? Hull(int node)
    {
        using NpgsqlCommand command = new(
            """
            select st_concavehull(st_collect(j.geom), 0.3)
            from pgr_drivingDistance($1, $2::bigint, $3::float8, false) d join junction j on j.id = d.node
            """,
            _connection
        );
        command.Parameters.AddWithValue(EdgesAround(node));
        command.Parameters.AddWithValue(node + 1L);
        command.Parameters.AddWithValue((double)Bench.ReachMm);
        return command.ExecuteScalar() as Geometry;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private string EdgesAround(int node)
    {
        const double MillimetresPerMetre = 1000;
        Box box = Box.Around(_town.Streets.Positions[node], Bench.ReachMm / MillimetresPerMetre);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{AllEdges} where geom && st_makeenvelope({box.MinX:R}, {box.MinY:R}, {box.MaxX:R}, {box.MaxY:R}, {Position.Srid})"
        );
    }

    private static (long Count, double SumMm) ReadSums(NpgsqlCommand command)
    {
        using NpgsqlDataReader reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetDouble(1));
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string statements,
        CancellationToken cancellation
    )
    {
        await using NpgsqlCommand command = new(statements, connection);
        await command.ExecuteNonQueryAsync(cancellation);
        await connection.ReloadTypesAsync(cancellation);
    }

    private static async Task StoreStreetsAsync(
        MeasuredTown town,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        GeometryFactory factory = new(new PrecisionModel(), Position.Srid);
        await using NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync(
            "copy street from stdin (format binary)",
            cancellation
        );
        RawStreets streets = town.Streets;
        for (int i = 0; i < streets.Segments.Length; i++)
        {
            (int from, int to, int lengthMm) = streets.Segments[i];
            await rows.StartRowAsync(cancellation);
            await rows.WriteAsync(i + 1L, NpgsqlDbType.Bigint, cancellation);
            await rows.WriteAsync(from + 1L, NpgsqlDbType.Bigint, cancellation);
            await rows.WriteAsync(to + 1L, NpgsqlDbType.Bigint, cancellation);
            await rows.WriteAsync((double)lengthMm, NpgsqlDbType.Double, cancellation);
            await rows.WriteAsync(
                factory.CreateLineString([At(streets.Positions[from]), At(streets.Positions[to])]),
                cancellation
            );
        }

        await rows.CompleteAsync(cancellation);
    }

    private static async Task StoreJunctionsAsync(
        MeasuredTown town,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        GeometryFactory factory = new(new PrecisionModel(), Position.Srid);
        await using NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync(
            "copy junction from stdin (format binary)",
            cancellation
        );
        for (int node = 0; node < town.Streets.NodeCount; node++)
        {
            await rows.StartRowAsync(cancellation);
            await rows.WriteAsync(node + 1L, NpgsqlDbType.Bigint, cancellation);
            await rows.WriteAsync(factory.CreatePoint(At(town.Streets.Positions[node])), cancellation);
        }

        await rows.CompleteAsync(cancellation);
    }

    private static async Task StoreStandersAsync(
        MeasuredTown town,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync(
            "copy stander from stdin (format binary)",
            cancellation
        );
        TownContents contents = town.Contents;
        for (int i = 0; i < contents.ResponderNodes.Length; i++)
        {
            await rows.StartRowAsync(cancellation);
            await rows.WriteAsync(i, NpgsqlDbType.Integer, cancellation);
            await rows.WriteAsync(contents.ResponderNodes[i] + 1L, NpgsqlDbType.Bigint, cancellation);
            await rows.WriteAsync(contents.Skills[i], NpgsqlDbType.Integer, cancellation);
            await rows.WriteAsync(contents.IsAvailable[i], NpgsqlDbType.Boolean, cancellation);
        }

        await rows.CompleteAsync(cancellation);
    }

    private static Coordinate At(Position position) => new(position.Longitude, position.Latitude);
}
