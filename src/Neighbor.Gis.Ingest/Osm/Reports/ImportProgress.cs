namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>How far an import is.</summary>
/// <param name="Stage">What it is busy with.</param>
/// <param name="BytesRead">How much of the file has been read.</param>
/// <param name="BytesTotal">How long the file is, or null where that is not known.</param>
public readonly record struct ImportProgress(ImportStage Stage, long BytesRead, long? BytesTotal);
