using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Postgis.Schema;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Neighbor.Gis.Postgis.Changes;

/// <summary>Changes how gates stand and what is closed; each change is one transaction that the change log tells of.</summary>
/// <remarks><para>Threads: safe; writers wait for each other.</para></remarks>
public sealed class RestrictionStore(NpgsqlDataSource source)
{
    /// <summary>Writes down how a gate stands.</summary>
    /// <returns>Whether there is such a gate.</returns>
    public async Task<bool> SetGateAsync(
        GateChange change,
        string reason,
        string actor,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SignAsync(connection, reason, actor, cancellationToken);
        await using var update = new NpgsqlCommand(EmbeddedSql.Read("Changes.set_gate.sql"), connection);
        update.Parameters.Add(new NpgsqlParameter<string> { TypedValue = change.Code });
        update.Parameters.Add(Text(change.Access is { } access ? SnakeCase.Word(access) : null));
        update.Parameters.Add(Text(change.Hours));
        update.Parameters.Add(
            new NpgsqlParameter
            {
                NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date,
                Value = (object?)change.CheckedOn ?? DBNull.Value,
            }
        );
        bool isKnown = await update.ExecuteNonQueryAsync(cancellationToken) > 0;
        await transaction.CommitAsync(cancellationToken);
        return isKnown;
    }

    /// <summary>Closes a line or a control zone, under a new code.</summary>
    /// <param name="geom">Lines or areas, on CGCS2000.</param>
    /// <param name="name">The name as people say it.</param>
    /// <param name="startsAt">The first instant it is in force, in UTC.</param>
    /// <param name="endsAt">The first instant it is no longer in force, or null until further notice.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Stops it; then nothing is closed.</param>
    /// <returns>The closure as it is stored.</returns>
    /// <exception cref="ArgumentException">The geometry is neither lines nor areas.</exception>
    public async Task<Closure> AddClosureAsync(
        Geometry geom,
        string name,
        DateTime startsAt,
        DateTime? endsAt,
        string reason,
        string actor,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(geom);
        await using var context = new NeighborContext(ContextOptions.For(source));
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await SignAsync(connection, reason, actor, cancellationToken);
        await using var next = new NpgsqlCommand(EmbeddedSql.Read("Changes.next_closure_code.sql"), connection);
        var closure = new Closure
        {
            Code = (string)(await next.ExecuteScalarAsync(cancellationToken))!,
            Name = name,
            Reason = reason,
            Line = LinesOf(geom),
            Zone = AreasOf(geom),
            StartsAt = startsAt,
            EndsAt = endsAt,
            Source = actor,
        };
        if (closure.Line is null && closure.Zone is null)
        {
            throw new ArgumentException($"Got a {geom.GeometryType}; lines and areas can be closed.", nameof(geom));
        }

        context.Closures.Add(closure);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return closure;
    }

    /// <summary>Ends a closure at an instant; one that has not begun by then is taken back.</summary>
    /// <returns>Whether there is such a closure and it was to last longer.</returns>
    public async Task<bool> EndClosureAsync(
        string code,
        DateTime endsAt,
        string reason,
        string actor,
        CancellationToken cancellationToken = default
    )
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SignAsync(connection, reason, actor, cancellationToken);
        await using var end = new NpgsqlCommand(EmbeddedSql.Read("Changes.end_closure.sql"), connection);
        end.Parameters.Add(new NpgsqlParameter<string> { TypedValue = code });
        end.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = endsAt });
        bool isEnded = await end.ExecuteScalarAsync(cancellationToken) is > 0L;
        await transaction.CommitAsync(cancellationToken);
        return isEnded;
    }

    /// <summary>All closures, the latest first.</summary>
    public async Task<IReadOnlyList<Closure>> ClosuresAsync(CancellationToken cancellationToken = default)
    {
        await using var context = new NeighborContext(ContextOptions.For(source));
        return await context
            .Closures.AsNoTracking()
            .OrderByDescending(closure => closure.StartsAt)
            .ThenBy(closure => closure.Code)
            .ToListAsync(cancellationToken);
    }

    private static async Task SignAsync(
        NpgsqlConnection connection,
        string reason,
        string actor,
        CancellationToken cancellationToken
    )
    {
        await using var sign = new NpgsqlCommand(EmbeddedSql.Read("Deliveries.enter.sql"), connection);
        sign.Parameters.Add(new NpgsqlParameter<string> { TypedValue = actor });
        sign.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason });
        await sign.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter Text(string? text) =>
        new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)text ?? DBNull.Value };

    private static MultiLineString? LinesOf(Geometry geom) =>
        geom switch
        {
            MultiLineString { IsEmpty: false } lines => lines,
            LineString { IsEmpty: false } line => geom.Factory.CreateMultiLineString([line]),
            _ => null,
        };

    private static MultiPolygon? AreasOf(Geometry geom) =>
        geom switch
        {
            MultiPolygon { IsEmpty: false } areas => areas,
            Polygon { IsEmpty: false } area => geom.Factory.CreateMultiPolygon([area]),
            _ => null,
        };
}
