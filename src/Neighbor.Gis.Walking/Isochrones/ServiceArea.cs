using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>服务区. What one cutoff reaches around one origin, or around all of them, drawn; never counted.</summary>
/// <param name="Origin">The number of the origin in the question; null where all have one together.</param>
/// <param name="CutoffMs">The longest walk, in milliseconds.</param>
/// <param name="Geom">The drawing, in CGCS2000; empty where the place of an origin is nearer to another.</param>
/// <param name="ReachedMm">How long the ways reached are together, in millimetres: this is counted, not drawn.</param>
public sealed record ServiceArea(int? Origin, int CutoffMs, MultiPolygon Geom, long ReachedMm);
