namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>How many objects of each kind a file holds.</summary>
public readonly record struct ObjectCounts(long Nodes, long Ways, long Relations);
