using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>地名. A named place mapped as a point: a town, a quarter, a village.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What OpenStreetMap calls it: <c>quarter</c>, <c>village</c>, …</param>
/// <param name="Position">Where its name is written.</param>
public sealed record PlaceName(string Code, string Name, string Kind, Position Position);
