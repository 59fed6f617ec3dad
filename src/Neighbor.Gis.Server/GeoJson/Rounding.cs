using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Server.GeoJson;

/// <summary>Degrees as they are sent: seven decimals, about a centimetre.</summary>
public static class Rounding
{
    private const int Decimals = 7;

    /// <summary>One number of degrees.</summary>
    public static double Degrees(double degrees) => Math.Round(degrees, Decimals);

    /// <summary>Longitude and latitude.</summary>
    public static double[] Pair(Position position) => Pair(position.Longitude, position.Latitude);

    /// <summary>Longitude and latitude.</summary>
    public static double[] Pair(double longitude, double latitude) => [Degrees(longitude), Degrees(latitude)];

    /// <summary>Metres as they are sent: one decimal, and 0 only where there is no distance at all.</summary>
    public static double Metres(double metres) => metres > 0 ? Math.Max(Math.Round(metres, 1), 0.1) : 0;
}
