using System.Data;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Neighbor.Gis.Postgis.Schema;
using Npgsql;

namespace Neighbor.Gis.Postgis.Snapshots;

/// <summary>Reads all ledgers for the service's memory.</summary>
/// <remarks>
/// <para>One read-only transaction at repeatable read: what is written meanwhile is in none of the lists, or its seq would be
/// in <see cref="LedgerSnapshot.ChangeSeq"/>. Rows come in the order of their codes, so that the same state gives the same lists.</para>
/// <para>Threads: safe.</para>
/// </remarks>
public sealed class SnapshotReader(NpgsqlDataSource source)
{
    /// <summary>A large county is read in seconds; a small server under load must not be cut off at thirty.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The ledgers as they are in force on <paramref name="day"/>.</summary>
    public async Task<LedgerSnapshot> ReadAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var context = new NeighborContext(ContextOptions.For(source));
        context.Database.SetCommandTimeout(Patience);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        long seq = await context.Changes.MaxAsync(change => (long?)change.Seq, cancellationToken) ?? 0;
        return new LedgerSnapshot
        {
            ChangeSeq = seq,
            Day = day,
            Areas = await ListAsync(context.Areas, a => a.ValidFrom <= day && (a.ValidTo == null || a.ValidTo > day)),
            Grids = await ListAsync(context.Grids, g => g.ValidFrom <= day && (g.ValidTo == null || g.ValidTo > day)),
            MicroGrids = await ListAsync(
                context.MicroGrids,
                m => m.ValidFrom <= day && (m.ValidTo == null || m.ValidTo > day)
            ),
            Compounds = await ListAsync(
                context.Compounds,
                c => c.ValidFrom <= day && (c.ValidTo == null || c.ValidTo > day)
            ),
            Gates = await ListAsync(context.Gates, g => g.ValidFrom <= day && (g.ValidTo == null || g.ValidTo > day)),
            Buildings = await ListAsync(
                context.Buildings,
                b => b.ValidFrom <= day && (b.ValidTo == null || b.ValidTo > day)
            ),
            Entrances = await ListAsync(
                context.Entrances,
                e => e.ValidFrom <= day && (e.ValidTo == null || e.ValidTo > day)
            ),
            Lanes = await ListAsync(context.Lanes, l => l.ValidFrom <= day && (l.ValidTo == null || l.ValidTo > day)),
            Ways = await context
                .Ways.AsNoTracking()
                .OrderBy(way => way.Source)
                .ThenBy(way => way.Id)
                .ToListAsync(cancellationToken),
            Grounds = await ListAsync(context.Grounds, _ => true),
            Obstacles = await ListAsync(context.Obstacles, _ => true),
            Centers = await ListAsync(
                context.Centers,
                c => c.ValidFrom <= day && (c.ValidTo == null || c.ValidTo > day)
            ),
            ServicePoints = await ListAsync(
                context.ServicePoints,
                p => p.ValidFrom <= day && (p.ValidTo == null || p.ValidTo > day)
            ),
            Responders = await ListAsync(
                context.Responders,
                r => r.ValidFrom <= day && (r.ValidTo == null || r.ValidTo > day)
            ),
            Duties = await ListAsync(context.Duties, d => d.ValidFrom <= day && (d.ValidTo == null || d.ValidTo > day)),
            Closures = await ListAsync(context.Closures, _ => true),
        };

        Task<List<T>> ListAsync<T>(IQueryable<T> ledger, Expression<Func<T, bool>> isInForce)
            where T : class =>
            ledger
                .AsNoTracking()
                .Where(isInForce)
                .OrderBy(row => EF.Property<object>(row, "Code"))
                .ToListAsync(cancellationToken);
    }
}
