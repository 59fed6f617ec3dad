namespace Neighbor.Gis.Spatial.Distances;

/// <summary>大地线. The shortest line over the ellipsoid from one position to another.</summary>
/// <param name="Metres">Its length.</param>
/// <param name="StartAzimuthDegrees">Its direction where it starts: clockwise from north, -180 to 180.</param>
/// <param name="EndAzimuthDegrees">Its direction where it ends, going on: clockwise from north, -180 to 180.</param>
public readonly record struct GeodesicLine(double Metres, double StartAzimuthDegrees, double EndAzimuthDegrees);
