using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Spatial.Projections;
using Neighbor.Gis.Testing;
using Xunit;

namespace Neighbor.Gis.Spatial.Tests.Projections;

public sealed class TransverseMercatorSpecs
{
    [Fact]
    public void Known_places_have_their_known_coordinates_on_both_sides_of_118_5_east()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Case("gauss-kruger.json")));
        double within = file.RootElement.GetProperty("withinMetres").GetDouble();
        foreach (JsonElement item in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            JsonElement pair = item.GetProperty("position");
            TransverseMercator projection = TransverseMercator.FindEpsg(item.GetProperty("epsg").GetInt32())!;
            (double x, double y) = projection.Forward(new Position(pair[0].GetDouble(), pair[1].GetDouble()));

            Assert.Equal(item.GetProperty("east").GetDouble(), x, within);
            Assert.Equal(item.GetProperty("north").GetDouble(), y, within);
        }
    }

    [Fact]
    public void Every_pair_of_the_reference_set_is_met_both_ways()
    {
        string? path = RepositoryFiles.FindReal("vectors/cgcs2000/cgcs2000_gk_pairs_proj.csv");
        if (path is null)
        {
            Assert.Skip("SKIPPED: no real data: the PROJ pairs of CGCS2000 were not compared.");
        }

        int compared = 0;
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] cells = line.Split(',');
            TransverseMercator? projection = TransverseMercator.FindEpsg(
                int.Parse(cells[0], CultureInfo.InvariantCulture)
            );
            if (projection is null)
            {
                Assert.Equal("3857", cells[0]); // the only one that is not of the family
                continue;
            }

            double[] n = [.. cells.Skip(2).Take(4).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            (double x, double y) = projection.Forward(new Position(n[0], n[1]));
            Position back = projection.Inverse(n[3], n[2]);

            Assert.True(Math.Abs(x - n[3]) < 6e-6 && Math.Abs(y - n[2]) < 6e-6, $"{line}: got {x:f6} {y:f6}");
            Assert.True(
                Math.Abs(back.Longitude - n[0]) < 1e-10 && Math.Abs(back.Latitude - n[1]) < 1e-10,
                $"{line}: got {back}"
            );
            compared++;
        }

        Assert.Equal(458, compared);
    }

    [Fact]
    public void There_and_back_is_the_same_place_to_a_nanometre_or_two() =>
        Prop.ForAll(
                (
                    from meridian in Numbers.Between(75, 135)
                    from east in Numbers.Between(-20, 20)
                    from latitude in Numbers.Between(-80, 80)
                    select (meridian, position: new Position(meridian + east, latitude))
                ).ToArbitrary(),
                t =>
                {
                    TransverseMercator projection = new(t.meridian, 500_000);
                    (double x, double y) = projection.Forward(t.position);
                    Position back = projection.Inverse(x, y);
                    return Math.Abs(back.Longitude - t.position.Longitude) < 2e-13
                        && Math.Abs(back.Latitude - t.position.Latitude) < 1e-13;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Near_its_meridian_the_plane_measures_what_the_ellipsoid_measures() =>
        Prop.ForAll(
                (
                    from origin in Numbers.FujianPositions
                    from east in Numbers.Between(-0.02, 0.02)
                    from north in Numbers.Between(-0.02, 0.02)
                    select (origin, other: new Position(origin.Longitude + east, origin.Latitude + north))
                ).ToArbitrary(),
                t =>
                {
                    TransverseMercator projection = TransverseMercator.Around(t.origin);
                    (double x, double y) = projection.Forward(t.other);
                    double metres = Geodesic.Metres(t.origin, t.other);
                    return Math.Abs(double.Hypot(x, y) - metres) < 1e-6 * metres + 1e-8;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void On_the_central_meridian_north_is_the_length_of_the_meridian()
    {
        Position place = new(120, 26);
        (double x, double y) = TransverseMercator.Epsg4549.Forward(place);
        Assert.Equal(500_000, x, 1e-9);
        Assert.Equal(Geodesic.Metres(new Position(120, 0), place), y, 1e-7);
    }

    [Theory]
    [InlineData(118.49999, 117)]
    [InlineData(118.5, 120)]
    [InlineData(115.5, 117)]
    public void The_zone_of_a_place_changes_at_118_5_east(double longitude, double meridian) =>
        Assert.Equal(meridian, TransverseMercator.ZoneAt(new Position(longitude, 25)).CentralMeridian);

    [Theory]
    [InlineData(4490)]
    [InlineData(4555)]
    [InlineData(3857)]
    public void A_code_outside_the_family_has_no_projection(int code) => Assert.Null(TransverseMercator.FindEpsg(code));

    [Fact]
    public void Projecting_allocates_nothing()
    {
        TransverseMercator projection = TransverseMercator.Epsg4549;
        double sum = 0;
        Run(projection, ref sum);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(projection, ref sum);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(TransverseMercator projection, ref double sum)
    {
        for (int i = 0; i < 1000; i++)
        {
            (double x, double y) = projection.Forward(new Position(119 + (i * 1e-3), 25));
            sum += projection.Inverse(x, y).Longitude;
        }
    }
}
