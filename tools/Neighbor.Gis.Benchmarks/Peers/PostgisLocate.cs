using Neighbor.Gis.Spatial;
using Npgsql;
using NpgsqlTypes;

namespace Neighbor.Gis.Benchmarks.Peers;

/// <summary>Where a point belongs, asked of PostGIS by a prepared statement on one connection over the socket.</summary>
internal sealed class PostgisLocate : IDisposable
{
    private const string Here = "st_setsrid(st_makepoint($1, $2), 4490)";

    /// <summary>Building and grid by their outlines; community, street and county by the grid's code.</summary>
    private const string ByJoin = $"""
        select
            (select code from building where st_covers(geom, {Here}) order by code limit 1),
            g.code, community.code, street.code, county.code
        from (select (select code from grid where st_covers(geom, {Here}) order by code limit 1)) g (code)
            left join area community on community.code = left(g.code, 12)
            left join area street on street.code = left(g.code, 9) || '000'
            left join area county on county.code = left(g.code, 6) || '000000'
        """;

    /// <summary>Every layer by its outlines.</summary>
    private const string ByOutlines = $"""
        select
            (select code from building where st_covers(geom, {Here}) order by code limit 1),
            (select code from grid where st_covers(geom, {Here}) order by code limit 1),
            (select code from area where st_covers(geom, {Here}) and right(code, 3) <> '000' order by code limit 1),
            (
                select code from area
                where st_covers(geom, {Here}) and right(code, 3) = '000' and right(code, 6) <> '000000'
                order by code limit 1
            ),
            (select code from area where st_covers(geom, {Here}) and right(code, 6) = '000000' order by code limit 1)
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _byJoin;
    private readonly NpgsqlCommand _byOutlines;

    public PostgisLocate(BenchDatabase database)
    {
        _connection = database.Source.OpenConnection();
        _byJoin = Prepared(ByJoin);
        _byOutlines = Prepared(ByOutlines);
    }

    /// <summary>Building, grid, community, street and county; null where none.</summary>
    public string?[] Find(Position position, bool isByJoin)
    {
        NpgsqlCommand command = isByJoin ? _byJoin : _byOutlines;
        ((NpgsqlParameter<double>)command.Parameters[0]).TypedValue = position.Longitude;
        ((NpgsqlParameter<double>)command.Parameters[1]).TypedValue = position.Latitude;
        using NpgsqlDataReader reader = command.ExecuteReader();
        reader.Read();
        string?[] codes = new string?[reader.FieldCount];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
        }

        return codes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _byJoin.Dispose();
        _byOutlines.Dispose();
        _connection.Dispose();
    }

    private NpgsqlCommand Prepared(string question)
    {
        NpgsqlCommand command = new(question, _connection);
        command.Parameters.Add(new NpgsqlParameter<double> { NpgsqlDbType = NpgsqlDbType.Double });
        command.Parameters.Add(new NpgsqlParameter<double> { NpgsqlDbType = NpgsqlDbType.Double });
        command.Prepare();
        return command;
    }
}
