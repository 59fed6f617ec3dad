namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>Ids below every id of the file, handed out downwards: the same file always gets the same ones.</summary>
internal sealed class FreshIds(long lowest)
{
    private long _last = lowest;

    /// <summary>The next one.</summary>
    public long Next() => --_last;
}
