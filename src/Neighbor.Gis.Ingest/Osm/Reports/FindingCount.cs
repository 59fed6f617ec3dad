namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>How often one thing was found among the objects of one ledger.</summary>
/// <param name="Ledger">The ledger the object was meant for.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Count">How many objects.</param>
/// <param name="Example">The code of the first of them.</param>
public sealed record FindingCount(Ledger Ledger, Finding Finding, int Count, string Example);
