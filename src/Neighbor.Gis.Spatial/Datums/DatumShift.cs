namespace Neighbor.Gis.Spatial.Datums;

/// <summary>坐标转换. Takes positions from a declared datum to CGCS2000 and back.</summary>
/// <remarks>
/// <para>
/// GCJ-02 moves a position by up to 700 m inside the mainland and leaves it alone outside; BD-09 moves the result by
/// about 900 m more. Neither has a closed inverse: both are undone by repeating the forward shift until it lands on the
/// input, to below a tenth of a millimetre. Within 700 m of the mainland's outline a position cannot be told from its
/// image.
/// </para>
/// <para>
/// WGS 84 and CGCS2000 are treated as equal. The plates have moved by some decimetres since 2000; who needs centimetres
/// needs epochs, which this does not have.
/// </para>
/// <para>Units: degrees. Source: the formulas in circulation since 2013, with a = 6378245 m and 3000π/180. No
/// allocations.</para>
/// </remarks>
public static class DatumShift
{
    private const double KrasovskyRadius = 6378245.0;
    private const double KrasovskyEccentricitySquared = 0.00669342162296594323;
    private const double BaiduTurn = Math.PI * 3000.0 / 180.0;
    private const double BaiduEast = 0.0065;
    private const double BaiduNorth = 0.006;
    private const double CloseEnoughDegrees = 1e-11;
    private const int MostRounds = 30;

    /// <summary>The same place in CGCS2000, given its numbers in <paramref name="datum"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such datum.</exception>
    public static Position ToCgcs2000(Position position, Datum datum) =>
        datum switch
        {
            Datum.Cgcs2000 or Datum.Wgs84 => position,
            Datum.Gcj02 => FromGcj02(position),
            Datum.Bd09 => FromGcj02(FromBd09(position)),
            _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, "Not a datum."),
        };

    /// <summary>The numbers in <paramref name="datum"/> of a place given in CGCS2000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such datum.</exception>
    public static Position FromCgcs2000(Position position, Datum datum) =>
        datum switch
        {
            Datum.Cgcs2000 or Datum.Wgs84 => position,
            Datum.Gcj02 => ToGcj02(position),
            Datum.Bd09 => ToBd09(ToGcj02(position)),
            _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, "Not a datum."),
        };

    private static Position ToGcj02(Position position) =>
        MainlandOutline.Contains(position) ? ShiftToGcj02(position) : position;

    private static Position FromGcj02(Position shifted)
    {
        Position original = Undo(shifted, ShiftToGcj02);
        return MainlandOutline.Contains(original) ? original : shifted;
    }

    private static Position FromBd09(Position shifted) => Undo(shifted, ToBd09);

    /// <summary>The position that <paramref name="shift"/> takes to <paramref name="shifted"/>.</summary>
    private static Position Undo(Position shifted, Func<Position, Position> shift)
    {
        Position guess = shifted;
        for (int round = 0; round < MostRounds; round++)
        {
            Position image = shift(guess);
            double east = shifted.Longitude - image.Longitude;
            double north = shifted.Latitude - image.Latitude;
            guess = new Position(guess.Longitude + east, guess.Latitude + north);
            if (Math.Abs(east) < CloseEnoughDegrees && Math.Abs(north) < CloseEnoughDegrees)
            {
                break;
            }
        }

        return guess;
    }

    private static Position ShiftToGcj02(Position position)
    {
        double x = position.Longitude - 105.0;
        double y = position.Latitude - 35.0;
        double sinLatitude = Math.Sin(position.Latitude * Math.PI / 180.0);
        double cosLatitude = Math.Cos(position.Latitude * Math.PI / 180.0);
        double magic = 1 - (KrasovskyEccentricitySquared * sinLatitude * sinLatitude);
        double root = Math.Sqrt(magic);
        double meridianRadius = KrasovskyRadius * (1 - KrasovskyEccentricitySquared) / (magic * root);
        double parallelRadius = KrasovskyRadius / root * cosLatitude;
        return new Position(
            position.Longitude + (EastMetres(x, y) * 180.0 / (parallelRadius * Math.PI)),
            position.Latitude + (NorthMetres(x, y) * 180.0 / (meridianRadius * Math.PI))
        );
    }

    private static double NorthMetres(double x, double y)
    {
        double metres = -100.0 + (2.0 * x) + (3.0 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)));
        metres += Waves(x);
        metres += ((20.0 * Math.Sin(y * Math.PI)) + (40.0 * Math.Sin(y / 3.0 * Math.PI))) * 2.0 / 3.0;
        metres += ((160.0 * Math.Sin(y / 12.0 * Math.PI)) + (320.0 * Math.Sin(y * Math.PI / 30.0))) * 2.0 / 3.0;
        return metres;
    }

    private static double EastMetres(double x, double y)
    {
        double metres = 300.0 + x + (2.0 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)));
        metres += Waves(x);
        metres += ((20.0 * Math.Sin(x * Math.PI)) + (40.0 * Math.Sin(x / 3.0 * Math.PI))) * 2.0 / 3.0;
        metres += ((150.0 * Math.Sin(x / 12.0 * Math.PI)) + (300.0 * Math.Sin(x / 30.0 * Math.PI))) * 2.0 / 3.0;
        return metres;
    }

    private static double Waves(double x) =>
        ((20.0 * Math.Sin(6.0 * x * Math.PI)) + (20.0 * Math.Sin(2.0 * x * Math.PI))) * 2.0 / 3.0;

    private static Position ToBd09(Position gcj02)
    {
        (double x, double y) = (gcj02.Longitude, gcj02.Latitude);
        double radius = Math.Sqrt((x * x) + (y * y)) + (0.00002 * Math.Sin(y * BaiduTurn));
        double angle = Math.Atan2(y, x) + (0.000003 * Math.Cos(x * BaiduTurn));
        return new Position((radius * Math.Cos(angle)) + BaiduEast, (radius * Math.Sin(angle)) + BaiduNorth);
    }
}
