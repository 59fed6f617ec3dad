using System.Globalization;

namespace Neighbor.Gis.Spatial.Datums;

/// <summary>GCJ-02 适用范围. The ground on which GCJ-02 differs from WGS 84, drawn coarsely.</summary>
/// <remarks>
/// <para>
/// Own drawing, for one question only: is a declared GCJ-02 position shifted at all? It runs kilometres outside the
/// land and tens of kilometres off the coast, and within a kilometre of Hong Kong and Macao. It is no boundary of
/// anything else. The rectangles in circulation would also shift Seoul, Hanoi and Taipei.
/// </para>
/// <para>Shapes: <c>Ring</c> is longitude and latitude in turn, not closed. Cost: one pass over 197 vertices.</para>
/// </remarks>
internal static class MainlandOutline
{
    private const string BeibuGulfAndTheSouthernIslands = """
        108.0 21.4, 107.8 20.4, 108.2 19.0, 108.5 17.9, 110.0 17.0, 110.6 14.0, 111.3 9.0, 111.8 5.5, 113.0 4.2,
        115.3 7.5, 116.8 9.8, 118.0 12.5, 118.8 15.5, 118.0 18.5, 117.3 20.3, 115.0 21.5, 114.6 22.12, 113.9 22.12,
        113.65 22.06
        """;

    private const string LeavingMacaoOutside = """
        113.57 22.07, 113.552 22.1, 113.545 22.13, 113.528 22.18, 113.536 22.212, 113.556 22.217, 113.58 22.212
        """;

    private const string LeavingHongKongOutside = """
        113.66 22.22, 113.8 22.42, 113.9 22.44, 113.96 22.485, 114.03 22.503, 114.06 22.516, 114.085 22.531,
        114.115 22.534, 114.145 22.5425, 114.165 22.56, 114.195 22.556, 114.225 22.548, 114.245 22.555, 114.3 22.563,
        114.42 22.56, 114.47 22.42
        """;

    private const string CoastToTheYalu = """
        114.7 22.3, 116.0 22.2, 117.4 22.9, 118.3 23.6, 119.3 24.4, 120.1 25.2, 120.8 26.3, 121.8 27.3, 122.8 28.9,
        123.4 30.5, 122.9 32.0, 121.8 34.0, 121.5 35.6, 123.2 36.5, 123.2 38.4, 124.0 39.4, 124.4 39.9
        """;

    private const string NorthEast = """
        125.2 40.45, 126.2 40.9, 127.0 41.5, 128.2 41.2, 128.6 41.9, 129.6 42.1, 130.1 42.6, 130.4 42.15, 130.9 42.25,
        131.4 43.2, 131.5 44.7, 133.3 44.9, 134.2 46.4, 135.0 47.6, 135.12 48.35, 135.11 48.465, 134.3 48.55,
        133.0 48.25, 132.5 47.95, 131.1 47.8, 131.0 48.9, 129.7 49.55, 128.0 49.8, 127.65 50.4, 127.1 51.7, 126.2 53.0,
        123.6 53.7, 120.9 53.45, 119.8 52.7, 120.3 52.1, 119.4 51.4, 118.9 50.6
        """;

    private const string AlongMongolia = """
        117.8 49.7, 116.6 50.0, 115.3 48.1, 115.5 47.55, 117.3 47.45, 118.5 47.8, 119.5 47.1, 119.6 46.85, 118.3 46.85,
        116.6 46.45, 115.6 45.6, 114.4 45.55, 113.6 44.9, 112.0 45.25, 111.3 44.8, 111.2 43.6, 110.3 42.85, 109.2 42.6,
        107.5 42.55, 106.7 42.4, 105.0 41.75, 104.5 42.05, 103.8 41.95, 102.0 42.6, 101.4 42.75, 100.3 42.8, 97.2 43.0,
        96.4 43.0, 96.0 43.3, 95.5 44.4, 93.5 45.1, 91.1 45.3, 91.2 46.7, 90.2 47.9, 88.7 48.3
        """;

    private const string NorthWest = """
        87.9 49.3, 86.7 49.25, 85.5 48.5, 85.4 47.2, 82.9 47.3, 82.1 45.6, 81.7 45.5, 79.8 45.2, 80.2 43.2, 79.9 42.6,
        79.9 42.2, 78.3 41.45, 76.7 41.15, 75.7 40.75, 74.6 40.6, 73.5 40.1, 73.3 39.4, 73.7 38.3, 74.6 38.1,
        74.6 37.4, 74.3 37.3, 74.3 36.9
        """;

    private const string SouthWest = """
        75.3 36.55, 75.8 35.8, 77.9 35.3, 78.0 34.7, 78.5 33.9, 78.4 33.5, 78.2 32.7, 78.2 32.35, 78.6 31.0, 81.0 29.9,
        82.2 29.9, 84.1 28.7, 85.6 28.1, 86.2 27.8, 88.0 27.75, 88.65 27.9, 88.65 27.4, 88.9 27.0, 89.3 27.2,
        89.7 28.0, 91.4 27.75, 91.6 26.8, 93.8 26.8, 95.2 27.6, 96.0 28.0, 96.9 27.6, 97.5 27.8, 98.1 27.5, 98.6 26.4,
        98.4 25.9, 97.6 25.3, 97.3 24.8, 97.4 23.8, 98.6 22.9, 99.2 22.7, 99.0 22.0, 100.2 21.3, 101.1 21.1,
        101.75 21.0, 101.95 21.2, 102.0 22.3, 102.5 22.4, 103.5 22.35, 104.0 22.4, 104.8 22.7, 105.3 23.0, 106.4 22.7,
        106.5 21.9, 107.3 21.5
        """;

    private static readonly double[] Ring = Join(
        BeibuGulfAndTheSouthernIslands,
        LeavingMacaoOutside,
        LeavingHongKongOutside,
        CoastToTheYalu,
        NorthEast,
        AlongMongolia,
        NorthWest,
        SouthWest
    );

    /// <summary>Whether GCJ-02 shifts a position.</summary>
    public static bool Contains(Position position)
    {
        bool isInside = false;
        double[] ring = Ring;
        double beforeX = ring[^2];
        double beforeY = ring[^1];
        for (int i = 0; i < ring.Length; i += 2)
        {
            (double x, double y) = (ring[i], ring[i + 1]);
            if (
                y > position.Latitude != beforeY > position.Latitude
                && position.Longitude < ((beforeX - x) * (position.Latitude - y) / (beforeY - y)) + x
            )
            {
                isInside = !isInside;
            }

            (beforeX, beforeY) = (x, y);
        }

        return isInside;
    }

    private static double[] Join(params string[] stretches) =>
        [
            .. stretches
                .SelectMany(stretch => stretch.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
        ];
}
