using Neighbor.Gis.Postgis.Snapshots;
using Neighbor.Gis.Server.Databases;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>Reads the ledgers as they stand today and builds a snapshot from them.</summary>
public sealed class SnapshotSource(DatabaseInUse database, TimeProvider time)
{
    private readonly SnapshotReader _reader = new(database.Source);

    /// <summary>One snapshot, all of one state of the database.</summary>
    public async Task<NeighborhoodSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await database.EnsureMigratedAsync(cancellationToken);
        DateOnly today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        return SnapshotBuilder.Build(await _reader.ReadAsync(today, cancellationToken));
    }
}
