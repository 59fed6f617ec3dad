namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>What storing a delivery did.</summary>
/// <param name="Source">The data set.</param>
/// <param name="Tables">What happened to each table that the delivery or the source's older rows concern.</param>
/// <param name="LastSeq">The last change of the change log that it made, or null where nothing was different.</param>
/// <param name="Took">How long it took.</param>
public sealed record DeliveryReceipt(
    string Source,
    IReadOnlyDictionary<string, LedgerCounts> Tables,
    long? LastSeq,
    TimeSpan Took
);
