using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Shapes;

/// <summary>A closed line that visits no place twice, and whether every piece of it was said to bound a hole.</summary>
internal sealed record Ring(LinearRing Line, bool IsInner);
