using System.Globalization;
using System.Text.Json;
using Neighbor.Gis.Contracts.Hosting;
using Npgsql;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Contracts.Locations;

/// <summary>What a point belongs to, with PostGIS as the oracle: containment by ST_Covers, metres by geography.</summary>
public class LocateSpecs
{
    private const int RandomPoints = 150;
    private const double NearLimitMetres = 200;
    private const double ToleranceMetres = 0.06; // answers carry one decimal

    private static readonly string[] Tables = ["grid", "micro_grid", "compound", "building"];

    [Fact]
    public async Task Areas_grids_compounds_and_buildings_are_those_that_postgis_finds()
    {
        ServedTown town = await ServedTown.Sample;
        foreach (Position point in await PointsAsync(town))
        {
            string address = string.Create(
                CultureInfo.InvariantCulture,
                $"/api/v1/locate?lon={point.Longitude:R}&lat={point.Latitude:R}"
            );
            JsonElement answer = await town.GetAsync(address);
            await CompareAreasAsync(town, point, answer);
            foreach (string table in Tables)
            {
                await CompareAsync(town, table, point, answer.GetProperty(Member(table)));
            }
        }
    }

    /// <summary>At random, and exactly on corners where communities and grids meet.</summary>
    private static async Task<List<Position>> PointsAsync(ServedTown town)
    {
        await using NpgsqlCommand command = town.Database.Source.CreateCommand(
            """
            select st_x(geom), st_y(geom) from (
                select (st_dumppoints(geom)).geom from area union all select (st_dumppoints(geom)).geom from grid
            ) corners order by md5(st_astext(geom)) limit 40
            """
        );
        var points = new List<Position>();
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                points.Add(new Position(reader.GetDouble(0), reader.GetDouble(1)));
            }
        }

        var random = new Random(7);
        Spatial.Indexes.Box bounds = town.Map.Bounds!.Value;
        for (int i = 0; i < RandomPoints; i++)
        {
            // A little beyond the county too.
            points.Add(
                new Position(
                    bounds.MinX - 0.002 + (random.NextDouble() * (bounds.MaxX - bounds.MinX + 0.004)),
                    bounds.MinY - 0.002 + (random.NextDouble() * (bounds.MaxY - bounds.MinY + 0.004))
                )
            );
        }

        return points;
    }

    private static async Task CompareAreasAsync(ServedTown town, Position point, JsonElement answer)
    {
        // Of several that cover a corner the one with the lower code; the levels above follow from the code.
        List<(string Code, double Metres)> covering = await NearestAsync(town, "area", point);
        string coverage = answer.GetProperty("coverage").GetString()!;
        string? deepest =
            answer.GetProperty("areas").GetArrayLength() > 0
                ? answer.GetProperty("areas").EnumerateArray().Last().GetProperty("code").GetString()
                : null;
        if (covering.Exists(one => one.Metres == 0))
        {
            Assert.Equal("exact", coverage);
            Assert.Equal(
                covering
                    .Where(one => one.Metres == 0 && !one.Code.EndsWith("000", StringComparison.Ordinal))
                    .Min(one => one.Code),
                deepest
            );
        }
        else
        {
            Assert.Equal(covering.Exists(one => one.Metres < NearLimitMetres) ? "nearest" : "none", coverage);
        }
    }

    private static async Task CompareAsync(ServedTown town, string table, Position point, JsonElement found)
    {
        List<(string Code, double Metres)> expected = await NearestAsync(town, table, point);
        double least = expected.Select(one => one.Metres).DefaultIfEmpty(double.PositiveInfinity).Min();
        if (found.ValueKind == JsonValueKind.Null)
        {
            Assert.True(
                least > NearLimitMetres - ToleranceMetres,
                $"{table} at {point}: nothing, PostGIS says {least} m"
            );
            return;
        }

        string code = found.GetProperty("code").GetString()!;
        double metres = found.GetProperty("metres").GetDouble();
        Assert.Contains(expected, one => one.Code == code && one.Metres <= least + ToleranceMetres);
        Assert.Equal(least, metres, Math.Max(ToleranceMetres, least == 0 ? 0 : 0.11));
        Assert.Equal(least == 0, metres == 0);
    }

    private static async Task<List<(string Code, double Metres)>> NearestAsync(
        ServedTown town,
        string table,
        Position point
    )
    {
        await using NpgsqlCommand command = town.Database.Source.CreateCommand(
            $"""
            select code, case when st_covers(geom, p) then 0 else st_distance(geom::geography, p::geography) end
            from {table}, lateral (select st_setsrid(st_makepoint($1, $2), 4490) p) here
            where geom && st_expand(p, 0.004)
            """
        );
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = point.Longitude });
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = point.Latitude });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var near = new List<(string, double)>();
        while (await reader.ReadAsync())
        {
            near.Add((reader.GetString(0), reader.GetDouble(1)));
        }

        return near;
    }

    private static string Member(string table) => table == "micro_grid" ? "microGrid" : table;
}
