using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.Postgis.Mapping;
using Neighbor.Gis.Postgis.Schema;
using Neighbor.Gis.Postgis.Tests.Deliveries;
using Neighbor.Gis.Testing.Databases;
using NetTopologySuite.Geometries;
using Npgsql;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Mapping;

/// <summary>Each translation against its SQL, and its answer against the same question asked in SQL by hand.</summary>
public sealed class TranslationSpecs(TranslationSpecs.LoadedTown town) : IClassFixture<TranslationSpecs.LoadedTown>
{
    private static readonly string PlaceSql = "ST_SetSRID(ST_Point(118.5023, 25.2023), 4490)";
    private static readonly string WindowSql = $"ST_GeomFromText('{Town.Box(0, 0, 8, 8)}', 4490)";

    // Not static: EF Core would write those into the SQL as constants.
    private readonly Point _place = Town.Point(2.3, 2.3);
    private readonly Polygon _window = Town.Box(0, 0, 8, 8);
    private readonly MultiPolygon _secondGrid = Town.Ground(5, 0, 5, 10);
    private readonly Point[] _places = [Town.Point(2.3, 2.3), Town.Point(7.1, 7.1)];

    [Fact]
    public Task Intersects() =>
        PredicateAsync(
            b => b.Geom.Intersects(_window),
            "ST_Intersects(b.geom, @_window)",
            $"ST_Intersects(geom, {WindowSql})"
        );

    [Fact]
    public Task Contains() =>
        PredicateAsync(b => b.Geom.Contains(_place), "ST_Contains(b.geom, @_place)", $"ST_Contains(geom, {PlaceSql})");

    [Fact]
    public Task Covers() =>
        PredicateAsync(b => b.Geom.Covers(_place), "ST_Covers(b.geom, @_place)", $"ST_Covers(geom, {PlaceSql})");

    [Fact]
    public Task Within() =>
        PredicateAsync(b => b.Geom.Within(_window), "ST_Within(b.geom, @_window)", $"ST_Within(geom, {WindowSql})");

    [Fact]
    public Task Touches() =>
        AssertAsync(
            context => context.Grids.Where(g => g.Geom.Touches(_secondGrid)).Select(g => g.Code.Value),
            "ST_Touches(g.geom, @_secondGrid)",
            $"select code from grid where ST_Touches(geom, ST_GeomFromText('{_secondGrid}', 4490))"
        );

    [Fact]
    public Task Disjoint() =>
        PredicateAsync(
            b => b.Geom.Disjoint(_window),
            "ST_Disjoint(b.geom, @_window)",
            $"ST_Disjoint(geom, {WindowSql})"
        );

    [Fact]
    public Task IsWithinDistance_is_in_degrees() =>
        PredicateAsync(
            b => b.Geom.IsWithinDistance(_place, 0.0078125),
            "ST_DWithin(b.geom, @_place, 0.0078125)",
            $"ST_DWithin(geom, {PlaceSql}, 0.0078125)"
        );

    [Fact]
    public Task IsWithinMetres_is_on_the_ellipsoid() =>
        PredicateAsync(
            b => EF.Functions.IsWithinMetres(b.Geom, _place, 800),
            "ST_DWithin(b.geom::geography, @_place::geography, 800.0)",
            $"ST_DWithin(geom::geography, {PlaceSql}::geography, 800)"
        );

    [Fact]
    public Task BoxesMeet() =>
        PredicateAsync(b => EF.Functions.BoxesMeet(b.Geom, _window), "b.geom && @_window", $"geom && {WindowSql}");

    [Fact]
    public Task A_parameter_may_ask_of_the_column() =>
        PredicateAsync(
            b => _window.Contains(b.Geom),
            "ST_Contains(@_window, b.geom)",
            $"ST_Contains({WindowSql}, geom)"
        );

    [Fact]
    public Task Members_chain_with_methods() =>
        PredicateAsync(
            b => b.Geom.Centroid.Within(_window) && b.Geom.Envelope.NumPoints == 5,
            "ST_Within(ST_Centroid(b.geom), @_window)",
            $"ST_Within(ST_Centroid(geom), {WindowSql}) and ST_NPoints(ST_Envelope(geom)) = 5"
        );

