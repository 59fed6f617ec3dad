using Neighbor.Gis.Postgis.Changes;
using Neighbor.Gis.Postgis.Snapshots;
using Neighbor.Gis.Server.Databases;
using Neighbor.Gis.Server.Moments;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>Reads the ledgers as they stand today and builds a snapshot from them.</summary>
public sealed class SnapshotSource(DatabaseInUse database, CountyCalendar calendar)
{
    private readonly SnapshotReader _reader = new(database.Source);
    private readonly RestrictionReader _restrictions = new(database.Source);

    /// <summary>One snapshot, all of one state of the database.</summary>
    public async Task<NeighborhoodSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await database.EnsureMigratedAsync(cancellationToken);
        return SnapshotBuilder.Build(await _reader.ReadAsync(calendar.Today, cancellationToken));
    }

    /// <summary>The same map with gates and closures as they stand now; null where more has changed, so that all must be read.</summary>
    public async Task<NeighborhoodSnapshot?> RenewAsync(
        NeighborhoodSnapshot known,
        CancellationToken cancellationToken
    ) =>
        known.Day == calendar.Today
        && await _restrictions.ReadSinceAsync(known.Revision, known.Day, cancellationToken) is { } restrictions
            ? known.With(restrictions)
            : null;
}
