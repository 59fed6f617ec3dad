namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>How long one stage of an import took.</summary>
public sealed record StageTime(ImportStage Stage, TimeSpan Elapsed);
