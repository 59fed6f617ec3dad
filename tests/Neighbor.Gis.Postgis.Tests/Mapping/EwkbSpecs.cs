using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Postgis.Mapping;
using Neighbor.Gis.Testing.Databases;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;
using NpgsqlTypes;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Mapping;

public sealed class EwkbSpecs : IAsyncLifetime
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4490);

    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    public static TheoryData<string> Shapes =>
        [
            "POINT (118.5 25.2)",
            "POINT Z (118.5 25.2 31.5)",
            "POINT EMPTY",
            "LINESTRING (118 25, 118.1 25.1, 118.2 25)",
            "LINESTRING EMPTY",
            "POLYGON ((118 25, 119 25, 119 26, 118 26, 118 25), (118.4 25.4, 118.6 25.4, 118.6 25.6, 118.4 25.4))",
            "POLYGON EMPTY",
            "MULTIPOINT ((118 25), (119 26))",
            "MULTILINESTRING ((118 25, 119 25), (118 26, 119 26))",
            "MULTIPOLYGON (((118 25, 119 25, 119 26, 118 25)), ((117 25, 117.5 25, 117.5 26, 117 25)))",
            "MULTIPOLYGON EMPTY",
            "GEOMETRYCOLLECTION (POINT (118 25), GEOMETRYCOLLECTION (LINESTRING (118 25, 119 26)))",
            "GEOMETRYCOLLECTION EMPTY",
        ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_database_understands_every_shape_and_gives_it_back(string text)
    {
        Geometry sent = new WKTReader(new NetTopologySuite.NtsGeometryServices(new PrecisionModel(), 4490)).Read(text);

        await using NpgsqlCommand command = _database.Source.CreateCommand("select $1, ST_AsText($1), ST_SRID($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = sent });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        Geometry read = reader.GetFieldValue<Geometry>(0);
        Assert.Equal(sent.GetType(), read.GetType());
        Assert.True(sent.EqualsExact(read), $"{sent} became {read}");
        Assert.Equal(4490, read.SRID);
        Assert.Equal(Plain(text), Plain(reader.GetString(1)));
        Assert.Equal(4490, reader.GetInt32(2));

        static string Plain(string wkt) =>
            wkt.Replace(" ", "", StringComparison.Ordinal)
                .Replace("((118 25), (119 26))", "", StringComparison.Ordinal)
                .Replace("((11825),(11926))", "(11825,11926)", StringComparison.Ordinal);
    }

    [Fact]
    public void Any_line_is_the_same_after_writing_and_reading() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NormalFloat[]>(),
                numbers =>
                {
                    Coordinate[] vertices =
                    [
                        .. numbers
                            .Chunk(2)
                            .Where(pair => pair.Length == 2)
                            .Select(pair => new Coordinate(pair[0].Get, pair[1].Get)),
                    ];
                    LineString line = Factory.CreateLineString(vertices.Length == 1 ? [] : vertices);
                    LineString read = Ewkb.Read<LineString>(Ewkb.Write(line));
                    return line.EqualsExact(read) && read.SRID == 4490;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_geometry_without_a_spatial_reference_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Ewkb.Write(new Point(118, 25)));

        Assert.Contains("Point with SRID 0", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void A_coordinate_that_is_no_number_is_refused(double x)
    {
        LineString line = Factory.CreateLineString([new Coordinate(118, 25), new Coordinate(x, 25)]);

        Assert.Throws<ArgumentException>(() => Ewkb.Write(line));
    }

    [Fact]
    public async Task A_column_read_as_the_wrong_type_says_which_it_found()
    {
        await using NpgsqlCommand command = _database.Source.CreateCommand("select 'SRID=4490;POINT(1 2)'::geometry");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        InvalidCastException wrong = Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<Polygon>(0));
        Assert.Contains("a Point where a Polygon", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrays_go_in_and_out_with_their_gaps()
    {
        Point[] sent = [Factory.CreatePoint(new Coordinate(1, 2)), null!, Factory.CreatePoint(new Coordinate(3, 4))];
        await using NpgsqlCommand command = _database.Source.CreateCommand("select $1, array_length($1, 1)");
        command.Parameters.Add(new NpgsqlParameter { Value = sent });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        Point?[] read = reader.GetFieldValue<Point?[]>(0);
        Assert.Equal([1.0, null, 3.0], read.Select(p => p?.X));
        Assert.Equal(3, reader.GetInt32(1));
        Assert.Equal(3, (await ListAsync(sent)).Count);
    }

    [Fact]
    public async Task A_geography_is_a_geography()
    {
        await using NpgsqlCommand command = _database.Source.CreateCommand(
            "select ST_Length($1), pg_typeof($1)::text, $1"
        );
        LineString degree = Factory.CreateLineString([new Coordinate(0, 0), new Coordinate(1, 0)]);
        command.Parameters.Add(new NpgsqlParameter { Value = degree, NpgsqlDbType = NpgsqlDbType.Geography });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        // One degree of the equator of CGCS2000, a = 6378137 m.
        Assert.Equal(6378137 * Math.PI / 180, reader.GetDouble(0), 6);
        Assert.Equal("geography", reader.GetString(1));
        Assert.True(degree.EqualsExact(reader.GetFieldValue<LineString>(2)));
    }

    [Fact]
    public async Task A_line_longer_than_any_buffer_comes_through_whole()
    {
        Coordinate[] vertices = [.. Enumerable.Range(0, 200_000).Select(i => new Coordinate(i * 0.001, i % 90))];
        LineString sent = Factory.CreateLineString(vertices);
        await using NpgsqlCommand command = _database.Source.CreateCommand("select $1, ST_NPoints($1)");
        command.Parameters.Add(new NpgsqlParameter<LineString> { TypedValue = sent });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(
            System.Data.CommandBehavior.SequentialAccess
        );
        await reader.ReadAsync();

        Assert.True(sent.EqualsExact(await reader.GetFieldValueAsync<LineString>(0)));
        Assert.Equal(200_000, reader.GetInt32(1));
    }

    private async Task<List<Point?>> ListAsync(Point?[] sent)
    {
        await using NpgsqlCommand command = _database.Source.CreateCommand("select $1");
        command.Parameters.Add(new NpgsqlParameter { Value = sent.ToList() });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetFieldValue<List<Point?>>(0);
    }
}
