namespace Neighbor.Gis.Spatial;

/// <summary>A place on the ground: degrees east and north on CGCS2000 (EPSG:4490), longitude first.</summary>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
public readonly record struct Position(double Longitude, double Latitude)
{
    /// <summary>The spatial reference every stored geometry carries: CGCS2000, EPSG:4490.</summary>
    public const int Srid = 4490;
}
