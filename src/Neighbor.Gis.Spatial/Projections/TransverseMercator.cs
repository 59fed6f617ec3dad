namespace Neighbor.Gis.Spatial.Projections;

/// <summary>高斯—克吕格投影. A transverse Mercator projection: metres east and north around one central meridian.</summary>
/// <remarks>
/// <para>
/// Source: Krüger, "Konforme Abbildung des Erdellipsoids in der Ebene" (1912), with the sixth order in n of Karney,
/// "Transverse Mercator with an accuracy of a few nanometers", Journal of Geodesy 85 (2011), equations 7 to 36.
/// </para>
/// <para>
/// Units: degrees and metres; x is east and y is north, whatever Chinese survey data calls them. True to a nanometre or
/// so within 35 degrees of the central meridian; lengths grow by 1.2e-10 per kilometre² off it. No allocations.
/// </para>
/// </remarks>
public sealed class TransverseMercator
{
    private const int Order = 6;
    private const int MostRounds = 8;

    private readonly double _falseEasting;
    private readonly double _falseNorthing;
    private readonly double _e;
    private readonly double _e2;
    private readonly double _radius;
    private readonly double[] _alpha;
    private readonly double[] _beta;

    /// <summary>A projection around a meridian.</summary>
    /// <param name="centralMeridian">Degrees east.</param>
    /// <param name="falseEasting">Added to x, in metres.</param>
    /// <param name="falseNorthing">Added to y, in metres.</param>
    /// <param name="ellipsoid">The ellipsoid; CGCS2000 unless said otherwise.</param>
    /// <param name="scale">The scale on the central meridian; 1 for Gauss-Krüger, 0.9996 for UTM.</param>
    public TransverseMercator(
        double centralMeridian,
        double falseEasting = 0,
        double falseNorthing = 0,
        Ellipsoid? ellipsoid = null,
        double scale = 1
    )
    {
        ellipsoid ??= Ellipsoid.Cgcs2000;
        CentralMeridian = centralMeridian;
        _falseEasting = falseEasting;
        _falseNorthing = falseNorthing;
        _e2 = ellipsoid.EccentricitySquared;
        _e = Math.Sqrt(_e2);
        double n = ellipsoid.ThirdFlattening;
        double n2 = n * n;
        double rectifying = 1 + (n2 * ((1 / 4.0) + (n2 * ((1 / 64.0) + (n2 / 256)))));
        _radius = scale * ellipsoid.EquatorialRadiusMetres / (1 + n) * rectifying;
        _alpha = Alpha(n);
        _beta = Beta(n);
    }

    /// <summary>EPSG:4548, the 3° zone around 117° E: Longyan, Nanping, Zhangzhou, Xiamen.</summary>
    public static TransverseMercator Epsg4548 { get; } = new(117, 500_000);

    /// <summary>EPSG:4549, the 3° zone around 120° E: Quanzhou, Putian, Fuzhou, Ningde.</summary>
    public static TransverseMercator Epsg4549 { get; } = new(120, 500_000);

    /// <summary>EPSG:4527, as 4548 with its zone number 39 before the easting.</summary>
    public static TransverseMercator Epsg4527 { get; } = new(117, 39_500_000);

    /// <summary>EPSG:4528, as 4549 with its zone number 40 before the easting.</summary>
    public static TransverseMercator Epsg4528 { get; } = new(120, 40_500_000);

    /// <summary>The central meridian, in degrees east.</summary>
    public double CentralMeridian { get; }

    /// <summary>The CGCS2000 3° zone a position lies in, without its number before the easting (EPSG:4534 to
    /// 4554).</summary>
    public static TransverseMercator ZoneAt(Position position) =>
        new(3 * Math.Floor((position.Longitude + 1.5) / 3), 500_000);

    /// <summary>A projection for one neighbourhood, true at and near the position, which itself becomes about (0,
    /// 0).</summary>
    public static TransverseMercator Around(Position centre)
    {
        (_, double y) = new TransverseMercator(centre.Longitude).Forward(centre);
        return new TransverseMercator(centre.Longitude, falseNorthing: -y);
    }

    /// <summary>The projection with an EPSG code of the CGCS2000 Gauss-Krüger family (4491 to 4554), or null.</summary>
    public static TransverseMercator? FindEpsg(int code) =>
        code switch
        {
            >= 4491 and <= 4501 => new((6 * (code - 4491 + 13)) - 3, ((code - 4491 + 13) * 1_000_000) + 500_000),
            >= 4502 and <= 4512 => new((6 * (code - 4502 + 13)) - 3, 500_000),
            >= 4513 and <= 4533 => new(3 * (code - 4513 + 25), ((code - 4513 + 25) * 1_000_000) + 500_000),
            >= 4534 and <= 4554 => new(3 * (code - 4534 + 25), 500_000),
            _ => null,
        };

