namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>How far the storing of a delivery has come.</summary>
/// <param name="TableName">The table that is being filled.</param>
/// <param name="RowsDone">Rows of the delivery sent so far, over all tables.</param>
/// <param name="RowsTotal">Rows of the delivery.</param>
public readonly record struct DeliveryProgress(string TableName, int RowsDone, int RowsTotal);
