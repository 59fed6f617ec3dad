namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>How many rows of one ledger an import brings.</summary>
public sealed record LedgerCount(Ledger Ledger, int Count);
