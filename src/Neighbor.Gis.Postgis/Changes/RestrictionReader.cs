using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Postgis.Schema;
using Npgsql;

namespace Neighbor.Gis.Postgis.Changes;

/// <summary>Reads what is new where nothing has changed but who passes which gate when, and what is closed.</summary>
/// <remarks>
/// <para>One read-only transaction at repeatable read, as for a whole snapshot. Threads: safe.</para>
/// </remarks>
public sealed class RestrictionReader(NpgsqlDataSource source)
{
    /// <summary>The restrictions as they stand, or null where something else has changed too, so that all must be read.</summary>
    /// <param name="seen">The last change the caller knows.</param>
    /// <param name="day">The day whose rows the caller holds.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Restrictions?> ReadSinceAsync(
        long seen,
        DateOnly day,
        CancellationToken cancellationToken = default
    )
    {
        await using var context = new NeighborContext(ContextOptions.For(source));
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        long newest = await context.Changes.MaxAsync(change => (long?)change.Seq, cancellationToken) ?? 0;
        await using var others = new NpgsqlCommand(
            EmbeddedSql.Read("Changes.has_other_changes.sql"),
            (NpgsqlConnection)context.Database.GetDbConnection()
        );
        others.Parameters.Add(new NpgsqlParameter<long> { TypedValue = seen });
        bool isOther = (bool)(await others.ExecuteScalarAsync(cancellationToken))!;
        if (isOther || newest < seen)
        {
            return null;
        }

        List<Gate> gates = await context
            .Gates.AsNoTracking()
            .Where(gate => gate.ValidFrom <= day && (gate.ValidTo == null || gate.ValidTo > day))
            .OrderBy(gate => gate.Code)
            .ToListAsync(cancellationToken);
        List<Closure> closures = await context
            .Closures.AsNoTracking()
            .OrderBy(closure => closure.Code)
            .ToListAsync(cancellationToken);
        return new Restrictions(newest, gates, closures);
    }
}
