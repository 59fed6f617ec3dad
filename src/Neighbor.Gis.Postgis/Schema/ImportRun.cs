namespace Neighbor.Gis.Postgis.Schema;

/// <summary>导入记录. One delivery that was stored.</summary>
public sealed class ImportRun
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The data set.</summary>
    public required string Source { get; init; }

    /// <summary>When it was stored.</summary>
    public DateTime At { get; init; }

    /// <summary>Who stored it.</summary>
    public required string Actor { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public int TookMs { get; init; }

    /// <summary>What was in it and what it changed, per table, as JSON.</summary>
    public required string Counts { get; init; }

    /// <summary>The last change of the change log that it made, or null where it changed nothing.</summary>
    public long? LastSeq { get; init; }
}
