namespace Neighbor.Gis.Spatial.Distances;

/// <summary>大地主题反算. Finds the shortest line between two positions on an ellipsoid, antipodes included.</summary>
/// <remarks>
/// <para>
/// Source: Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013), section 4: Newton's method on the azimuth
/// at the first point, on the auxiliary sphere. Own: the azimuth starts from the sphere's and is always kept inside a
/// bracket that halves when Newton leaves it, so that nearly antipodal positions need no special start.
/// </para>
/// <para>Units: degrees in, metres and degrees out. Cost: two or three rounds for anything but antipodes; no
/// allocations.</para>
/// </remarks>
public sealed class GeodesicInverse
{
    private const double Tiny = 1.5e-154;
    private const double Epsilon = 2.220446049250313e-16;
    private const int MostNewtonRounds = 20;
    private const int MostRounds = 90;

    private readonly Ellipsoid _ellipsoid;
    private readonly double _axisRatio;
    private readonly double _n;
    private readonly double _ep2;
    private readonly double _shortArc;

    /// <summary>Prepares for an ellipsoid.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ellipsoid is prolate, or flatter than 1/50.</exception>
    public GeodesicInverse(Ellipsoid ellipsoid)
    {
        ArgumentNullException.ThrowIfNull(ellipsoid);
        ArgumentOutOfRangeException.ThrowIfNegative(ellipsoid.Flattening, nameof(ellipsoid));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ellipsoid.Flattening, 0.02, nameof(ellipsoid));
        _ellipsoid = ellipsoid;
        _axisRatio = 1 - ellipsoid.Flattening;
        _n = ellipsoid.ThirdFlattening;
        _ep2 = ellipsoid.SecondEccentricitySquared;
        _shortArc = 0.1 * Math.Sqrt(Epsilon) / Math.Sqrt(Math.Max(0.001, ellipsoid.Flattening) / 2);
    }

    /// <summary>The shortest line from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public GeodesicLine Solve(Position start, Position end)
    {
        // Everything below is for a first point in the south, at least as far from the equator as the second, and a
        // second point east of the first; the signs undo that at the end.
        double lon12 = Degrees.EastOf(start.Longitude, end.Longitude);
        double eastSign = lon12 < 0 ? -1 : 1;
        lon12 *= eastSign;
        double lat1 = start.Latitude;
        double lat2 = end.Latitude;
        bool swapped = Math.Abs(lat1) < Math.Abs(lat2);
        if (swapped)
        {
            (lat1, lat2) = (lat2, lat1);
        }

        double southSign = lat1 > 0 ? -1 : 1;
        Ends ends = new(
            AtLatitude(lat1 * southSign),
            AtLatitude(lat2 * southSign),
            lon12 * Degrees.ToRadians,
            Degrees.SinCos(lon12)
        );
        Solution line = Solve(ends);

        (double sin1, double cos1) = (line.SinAlpha1, line.CosAlpha1);
        (double sin2, double cos2) = (line.SinAlpha2, line.CosAlpha2);
        double swapSign = 1;
        if (swapped)
        {
            (sin1, sin2) = (sin2, sin1);
            (cos1, cos2) = (cos2, cos1);
            swapSign = -1;
        }

        return new GeodesicLine(
            line.Metres,
            Math.Atan2(sin1 * eastSign, cos1 * swapSign * southSign) / Degrees.ToRadians,
            Math.Atan2(sin2 * eastSign, cos2 * swapSign * southSign) / Degrees.ToRadians
        );
    }

    private Reduced AtLatitude(double latitude)
    {
        (double sin, double cos) = Degrees.SinCos(latitude);
        sin *= _axisRatio;
        double length = double.Hypot(sin, cos);
        sin /= length;
        cos = Math.Max(Tiny, cos / length);
        return new Reduced(sin, cos, Math.Sqrt(1 + (_ep2 * sin * sin)));
    }

    private Solution Solve(in Ends ends)
    {
        bool onMeridian = ends.First.Cos <= Tiny || ends.SinLambda == 0;
        if (onMeridian && AlongMeridian(ends) is { } meridian)
        {
            return meridian;
        }

        if (ends.First.Sin == 0 && ends.Lambda <= _axisRatio * Math.PI)
        {
            return new Solution(_ellipsoid.EquatorialRadiusMetres * ends.Lambda, 1, 0, 1, 0);
        }

        return AcrossMeridians(ends);
    }

    private Solution? AlongMeridian(in Ends ends)
    {
        double cos1 = ends.CosLambda;
        double sin1 = ends.SinLambda;
        double cosSigma1 = cos1 * ends.First.Cos;
        (double sinSigma2, double cosSigma2) = (ends.Second.Sin, ends.Second.Cos);
        double sigma12 = Angle(ends.First.Sin, cosSigma1, sinSigma2, cosSigma2);
        Arc arc = new(ends.First.Sin, cosSigma1, sinSigma2, cosSigma2, sigma12);
        (double length, double reduced) = Lengths(_n, ends, arc);

        // Past the point conjugate to the first, a meridian is no longer the shortest way.
        return sigma12 < 1 || reduced >= 0
            ? new Solution(sigma12 < 3 * Tiny ? 0 : length * _ellipsoid.PolarRadiusMetres, sin1, cos1, 0, 1)
            : null;
    }

    private Solution AcrossMeridians(in Ends ends)
    {
        (Reduced one, Reduced two) = (ends.First, ends.Second);
        double sinBeta12 = (two.Sin * one.Cos) - (two.Cos * one.Sin);
        double cosBeta12 = (two.Cos * one.Cos) + (two.Sin * one.Sin);
        bool isShort = cosBeta12 >= 0 && sinBeta12 < 0.5 && two.Cos * ends.Lambda < 0.5;
        double stretch = 1;
        (double sinOmega, double cosOmega) = (ends.SinLambda, ends.CosLambda);
        if (isShort)
        {
            double sum = (one.Sin + two.Sin) * (one.Sin + two.Sin);
            sum /= sum + ((one.Cos + two.Cos) * (one.Cos + two.Cos));
            stretch = Math.Sqrt(1 + (_ep2 * sum));
            (sinOmega, cosOmega) = Math.SinCos(ends.Lambda / (_axisRatio * stretch));
        }

        double versine = cosOmega >= 0 ? sinOmega * sinOmega / (1 + cosOmega) : 1 - cosOmega;
        double sinAlpha1 = two.Cos * sinOmega;
        double cosAlpha1 =
            cosOmega >= 0
                ? sinBeta12 + (two.Cos * one.Sin * versine)
                : (two.Sin * one.Cos)
                    + (two.Cos * one.Sin)
                    - (two.Cos * one.Sin * sinOmega * sinOmega / (1 - cosOmega));
        double sinSigma12 = double.Hypot(sinAlpha1, cosAlpha1);
        if (isShort && sinSigma12 < _shortArc)
        {
            double cosSigma12 = (one.Sin * two.Sin) + (one.Cos * two.Cos * cosOmega);
            double metres = Math.Atan2(sinSigma12, cosSigma12) * _ellipsoid.PolarRadiusMetres * stretch;
            double cosAlpha2 = sinBeta12 - (one.Cos * two.Sin * versine);
            return new Solution(metres, sinAlpha1, cosAlpha1, one.Cos * sinOmega, cosAlpha2);
        }

        // The sphere gives no direction at all for exact antipodes; any will do to begin with.
        return sinSigma12 > 0 ? Refine(ends, sinAlpha1 / sinSigma12, cosAlpha1 / sinSigma12) : Refine(ends, 1, 0);
    }

    private Solution Refine(in Ends ends, double sinAlpha1, double cosAlpha1)
    {
        (double lowSin, double lowCos) = (Tiny, 1.0);
        (double highSin, double highCos) = (Tiny, -1.0);
        sinAlpha1 = Math.Max(Tiny, sinAlpha1);
        double tolerance = Epsilon;
        bool wasHalved = false;
        for (int round = 0; ; round++)
        {
            Trial trial = Try(ends, sinAlpha1, cosAlpha1);
            bool isDone = Math.Abs(trial.LambdaError) < tolerance || round == MostRounds || wasHalved;
            if (isDone)
            {
                (double length, _) = Lengths(trial.Eps, ends, trial.Arc);
                double metres = length * _ellipsoid.PolarRadiusMetres;
                return new Solution(metres, sinAlpha1, cosAlpha1, trial.SinAlpha2, trial.CosAlpha2);
            }

            if (trial.LambdaError > 0)
            {
                (highSin, highCos) = (sinAlpha1, cosAlpha1);
            }
            else
            {
                (lowSin, lowCos) = (sinAlpha1, cosAlpha1);
            }

            if (round < MostNewtonRounds && Newton(ends, trial, sinAlpha1, cosAlpha1) is { } next)
            {
                bool isInside =
                    (next.Sin * lowCos) - (next.Cos * lowSin) > 0 && (highSin * next.Cos) - (highCos * next.Sin) > 0;
                if (isInside)
                {
                    // A step this small cannot be improved upon: accept what it leads to.
                    tolerance = Math.Abs(trial.LambdaError) <= 16 * Epsilon ? 8 * Epsilon : Epsilon;
                    (sinAlpha1, cosAlpha1) = next;
                    continue;
                }
            }

            double middleSin = (lowSin + highSin) / 2;
            double middleCos = (lowCos + highCos) / 2;
            double size = double.Hypot(middleSin, middleCos);
            (middleSin, middleCos) = size > 0.1 ? (middleSin / size, middleCos / size) : (1, 0);
            wasHalved =
                Math.Abs(middleSin - lowSin) + Math.Abs(middleCos - lowCos) < Epsilon
                || Math.Abs(middleSin - highSin) + Math.Abs(middleCos - highCos) < Epsilon;
            (sinAlpha1, cosAlpha1) = (middleSin, middleCos);
            tolerance = Epsilon;
        }
    }

    private (double Sin, double Cos)? Newton(in Ends ends, in Trial trial, double sinAlpha1, double cosAlpha1)
    {
        double slope;
        if (trial.CosAlpha2 == 0)
        {
            slope = -2 * _axisRatio * ends.First.Stretch / ends.First.Sin;
        }
        else
        {
            (_, double reduced) = Lengths(trial.Eps, ends, trial.Arc);
            slope = reduced * _axisRatio / (trial.CosAlpha2 * ends.Second.Cos);
        }

        if (!(slope > 0))
        {
            return null;
        }

        double step = -trial.LambdaError / slope;
        if (!(Math.Abs(step) < Math.PI))
        {
            return null;
        }

        (double sin, double cos) = Math.SinCos(step);
        double newSin = (sinAlpha1 * cos) + (cosAlpha1 * sin);
        double newCos = (cosAlpha1 * cos) - (sinAlpha1 * sin);
        double size = double.Hypot(newSin, newCos);
        return newSin > 0 ? (newSin / size, newCos / size) : null;
    }

    /// <summary>Where a geodesic with this azimuth at the first point meets the second's latitude: how far off in
    /// longitude.</summary>
    private Trial Try(in Ends ends, double sinAlpha1, double cosAlpha1)
    {
        (Reduced one, Reduced two) = (ends.First, ends.Second);
        if (one.Sin == 0 && cosAlpha1 == 0)
        {
            cosAlpha1 = -Tiny; // on the equator going along it: the second latitude is met just behind
        }

        double sinAlpha0 = sinAlpha1 * one.Cos;
        double cosAlpha0 = double.Hypot(cosAlpha1, sinAlpha1 * one.Sin);
        double along1 = cosAlpha1 * one.Cos;
        double sinAlpha2 = two.Cos == one.Cos ? sinAlpha1 : sinAlpha0 / two.Cos;
        double difference =
            one.Cos < -one.Sin ? (two.Cos - one.Cos) * (one.Cos + two.Cos) : (one.Sin - two.Sin) * (one.Sin + two.Sin);
        double cosAlpha2 =
            two.Cos == one.Cos && Math.Abs(two.Sin) == -one.Sin
                ? Math.Abs(cosAlpha1)
                : Math.Sqrt(Math.Max(0, (along1 * along1) + difference)) / two.Cos;
        double along2 = cosAlpha2 * two.Cos;

        double size1 = double.Hypot(one.Sin, along1);
        double size2 = double.Hypot(two.Sin, along2);
        (double sinSigma1, double cosSigma1) = (one.Sin / size1, along1 / size1);
        (double sinSigma2, double cosSigma2) = (two.Sin / size2, along2 / size2);
        double sigma12 = Angle(sinSigma1, cosSigma1, sinSigma2, cosSigma2);

        (double sinOmega1, double sinOmega2) = (sinAlpha0 * one.Sin, sinAlpha0 * two.Sin);
        double sinOmega12 = Math.Max(0, (along1 * sinOmega2) - (sinOmega1 * along2));
        double cosOmega12 = (along1 * along2) + (sinOmega1 * sinOmega2);
        double spherical = Math.Atan2(
            (sinOmega12 * ends.CosLambda) - (cosOmega12 * ends.SinLambda),
            (cosOmega12 * ends.CosLambda) + (sinOmega12 * ends.SinLambda)
        );

        double k2 = cosAlpha0 * cosAlpha0 * _ep2;
        double eps = k2 / ((2 * (1 + Math.Sqrt(1 + k2))) + k2);
        Span<double> c3 = stackalloc double[GeodesicSeries.Order + 1];
        GeodesicSeries.C3(eps, _n, c3);
        double periodic =
            GeodesicSeries.SineSum(sinSigma2, cosSigma2, c3) - GeodesicSeries.SineSum(sinSigma1, cosSigma1, c3);
        double lag = _ellipsoid.Flattening * GeodesicSeries.A3(eps, _n) * sinAlpha0 * (sigma12 + periodic);
        Arc arc = new(sinSigma1, cosSigma1, sinSigma2, cosSigma2, sigma12);
        return new Trial(spherical - lag, eps, sinAlpha2, cosAlpha2, arc);
    }

    /// <summary>The length and the reduced length of an arc, in polar radii.</summary>
    private static (double Length, double Reduced) Lengths(double eps, in Ends ends, in Arc arc)
    {
        Span<double> c1 = stackalloc double[GeodesicSeries.Order + 1];
        Span<double> c2 = stackalloc double[GeodesicSeries.Order + 1];
        GeodesicSeries.C1(eps, c1);
        GeodesicSeries.C2(eps, c2);
        double a1Less1 = GeodesicSeries.A1Less1(eps);
        double a2Less1 = GeodesicSeries.A2Less1(eps);
        double b1 =
            GeodesicSeries.SineSum(arc.SinSigma2, arc.CosSigma2, c1)
            - GeodesicSeries.SineSum(arc.SinSigma1, arc.CosSigma1, c1);
        double b2 =
            GeodesicSeries.SineSum(arc.SinSigma2, arc.CosSigma2, c2)
            - GeodesicSeries.SineSum(arc.SinSigma1, arc.CosSigma1, c2);
        double length = (1 + a1Less1) * (arc.Sigma12 + b1);
        double j = ((a1Less1 - a2Less1) * arc.Sigma12) + ((1 + a1Less1) * b1) - ((1 + a2Less1) * b2);
        double reduced =
            (ends.Second.Stretch * arc.CosSigma1 * arc.SinSigma2)
            - (ends.First.Stretch * arc.SinSigma1 * arc.CosSigma2)
            - (arc.CosSigma1 * arc.CosSigma2 * j);
        return (length, reduced);
    }

    private static double Angle(double sin1, double cos1, double sin2, double cos2) =>
        Math.Atan2(Math.Max(0, (cos1 * sin2) - (sin1 * cos2)), (cos1 * cos2) + (sin1 * sin2));

    /// <summary>A reduced latitude, and √(1 + e'² sin²β) there.</summary>
    private readonly record struct Reduced(double Sin, double Cos, double Stretch);

    private readonly record struct Ends(Reduced First, Reduced Second, double Lambda, (double Sin, double Cos) Turn)
    {
        public double SinLambda => Turn.Sin;

        public double CosLambda => Turn.Cos;
    }

    private readonly record struct Arc(
        double SinSigma1,
        double CosSigma1,
        double SinSigma2,
        double CosSigma2,
        double Sigma12
    );

    private readonly record struct Trial(double LambdaError, double Eps, double SinAlpha2, double CosAlpha2, Arc Arc);

    private readonly record struct Solution(
        double Metres,
        double SinAlpha1,
        double CosAlpha1,
        double SinAlpha2,
        double CosAlpha2
    );
}
