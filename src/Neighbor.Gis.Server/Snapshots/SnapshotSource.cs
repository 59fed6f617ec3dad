using System.Data;
using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Postgis.Schema;
using Neighbor.Gis.Server.Databases;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>Reads the ledgers as they stand today and builds a snapshot from them.</summary>
public sealed class SnapshotSource(DatabaseInUse database, TimeProvider time)
{
    /// <summary>One snapshot, all of one state of the database.</summary>
    public async Task<NeighborhoodSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await database.EnsureMigratedAsync(cancellationToken);
        DateOnly day = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        await using var context = new NeighborContext(ContextOptions.For(database.Source));
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = await context.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        var rows = new SnapshotRows
        {
            Revision = await context.Changes.MaxAsync(change => (long?)change.Seq, cancellationToken) ?? 0,
            Day = day,
            Areas = await context
                .Areas.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
            Grids = await context
                .Grids.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
            MicroGrids = await context
                .MicroGrids.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
            Compounds = await context
                .Compounds.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
            Gates = await context
                .Gates.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
            Buildings = await context
                .Buildings.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
            Entrances = await context
                .Entrances.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
            Ways = await context.Ways.ToListAsync(cancellationToken),
            ServicePoints = await context
                .ServicePoints.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
            Responders = await context
                .Responders.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
            Duties = await context
                .Duties.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day))
                .ToListAsync(cancellationToken),
        };
        return SnapshotBuilder.Build(rows);
    }
}
