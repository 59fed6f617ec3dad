namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>入库进度. How far the storing of one data set has come.</summary>
/// <param name="Table">The table being written, or the step after the tables.</param>
/// <param name="RowsDone">Rows written so far, over all tables.</param>
/// <param name="RowsTotal">Rows to write, over all tables.</param>
public sealed record StoreProgress(string Table, long RowsDone, long RowsTotal);
