using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Testing;
using Xunit;

namespace Neighbor.Gis.Spatial.Tests.Distances;

public sealed class GeodesicSpecs
{
    private static readonly GeodesicInverse OnWgs84 = new(Ellipsoid.Wgs84);
    private static readonly GeodesicInverse OnCgcs2000 = new(Ellipsoid.Cgcs2000);

    [Fact]
    public void Published_lengths_and_azimuths_are_met()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Case("geodesic.json")));
        foreach (JsonElement item in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            GeodesicInverse solver = item.GetProperty("ellipsoid").GetString() == "wgs84" ? OnWgs84 : OnCgcs2000;
            GeodesicLine line = solver.Solve(PositionOf(item.GetProperty("from")), PositionOf(item.GetProperty("to")));

            Assert.Equal(
                item.GetProperty("metres").GetDouble(),
                line.Metres,
                item.GetProperty("withinMetres").GetDouble()
            );
            if (item.TryGetProperty("azimuths", out JsonElement azimuths))
            {
                Assert.Equal(azimuths[0].GetDouble(), line.StartAzimuthDegrees, 1e-6);
                Assert.Equal(azimuths[1].GetDouble(), line.EndAzimuthDegrees, 1e-6);
            }
        }
    }

    [Fact]
    public void Every_inverse_problem_of_the_reference_set_is_solved_to_a_micrometre()
    {
        string? path = RepositoryFiles.FindReal("vectors/geodesic/geodsolve_inverse.csv");
        if (path is null)
        {
            Assert.Skip("SKIPPED: no real data: the 716 GeodSolve inverse problems were not compared.");
        }

        int compared = 0;
        double worst = 0;
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] cells = line.Split(',');
            double[] n = [.. cells.Skip(2).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            GeodesicInverse solver = cells[0] == "WGS84" ? OnWgs84 : OnCgcs2000;
            GeodesicLine solved = solver.Solve(new Position(n[1], n[0]), new Position(n[3], n[2]));

            double error = Math.Abs(solved.Metres - n[4]);
            Assert.True(error < 1e-6, $"{line}: got {solved}");
            if (n[4] > 1 && cells[1] is "local" or "global")
            {
                // Positions there are rounded to 1e-12 degrees, which turns a line of a metre by 1e-7 degrees.
                double loose = 1e-9 + (2e-5 / n[4]);
                Assert.True(Math.Abs(Degrees(solved.StartAzimuthDegrees, n[5])) < loose, $"{line}: got {solved}");
                Assert.True(Math.Abs(Degrees(solved.EndAzimuthDegrees, n[6])) < loose, $"{line}: got {solved}");
            }

            worst = Math.Max(worst, error);
            compared++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} problems, worst {worst:g3} m");
        Assert.Equal(716, compared);
    }

    [Fact]
    public void A_length_is_the_same_both_ways_and_the_azimuths_turn_round() =>
        Prop.ForAll(
                Pairs(Numbers.Positions(-180, -89, 180, 89)),
                pair =>
                {
                    GeodesicLine there = Geodesic.Inverse(pair.A, pair.B);
                    GeodesicLine back = Geodesic.Inverse(pair.B, pair.A);
                    double turned = Degrees(there.StartAzimuthDegrees + 180, back.EndAzimuthDegrees);
                    return Math.Abs(there.Metres - back.Metres) < 1e-8
                        && (there.Metres < 1 || there.Metres > 1.99e7 || Math.Abs(turned) < 1e-6);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_way_round_a_third_position_is_shorter() =>
        Prop.ForAll(
                (
                    from a in Numbers.Positions(-180, -90, 180, 90)
                    from b in Numbers.Positions(-180, -90, 180, 90)
                    from c in Numbers.Positions(-180, -90, 180, 90)
                    select (a, b, c)
                ).ToArbitrary(),
                t => Geodesic.Metres(t.a, t.c) <= Geodesic.Metres(t.a, t.b) + Geodesic.Metres(t.b, t.c) + 1e-7
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_the_earth_changes_no_length() =>
        Prop.ForAll(
                Pairs(Numbers.FujianPositions),
                pair =>
                {
                    Position a = new(pair.A.Longitude + 90, pair.A.Latitude);
                    Position b = new(pair.B.Longitude + 90, pair.B.Latitude);
                    return Math.Abs(Geodesic.Metres(pair.A, pair.B) - Geodesic.Metres(a, b)) < 1e-7;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0, 180, 0)]
    [InlineData(0, 0, 179.9, 0)]
    [InlineData(0, 0, 179.5, 0.0001)]
    [InlineData(0, 20, 180, -20)]
    [InlineData(0, 90, 55, -90)]
    [InlineData(10, 1e-9, -170, -1e-9)]
    public void Antipodes_find_a_shortest_line_no_longer_than_half_a_meridian(
        double x1,
        double y1,
        double x2,
        double y2
    )
    {
        const double HalfMeridian = 20_003_931.4586;
        double metres = Geodesic.Metres(new Position(x1, y1), new Position(x2, y2));
        Assert.InRange(metres, 19_900_000, HalfMeridian + 0.001);
    }

    [Fact]
    public void A_position_is_no_metres_from_itself_wherever_it_is() =>
        Prop.ForAll(
                Numbers.Positions(-180, -90, 180, 90).ToArbitrary(),
                position => Geodesic.Metres(position, position) == 0
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_millimetre_is_a_millimetre()
    {
        // 1e-8 degrees of latitude at 25° north: M·π/180·1e-8 with M = a(1-e²)/(1-e² sin²φ)^1.5 = 6 346 829.4 m.
        double metres = Geodesic.Metres(new Position(118, 25), new Position(118, 25.00000001));
        Assert.Equal(0.00110773, metres, 2e-8);
    }

    [Fact]
    public void A_line_is_as_long_as_its_parts()
    {
        Position[] line = [new(118, 25), new(118.01, 25), new(118.01, 25.01), new(118.02, 25.02)];
        double expected =
            Geodesic.Metres(line[0], line[1]) + Geodesic.Metres(line[1], line[2]) + Geodesic.Metres(line[2], line[3]);
        Assert.Equal(expected, Geodesic.Metres(line));
        Assert.Equal(0, Geodesic.Metres(ReadOnlySpan<Position>.Empty));
    }

    [Fact]
    public void Measuring_allocates_nothing()
    {
        Position a = new(118.1, 25.1);
        Position b = new(118.2, 25.3);
        double sum = Geodesic.Metres(a, b);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            sum += Geodesic.Metres(a, b);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }

    private static Arbitrary<(Position A, Position B)> Pairs(Gen<Position> positions) =>
        (from a in positions from b in positions select (a, b)).ToArbitrary();

    private static double Degrees(double a, double b) => Math.IEEERemainder(a - b, 360);

    private static Position PositionOf(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());
}