    /// <summary>Metres east and north.</summary>
    public (double X, double Y) Forward(Position position)
    {
        (double sinLatitude, double cosLatitude) = Degrees.SinCos(position.Latitude);
        (double sinLambda, double cosLambda) = Degrees.SinCos(Degrees.EastOf(CentralMeridian, position.Longitude));
        double tau = sinLatitude / Math.Max(cosLatitude, 1e-300);
        double conformal = ConformalTangent(tau);
        double xi = Math.Atan2(conformal, cosLambda);
        double eta = Math.Asinh(sinLambda / double.Hypot(conformal, cosLambda));
        (double sumXi, double sumEta) = Sum(_alpha, xi, eta);
        return (_falseEasting + (_radius * (eta + sumEta)), _falseNorthing + (_radius * (xi + sumXi)));
    }

    /// <summary>The position at so many metres east and north.</summary>
    public Position Inverse(double x, double y)
    {
        double xi = (y - _falseNorthing) / _radius;
        double eta = (x - _falseEasting) / _radius;
        (double sumXi, double sumEta) = Sum(_beta, xi, eta);
        xi -= sumXi;
        eta -= sumEta;
        double sinhEta = Math.Sinh(eta);
        (double sinXi, double cosXi) = Math.SinCos(xi);
        double tau = GeographicTangent(sinXi / double.Hypot(sinhEta, cosXi));
        double lambda = Math.Atan2(sinhEta, cosXi);
        return new Position(CentralMeridian + (lambda / Degrees.ToRadians), Math.Atan(tau) / Degrees.ToRadians);
    }

    /// <summary>Σ c[j] sin 2j(ξ + iη) as its real and imaginary part, by Clenshaw's recurrence on complex
    /// numbers.</summary>
    private static (double Xi, double Eta) Sum(double[] c, double xi, double eta)
    {
        (double sin, double cos) = Math.SinCos(2 * xi);
        double sinh = Math.Sinh(2 * eta);
        double cosh = Math.Sqrt(1 + (sinh * sinh));
        double stepRe = 2 * cos * cosh;
        double stepIm = -2 * sin * sinh;
        (double lastRe, double lastIm, double laterRe, double laterIm) = (0, 0, 0, 0);
        for (int j = Order; j >= 1; j--)
        {
            double nextRe = (stepRe * lastRe) - (stepIm * lastIm) - laterRe + c[j];
            double nextIm = (stepRe * lastIm) + (stepIm * lastRe) - laterIm;
            (laterRe, laterIm) = (lastRe, lastIm);
            (lastRe, lastIm) = (nextRe, nextIm);
        }

        double waveRe = sin * cosh;
        double waveIm = cos * sinh;
        return ((waveRe * lastRe) - (waveIm * lastIm), (waveRe * lastIm) + (waveIm * lastRe));
    }

    /// <summary>The tangent of the conformal latitude.</summary>
    private double ConformalTangent(double tau)
    {
        double secant = Math.Sqrt(1 + (tau * tau));
        double sigma = Math.Sinh(_e * Math.Atanh(_e * tau / secant));
        return (tau * Math.Sqrt(1 + (sigma * sigma))) - (sigma * secant);
    }

    /// <summary>The tangent of the latitude whose conformal latitude has this tangent, by Newton's method.</summary>
    private double GeographicTangent(double conformal)
    {
        double tau = conformal / (1 - _e2);
        for (int round = 0; round < MostRounds; round++)
        {
            double image = ConformalTangent(tau);
            double step =
                (conformal - image)
                / Math.Sqrt(1 + (image * image))
                * (1 + ((1 - _e2) * tau * tau))
                / ((1 - _e2) * Math.Sqrt(1 + (tau * tau)));
            tau += step;
            if (!(Math.Abs(step) > 1e-15 * Math.Max(1, Math.Abs(tau))))
            {
                break;
            }
        }

        return tau;
    }

    private static double[] Alpha(double n) =>
        Polynomials(
            n,
            [
                [1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0],
                [13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0],
                [61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0],
                [49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0],
                [34729 / 80640.0, -3418889 / 1995840.0],
                [212378941 / 319334400.0],
            ]
        );

    private static double[] Beta(double n) =>
        Polynomials(
            n,
            [
                [1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0],
                [1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0],
                [17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0],
                [4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0],
                [4583 / 161280.0, -108847 / 3991680.0],
                [20648693 / 638668800.0],
            ]
        );

    /// <summary>Coefficient j is n^j times a polynomial in n, its terms given from the lowest.</summary>
    private static double[] Polynomials(double n, double[][] terms)
    {
        double[] coefficients = new double[Order + 1];
        for (int j = 1; j <= Order; j++)
        {
            double sum = 0;
            for (int k = terms[j - 1].Length - 1; k >= 0; k--)
            {
                sum = (sum * n) + terms[j - 1][k];
            }

            coefficients[j] = sum * Math.Pow(n, j);
        }

        return coefficients;
    }
}
