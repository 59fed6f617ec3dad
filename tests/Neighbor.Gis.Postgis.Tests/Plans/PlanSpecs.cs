using System.Text;
using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Postgis.Mapping;
using Neighbor.Gis.Postgis.Schema;
using Neighbor.Gis.Postgis.Tests.Deliveries;
using Neighbor.Gis.Postgis.Tiles;
using Neighbor.Gis.Testing.Databases;
using NetTopologySuite.Geometries;
using Npgsql;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Plans;

/// <summary>Which index the planner takes, on tables of a few thousand rows.</summary>
public sealed class PlanSpecs(PlanSpecs.Lattice lattice) : IClassFixture<PlanSpecs.Lattice>
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly Point _place = Town.Point(50.2, 50.2);

    [Fact]
    public async Task Every_tile_query_goes_through_the_index_of_its_geometry()
    {
        foreach (TileLayer layer in TileLayer.All)
        {
            // The tile around the middle of the lattice in matrix 16, where every layer is drawn.
            var tile = Layers.Tiles.WebMercatorTile.At(new Spatial.Position(_place.X, _place.Y), 16);
            string plan = await ExplainAsync(
                TileQueries.TextOf(layer),
                new NpgsqlParameter<int> { TypedValue = 16 },
                new NpgsqlParameter<int> { TypedValue = tile.Row },
                new NpgsqlParameter<int> { TypedValue = tile.Column },
                new NpgsqlParameter<DateOnly> { TypedValue = Today }
            );

            string table = layer.Id.TrimEnd('s').Replace('-', '_');
            Assert.True(plan.Contains($"ix_{table}_geom", StringComparison.Ordinal), $"{layer.Id}:\n{plan}");
        }
    }

    [Fact]
    public Task What_contains_a_point_is_found_through_the_index() =>
        AssertAsync(context => context.Grids.Where(g => g.Geom.Covers(_place)), "ix_grid_geom");

    [Fact]
    public Task What_lies_in_a_window_is_found_through_the_index() =>
        AssertAsync(
            context => context.Buildings.Where(b => b.Geom.Intersects(_place.Buffer(0.001))),
            "ix_building_geom"
        );

    [Fact]
    public Task What_lies_within_metres_is_found_through_the_index_in_metres() =>
        AssertAsync(
            context => context.ServicePoints.Where(p => EF.Functions.IsWithinMetres(p.Geom, _place, 300)),
            "ix_service_point_geog"
        );

    [Fact]
    public Task The_nearest_are_found_through_the_index_in_degrees() =>
        AssertAsync(
            context => context.Buildings.OrderBy(b => EF.Functions.DistanceKnn(b.Geom, _place)).Take(5),
            "ix_building_geom"
        );

    [Fact]
    public Task The_nearest_in_metres_are_found_through_the_index_in_metres() =>
        AssertAsync(
            context => context.Responders.OrderBy(r => EF.Functions.DistanceMetresKnn(r.Geom, _place)).Take(5),
            "ix_responder_geog"
        );

    [Fact]
    public Task Everything_below_an_area_is_a_range_of_the_codes_index() =>
        AssertAsync(context => context.Buildings.Where(b => b.Code.StartsWith("35992100100100001")), "pk_building");

    private async Task AssertAsync<T>(Func<NeighborContext, IQueryable<T>> query, string index)
    {
        await using NeighborContext context = lattice.Database.NewContext();
        await using var command = (NpgsqlCommand)query(context).CreateDbCommand();
        await context.Database.OpenConnectionAsync();
        command.CommandText = "explain (costs off) " + command.CommandText;
        string plan = await ReadAsync(command);

        Assert.True(plan.Contains(index, StringComparison.Ordinal), plan);
    }

    private async Task<string> ExplainAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using NpgsqlCommand command = lattice.Database.Source.CreateCommand("explain (costs off) " + sql);
        command.Parameters.AddRange(parameters);
        return await ReadAsync(command);
    }

    private static async Task<string> ReadAsync(NpgsqlCommand command)
    {
        var plan = new StringBuilder();
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.AppendLine(reader.GetString(0));
        }

        return plan.ToString();
    }

    /// <summary>100 by 60 cells of a thousandth of a degree with one thing of each kind in every cell.</summary>
    public sealed class Lattice : IAsyncLifetime
    {
        public TestDatabase Database { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Database = await TestDatabase.CreateAsync();
            await using NpgsqlCommand fill = Database.Source.CreateCommand(
                """
                create temp table cell as
                select x * 100 + y as n,
                       ST_SetSRID(ST_MakeBox2D(ST_Point(118.5 + x * 0.001, 25.2 + y * 0.001),
                                               ST_Point(118.5009 + x * 0.001, 25.2009 + y * 0.001))::geometry, 4490) as box
                from generate_series(0, 99) x, generate_series(0, 59) y;
                insert into area (code, name, geom, source, valid_from)
                select '3599210' || (10000 + n)::text, n, ST_Multi(box), 'lattice', '-infinity' from cell where n % 100 > 0;
                insert into grid (code, name, kind, households, geom, source, valid_from)
                select '35992100100' || lpad(n::text, 4, '0'), n, 'basic', 1, ST_Multi(box), 'lattice', '-infinity' from cell;
                insert into micro_grid (code, name, grid_code, households, geom, source, valid_from)
                select 'm' || n, n, '359921001001001', 1, ST_Multi(box), 'lattice', '-infinity' from cell;
                insert into compound (code, name, kind, is_walled, has_party_branch, geom, source, valid_from)
                select 'c' || n, n, 'managedHighRise', true, true, ST_Multi(box), 'lattice', '-infinity' from cell;
                insert into gate (code, name, access, node_id, geom, source, valid_from)
                select 'g' || n, n, 'open', n, ST_Centroid(box), 'lattice', '-infinity' from cell;
                insert into building (code, name, use, geom, source, valid_from)
                select '359921001001' || lpad(n::text, 5, '0'), n, 'residential', ST_Multi(box), 'lattice', '-infinity' from cell;
                insert into lane (code, name, geom, source, valid_from)
                select 'l' || n, n, ST_Multi(ST_ExteriorRing(box)), 'lattice', '-infinity' from cell;
                insert into way (id, source, name, kind, access, direction, is_bridge, is_tunnel, node_ids, geom)
                select n, 'lattice', n, 'path', 'public', 'both', false, false, '{1}', ST_ExteriorRing(box) from cell;
                insert into ground (code, name, kind, geom, source)
                select 'w' || n, n, 'park', ST_Multi(box), 'lattice' from cell;
                insert into service_point (code, name, kind, functions, status, geom, source, valid_from)
                select 'p' || n, n, 'clinic', '{medical}', 'open', ST_Centroid(box), 'lattice', '-infinity' from cell;
                insert into responder (code, name, skills, geom, source, valid_from)
                select 'r' || n, n, '{driving}', ST_Centroid(box), 'lattice', '-infinity' from cell;
                analyze;
                """
            );
            await fill.ExecuteNonQueryAsync();
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