    [Fact]
    public Task Some_of_an_array_of_geometries() =>
        PredicateAsync(
            b => _places.Any(p => b.Geom.Contains(p)),
            "unnest(",
            $"ST_Contains(geom, {PlaceSql}) or ST_Contains(geom, ST_SetSRID(ST_Point(118.5071, 25.2071), 4490))"
        );

    [Fact]
    public Task Functions_offered_are_asked_in_the_array() =>
        AssertAsync(
            context =>
                context.ServicePoints.Where(p => p.Functions.Contains(ServiceFunction.Medical)).Select(p => p.Code),
            "functions",
            "select code from service_point where 'medical' = any(functions)"
        );

    [Fact]
    public Task Distance_is_in_degrees() =>
        AssertAsync(
            context => context.Buildings.OrderBy(b => b.Code).Select(b => b.Geom.Distance(_place)),
            "ST_Distance(b.geom, @_place)",
            $"select ST_Distance(geom, {PlaceSql}) from building order by code"
        );

    [Fact]
    public Task DistanceMetres_is_on_the_ellipsoid() =>
        AssertAsync(
            context => context.Buildings.OrderBy(b => b.Code).Select(b => EF.Functions.DistanceMetres(b.Geom, _place)),
            "ST_Distance(b.geom::geography, @_place::geography)",
            $"select ST_Distance(geom::geography, {PlaceSql}::geography) from building order by code"
        );

    [Fact]
    public Task Area_in_square_degrees_and_square_metres() =>
        AssertAsync(
            context =>
                context.Areas.OrderBy(a => a.Code).Select(a => a.Geom.Area + EF.Functions.AreaSquareMetres(a.Geom)),
            "ST_Area(a.geom) + ST_Area(a.geom::geography)",
            "select ST_Area(geom) + ST_Area(geom::geography) from area order by code"
        );

    [Fact]
    public Task Length_in_metres() =>
        AssertAsync(
            context => context.Ways.OrderBy(w => w.Id).Select(w => EF.Functions.LengthMetres(w.Geom)),
            "ST_Length(w.geom::geography)",
            "select ST_Length(geom::geography) from way order by id"
        );

    [Fact]
    public Task Coordinates_of_a_centroid() =>
        AssertAsync(
            context => context.Grids.OrderBy(g => g.Code).Select(g => g.Geom.Centroid.X + g.Geom.Centroid.Y),
            "ST_X(ST_Centroid(g.geom)) + ST_Y(ST_Centroid(g.geom))",
            "select ST_X(ST_Centroid(geom)) + ST_Y(ST_Centroid(geom)) from grid order by code"
        );

    [Fact]
    public Task The_envelope_as_text() =>
        AssertAsync(
            context => context.Grids.OrderBy(g => g.Code).Select(g => g.Geom.Envelope.AsText()),
            "ST_AsText(ST_Envelope(g.geom))",
            "select ST_AsText(ST_Envelope(geom)) from grid order by code"
        );

    [Fact]
    public Task The_nearest_first_by_the_index_operator() =>
        AssertAsync(
            context =>
                context.Buildings.OrderBy(b => EF.Functions.DistanceKnn(b.Geom, _place)).Take(3).Select(b => b.Code),
            "ORDER BY b.geom <-> @_place",
            $"select code from building order by ST_Distance(geom, {PlaceSql}) limit 3"
        );

    [Fact]
    public Task The_nearest_first_by_true_metres() =>
        AssertAsync(
            context =>
                context
                    .Buildings.OrderBy(b => EF.Functions.DistanceMetresKnn(b.Geom, _place))
                    .Take(3)
                    .Select(b => b.Code),
            "ORDER BY b.geom::geography <-> @_place::geography",
            $"select code from building order by ST_Distance(geom::geography, {PlaceSql}::geography) limit 3"
        );

    [Fact]
    public Task A_join_on_a_predicate() =>
        AssertAsync(
            context =>
                from a in context.Areas
                from b in context.Buildings
                where EF.Property<string>(a, "LevelWord") == "community" && a.Geom.Covers(b.Geom)
                orderby b.Code
                select a.Name + b.Code,
            "ST_Covers(a.geom, b.geom)",
            "select a.name || b.code from area a join building b on ST_Covers(a.geom, b.geom) where a.level = 'community' order by b.code"
        );

