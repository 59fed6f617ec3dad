namespace Neighbor.Gis.Server.Snapshots;

/// <summary>The snapshot questions are answered from now. Replaced in one assignment; a request keeps the one it took.</summary>
/// <remarks><para>Threads: any number of readers and writers.</para></remarks>
public sealed class CurrentSnapshot
{
    private NeighborhoodSnapshot? _snapshot;

    /// <summary>The snapshot, or null until the first one has been read from the database.</summary>
    public NeighborhoodSnapshot? Find() => Volatile.Read(ref _snapshot);

    /// <summary>The snapshot.</summary>
    /// <exception cref="SnapshotMissingException">None has been read yet.</exception>
    public NeighborhoodSnapshot Get() => Find() ?? throw new SnapshotMissingException();

    /// <summary>Puts a newer snapshot in the place of the old one.</summary>
    public void Replace(NeighborhoodSnapshot snapshot) => Volatile.Write(ref _snapshot, snapshot);
}
