using Neighbor.Gis.Ingest.Features;
using Neighbor.Gis.Spatial.Projections;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Features;

public sealed class EqualAreaSpecs
{
    [Theory]
    [InlineData(0)]
    [InlineData(25.2)]
    [InlineData(53)]
    [InlineData(-30)]
    public void A_field_between_meridians_and_parallels_has_the_area_the_radii_of_curvature_give(double south)
    {
        // The oracle sums M N cos(latitude) over thin strips; M and N are the radii along the meridian and across it.
        const double A = 6378137;
        const double F = 1 / 298.257222101;
        const double E2 = F * (2 - F);
        const int Strips = 20_000;
        double sum = 0;
        for (int i = 0; i < Strips; i++)
        {
            double latitude = double.DegreesToRadians(south + ((i + 0.5) / Strips));
            double w2 = 1 - (E2 * Math.Sin(latitude) * Math.Sin(latitude));
            double m = A * (1 - E2) / (w2 * Math.Sqrt(w2));
            double n = A / Math.Sqrt(w2);
            sum += m * n * Math.Cos(latitude) * double.DegreesToRadians(1.0 / Strips) * double.DegreesToRadians(2);
        }

        Geometry field = new Polygon(
            new LinearRing([
                new(117, south),
                new(119, south),
                new(119, south + 1),
                new(117, south + 1),
                new(117, south),
            ])
        );
        Assert.Equal(1, EqualArea.SquareMetres(field) / sum, 1e-9);
        Assert.Equal(1, EqualArea.SquareMetres(field.Reverse()) / sum, 1e-9);
    }

    [Fact]
    public void A_slanted_outline_with_a_hole_has_the_area_of_its_plan()
    {
        Geometry outline = new WKTReader().Read(
            "POLYGON ((118.50 25.20, 118.62 25.22, 118.58 25.31, 118.51 25.29, 118.50 25.20), (118.54 25.23, 118.55 25.25, 118.56 25.23, 118.54 25.23))"
        );
        Geometry plan = outline.Copy();
        TransverseMercator projection = new(118.55);
        foreach (Coordinate position in plan.Coordinates)
        {
            (position.X, position.Y) = projection.Forward(new Spatial.Position(position.X, position.Y));
        }

        plan.GeometryChanged();
        // Within 6 km of its meridian the projection stretches areas by less than 1e-6, and bends edges by centimetres.
        Assert.Equal(1, EqualArea.SquareMetres(outline) / plan.Area, 1e-5);
    }

    [Fact]
    public void Several_polygons_are_summed_and_empty_ones_are_nothing()
    {
        WKTReader reader = new();
        Geometry one = reader.Read("POLYGON ((118 25, 119 25, 119 26, 118 25))");
        Geometry two = reader.Read(
            "MULTIPOLYGON (((118 25, 119 25, 119 26, 118 25)), EMPTY, ((118 25, 119 26, 119 25, 118 25)))"
        );
        Assert.Equal(2, EqualArea.SquareMetres(two) / EqualArea.SquareMetres(one), 1e-12);
    }
}
