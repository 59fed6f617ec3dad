namespace Neighbor.Gis.Spatial;

/// <summary>Angles in degrees, with the care that whole quarter turns are exact.</summary>
internal static class Degrees
{
    /// <summary>Radians in one degree.</summary>
    public const double ToRadians = Math.PI / 180;

    /// <summary>Sine and cosine; exact at multiples of 90 degrees.</summary>
    public static (double Sin, double Cos) SinCos(double degrees)
    {
        double quarters = Math.Round(degrees / 90);
        double rest = (degrees - (90 * quarters)) * ToRadians;
        (double sin, double cos) = Math.SinCos(rest);
        return ((long)quarters & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>How far east <paramref name="to"/> is of <paramref name="from"/>: -180 to 180, the shorter way
    /// round.</summary>
    public static double EastOf(double from, double to) => Math.IEEERemainder(to - from, 360);
}
