namespace Neighbor.Gis.Spatial.Distances;

/// <summary>The expansions behind a geodesic, to the sixth order in the small parameter ε.</summary>
/// <remarks>
/// <para>Source: Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013), equations 15, 17, 18, 24, 25, 42 and
/// 43.</para>
/// <para>Cost: constant; no allocations. A series is written to <c>double[Order + 1]</c>; element 0 is not used.</para>
/// </remarks>
internal static class GeodesicSeries
{
    /// <summary>The highest multiple of σ kept.</summary>
    public const int Order = 6;

    /// <summary>A1 - 1: the length of a geodesic per unit of arc on the auxiliary sphere, less one.</summary>
    public static double A1Less1(double eps)
    {
        double e2 = eps * eps;
        double even = e2 * ((1 / 4.0) + (e2 * ((1 / 64.0) + (e2 / 256))));
        return (even + eps) / (1 - eps);
    }

    /// <summary>A2 - 1: the same for the reduced length.</summary>
    public static double A2Less1(double eps)
    {
        double e2 = eps * eps;
        double even = e2 * ((1 / 4.0) + (e2 * ((9 / 64.0) + (e2 * 25 / 256))));
        return (even * (1 - eps)) - eps;
    }

    /// <summary>The sine coefficients that go with A1.</summary>
    public static void C1(double eps, Span<double> c)
    {
        double e2 = eps * eps;
        double power = eps;
        c[1] = power * ((-1 / 2.0) + (e2 * ((3 / 16.0) - (e2 / 32))));
        power *= eps;
        c[2] = power * ((-1 / 16.0) + (e2 * ((1 / 32.0) - (e2 * 9 / 2048))));
        power *= eps;
        c[3] = power * ((-1 / 48.0) + (e2 * 3 / 256));
        power *= eps;
        c[4] = power * ((-5 / 512.0) + (e2 * 3 / 512));
        power *= eps;
        c[5] = power * -7 / 1280;
        power *= eps;
        c[6] = power * -7 / 2048;
    }

    /// <summary>The sine coefficients that go with A2.</summary>
    public static void C2(double eps, Span<double> c)
    {
        double e2 = eps * eps;
        double power = eps;
        c[1] = power * ((1 / 2.0) + (e2 * ((1 / 16.0) + (e2 / 32))));
        power *= eps;
        c[2] = power * ((3 / 16.0) + (e2 * ((1 / 32.0) + (e2 * 35 / 2048))));
        power *= eps;
        c[3] = power * ((5 / 48.0) + (e2 * 5 / 256));
        power *= eps;
        c[4] = power * ((35 / 512.0) + (e2 * 7 / 512));
        power *= eps;
        c[5] = power * 63 / 1280;
        power *= eps;
        c[6] = power * 77 / 2048;
    }

    /// <summary>A3: how fast longitude grows with arc on the auxiliary sphere.</summary>
    public static double A3(double eps, double n)
    {
        double order1 = (1 - n) / 2;
        double order2 = (1 / 4.0) + (n * ((1 / 8.0) - (n * 3 / 8)));
        double order3 = (1 / 16.0) + (n * ((3 / 16.0) + (n / 16)));
        double order4 = (3 / 64.0) + (n / 32);
        double order5 = 3 / 128.0;
        return 1 - (eps * (order1 + (eps * (order2 + (eps * (order3 + (eps * (order4 + (eps * order5)))))))));
    }

    /// <summary>The sine coefficients that go with A3; the sixth is beyond the order of the expansion.</summary>
    public static void C3(double eps, double n, Span<double> c)
    {
        double n2 = n * n;
        double e2 = eps * eps;
        double e3 = e2 * eps;
        double e4 = e2 * e2;
        double e5 = e4 * eps;
        c[1] =
            (eps * (1 - n) / 4)
            + (e2 * (1 - n2) / 8)
            + (e3 * (3 + (3 * n) - n2) / 64)
            + (e4 * (5 + (2 * n)) / 128)
            + (e5 * 3 / 128);
        c[2] =
            (e2 * (2 - (3 * n) + n2) / 32)
            + (e3 * (3 - (2 * n) - (3 * n2)) / 64)
            + (e4 * (3 + n) / 128)
            + (e5 * 5 / 256);
        c[3] = (e3 * (5 - (9 * n) + (5 * n2)) / 192) + (e4 * (9 - (10 * n)) / 384) + (e5 * 7 / 512);
        c[4] = (e4 * (7 - (14 * n)) / 512) + (e5 * 7 / 512);
        c[5] = e5 * 21 / 2560;
        c[6] = 0;
    }

    /// <summary>Σ c[k] sin 2kσ, by Clenshaw's recurrence.</summary>
    public static double SineSum(double sinSigma, double cosSigma, ReadOnlySpan<double> c)
    {
        double twoCos2Sigma = 2 * (cosSigma - sinSigma) * (cosSigma + sinSigma);
        double later = 0;
        double last = 0;
        for (int k = Order; k >= 1; k--)
        {
            double next = (twoCos2Sigma * last) - later + c[k];
            later = last;
            last = next;
        }

        return 2 * sinSigma * cosSigma * last;
    }
}
