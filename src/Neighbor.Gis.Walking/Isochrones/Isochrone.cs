using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>等时圈. What one cutoff reaches, drawn; never counted.</summary>
/// <param name="CutoffMs">The longest walk, in milliseconds.</param>
/// <param name="Geom">The drawing, in CGCS2000.</param>
/// <param name="ReachedMm">How long the ways reached are together, in millimetres: this is counted, not drawn.</param>
public sealed record Isochrone(int CutoffMs, MultiPolygon Geom, long ReachedMm);
