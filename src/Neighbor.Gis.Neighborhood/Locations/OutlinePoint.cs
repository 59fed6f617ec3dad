namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>A corner of an outline, in degrees.</summary>
/// <param name="X">Degrees east.</param>
/// <param name="Y">Degrees north.</param>
internal readonly record struct OutlinePoint(double X, double Y);
