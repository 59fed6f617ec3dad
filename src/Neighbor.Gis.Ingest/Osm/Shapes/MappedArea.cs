using Neighbor.Gis.Ingest.Osm.Files;

namespace Neighbor.Gis.Ingest.Osm.Shapes;

/// <summary>A way or a multipolygon relation that stands for a piece of ground, with the tags that describe it.</summary>
/// <param name="Code">Its code in the neighbourhood.</param>
/// <param name="Tags">Its tags; of an old-style relation those of its outer way.</param>
/// <param name="Ways">The way, or the relation's outer ways that are in the file, by number.</param>
/// <param name="Relation">The relation, or null for a way.</param>
internal sealed record MappedArea(string Code, OsmTags Tags, IReadOnlyList<int> Ways, OsmRelation? Relation);
