namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>Something an import found and did not take as it stood, or took with a remark.</summary>
/// <param name="Key">A stable word for programs.</param>
/// <param name="English">The same as people say it.</param>
/// <param name="Chinese">中文说明.</param>
public sealed record Finding(string Key, string English, string Chinese);
