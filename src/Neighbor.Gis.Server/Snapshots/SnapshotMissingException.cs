namespace Neighbor.Gis.Server.Snapshots;

/// <summary>The database has not been reachable since the service started, so there is no map to answer from.</summary>
public sealed class SnapshotMissingException()
    : InvalidOperationException("No snapshot of the neighbourhood has been read from the database yet.");
