namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>A relation of ways; members of other kinds are not kept.</summary>
internal sealed record OsmRelation(long Id, IReadOnlyList<OsmMember> Members, OsmTags Tags);
