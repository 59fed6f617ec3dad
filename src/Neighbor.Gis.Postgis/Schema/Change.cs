namespace Neighbor.Gis.Postgis.Schema;

/// <summary>变更记录. One change of one row of a ledger, written by the database itself in the same transaction.</summary>
public sealed class Change
{
    /// <summary>Its place in the order of all changes; a later commit never has an earlier place.</summary>
    public long Seq { get; init; }

    /// <summary>When its transaction began.</summary>
    public DateTime At { get; init; }

    /// <summary>Who changed it, or the database user where nobody was named.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, or an empty text.</summary>
    public required string Reason { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The code of the row; for ways, which are counted and not listed, the number of rows.</summary>
    public required string Key { get; init; }

    /// <summary>insert, update or delete.</summary>
    public required string Action { get; init; }

    /// <summary>The row before, as JSON, or null for an insert.</summary>
    public string? Before { get; init; }

    /// <summary>The row after, as JSON, or null for a delete.</summary>
    public string? After { get; init; }
}