    [Fact]
    public Task A_union_and_a_buffer() =>
        AssertAsync(
            context => context.Grids.OrderBy(g => g.Code).Select(g => g.Geom.Union(_window).Buffer(0.001).Area),
            "ST_Area(ST_Buffer(ST_Union(g.geom, @_window), 0.001))",
            $"select ST_Area(ST_Buffer(ST_Union(geom, {WindowSql}), 0.001)) from grid order by code"
        );

    [Fact]
    public Task Another_spatial_reference() =>
        AssertAsync(
            context => context.ServicePoints.Select(p => EF.Functions.Transform(p.Geom, 3857).SRID),
            "ST_SRID(ST_Transform(s.geom, 3857))",
            "select 3857"
        );

    [Fact]
    public async Task A_geometry_comes_back_from_a_projection()
    {
        await using NeighborContext context = town.Database.NewContext();

        Point centre = await context.Areas.OrderBy(a => a.Code).Select(a => a.Geom.Centroid).FirstAsync();

        Assert.Equal(4490, centre.SRID);
        Assert.Equal(118.51, centre.X, 9);
    }

    [Fact]
    public async Task A_constant_is_written_out_with_its_spatial_reference()
    {
        await using NeighborContext context = town.Database.NewContext();
        ParameterExpression building = Expression.Parameter(typeof(Building), "b");
        Expression<Func<Building, bool>> predicate = Expression.Lambda<Func<Building, bool>>(
            Expression.Call(
                Expression.Property(building, nameof(Building.Geom)),
                nameof(Geometry.Intersects),
                null,
                Expression.Constant(_place, typeof(Geometry))
            ),
            building
        );

        IQueryable<Building> query = context.Buildings.Where(predicate);

        Assert.Contains(
            "GEOMETRY 'SRID=4490;POINT (118.5023 25.2023)'",
            query.ToQueryString(),
            StringComparison.Ordinal
        );
        Assert.Equal(Town.Community + "00001", (await query.SingleAsync()).Code);
    }

    [Fact]
    public async Task A_function_asked_outside_a_query_says_so()
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() =>
            EF.Functions.DistanceMetres(_place, _place)
        );

        Assert.Contains("only be used inside a LINQ query", refused.Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_changed_geometry_is_noticed_and_stored_and_an_equal_one_is_not()
    {
        await using TestDatabase own = await TestDatabase.CreateAsync();
        await new DeliveryStore(own.Source).ReplaceAsync(Town.Whole(), "load", "tester");
        await using NeighborContext context = own.NewContext();
        Ground water = await context.Grounds.SingleAsync();

        context.Entry(water).Property(g => g.Geom).CurrentValue = (MultiPolygon)water.Geom.Copy();
        Assert.False(context.ChangeTracker.HasChanges());
        context.Entry(water).Property(g => g.Geom).CurrentValue = Town.Ground(0, 8, 20, 2);
        await context.SaveChangesAsync();

        Assert.Equal(1, await own.NewContext().Grounds.CountAsync(g => g.Geom.Intersects(Town.Point(1, 8.5))));
    }

    private Task PredicateAsync(Expression<Func<Building, bool>> predicate, string golden, string byHand) =>
        AssertAsync(
            context => context.Buildings.Where(predicate).OrderBy(b => b.Code).Select(b => b.Code),
            golden,
            $"select code from building where {byHand} order by code"
        );

    private async Task AssertAsync<T>(Func<NeighborContext, IQueryable<T>> query, string golden, string byHand)
    {
        await using NeighborContext context = town.Database.NewContext();
        string sql = query(context).ToQueryString();
        Assert.True(sql.Contains(golden, StringComparison.Ordinal), sql);

        List<T> asked = await query(context).ToListAsync();
        var answered = new List<T>();
        await using NpgsqlCommand command = town.Database.Source.CreateCommand(byHand);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            answered.Add(reader.GetFieldValue<T>(0));
        }

        Assert.NotEmpty(answered);
        Assert.Equal(answered, asked);
    }

    public sealed class LoadedTown : IAsyncLifetime
    {
        public TestDatabase Database { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Database = await TestDatabase.CreateAsync();
            await new DeliveryStore(Database.Source).ReplaceAsync(Town.Whole(), "load", "tester");
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
