namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>What a delivery did to one table.</summary>
/// <param name="Delivered">Rows in the delivery.</param>
/// <param name="Inserted">Rows that were new.</param>
/// <param name="Updated">Rows that were different before, those of other sources included whose gaps were filled.</param>
/// <param name="Deleted">Rows that the source had before and has no longer.</param>
public sealed record LedgerCounts(int Delivered, int Inserted, int Updated, int Deleted);
