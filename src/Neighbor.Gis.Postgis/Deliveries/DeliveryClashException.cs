namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>数据冲突. A row of the data set cannot be stored beside what is there already; nothing was stored.</summary>
/// <param name="table">The table that refused.</param>
/// <param name="detail">Which key or rule, in the database's words.</param>
/// <param name="inner">What the database said.</param>
public sealed class DeliveryClashException(string table, string detail, Exception inner)
    : Exception($"Table '{table}' refused a row, so nothing was stored: {detail}", inner)
{
    /// <summary>The table that refused.</summary>
    public string Table { get; } = table;

    /// <summary>Which key or rule, in the database's words.</summary>
    public string Detail { get; } = detail;
}
