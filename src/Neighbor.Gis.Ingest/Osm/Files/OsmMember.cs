namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>A way in a relation, with the role it plays there.</summary>
internal readonly record struct OsmMember(long WayId, string Role);
