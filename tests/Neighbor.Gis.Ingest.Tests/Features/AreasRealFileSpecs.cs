using Neighbor.Gis.Ingest.Features;
using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Spatial.Datums;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Testing;
using NetTopologySuite.Algorithm.Distance;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Features;

public sealed class AreasRealFileSpecs(ITestOutputHelper output)
{
    [Fact]
    public void All_files_of_a_national_set_become_areas_or_are_refused_for_a_reason()
    {
        string folder = Real("admin-cn", "datav-gcj02");
        string[] files = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories);
        int areas = 0;
        int repaired = 0;
        int invalid = 0;
        List<AreaProblem> problems = [];
        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            AreasReading reading = Read(file, Datum.Gcj02);
            areas += reading.Areas.Count;
            repaired += reading.Repairs.Count;
            problems.AddRange(reading.Problems);
            invalid += GeoJsonReader.ReadAll(File.ReadAllBytes(file)).Count(f => f.Geometry is { IsValid: false });
            Assert.All(reading.Areas, area => Assert.True(area.Geom.IsValid, $"{file}: {area.Name}"));
            Assert.Equal(reading.Features, reading.Areas.Count + reading.Problems.Count);
            foreach (AreaRepair repair in reading.Repairs)
            {
                output.WriteLine(
                    $"{Path.GetFileName(file)} {repair.Name} {repair.Fault} {repair.Change:+0.000%;-0.000%}"
                );
            }

            foreach (AreaProblem problem in reading.Problems)
            {
                output.WriteLine($"{Path.GetFileName(file)} {problem}");
            }

            foreach (AreaCode code in reading.PartlyShifted)
            {
                output.WriteLine($"{Path.GetFileName(file)} partly shifted {code}");
            }
        }

        output.WriteLine($"{files.Length} files, {areas} areas, {repaired} repaired, {problems.Count} refused");
        Assert.Equal((115, 247), (files.Length, areas + problems.Count));
        Assert.Equal(invalid, repaired + problems.Count(p => p.Fault == AreaFault.BeyondRepair));
    }

    [Fact]
    public void A_county_in_gcj02_lies_after_the_shift_where_an_independent_survey_has_it_and_before_it_does_not()
    {
        Area shifted = Read(Real("admin-cn", "datav-gcj02", "district", "360681.json"), Datum.Gcj02).Areas.Single();
        Area unshifted = Read(Real("admin-cn", "datav-gcj02", "district", "360681.json"), Datum.Wgs84).Areas.Single();
        Area surveyed = Read(Real("admin-cn", "wgs84", "yingtan_counties_2021_wgs84.geojson"), Datum.Wgs84)
            .Areas.Single(area => area.Code == shifted.Code);

        double right = MedianBoundaryMetres(shifted, surveyed);
        double wrong = MedianBoundaryMetres(unshifted, surveyed);
        output.WriteLine($"{shifted.Name}: median between boundaries {right:0} m after the shift, {wrong:0} m before");

        // Two surveys of different years, one simplified to ±100 m; undoing GCJ-02 must take away most of its 480 m here.
        Assert.InRange(right, 0, 250);
        Assert.True(wrong > 2 * right, $"{wrong} m unshifted, {right} m shifted");
        Assert.True(Overlap(shifted, surveyed) > Overlap(unshifted, surveyed));
    }

    [Fact]
    public void Over_the_counties_of_a_province_most_of_the_shift_of_gcj02_is_gone()
    {
        Dictionary<AreaCode, Area> surveyed = Read(
            Real("admin-cn", "wgs84", "fujian_counties_2021_wgs84.geojson"),
            Datum.Wgs84
        )
            .Areas.ToDictionary(area => area.Code);
        string folder = Real("admin-cn", "datav-gcj02", "district");
        (double east, double north, int compared) = MeanOffset(Datum.Gcj02);
        (double eastBefore, double northBefore, _) = MeanOffset(Datum.Wgs84);
        output.WriteLine(
            $"{compared} counties: {east:0} m east, {north:0} m north after the shift; {eastBefore:0}, {northBefore:0} before"
        );

        Assert.True(compared >= 50, $"only {compared} counties in both sets");
        // The surveyed set lies some 100 m off on its own (its source says ±100 m).
        Assert.InRange(double.Hypot(east, north), 0, 150);
        Assert.InRange(double.Hypot(eastBefore, northBefore), 450, 700);

        (double East, double North, int Count) MeanOffset(Datum datum)
        {
            List<(double East, double North)> offsets = [];
            foreach (string file in Directory.GetFiles(folder, "35*.json"))
            {
                Area area = Read(file, datum).Areas.Single();
                if (surveyed.TryGetValue(area.Code, out Area? other) && Overlap(area, other) > 0.9)
                {
                    Point a = area.Geom.Centroid;
                    Point b = other.Geom.Centroid;
                    offsets.Add(
                        ((a.X - b.X) * 111_320 * Math.Cos(double.DegreesToRadians(a.Y)), (a.Y - b.Y) * 110_800)
                    );
                }
            }

            return (offsets.Average(o => o.East), offsets.Average(o => o.North), offsets.Count);
        }
    }

    [Fact]
    public void A_foreign_municipality_is_imported_under_a_given_code_and_its_stamped_crs_agrees()
    {
        AreasReading reading = Read(
            Real("osm", "las-palmas-2023", "municipality_boundary_cnig.geojson"),
            Datum.Wgs84,
            options =>
                options with
                {
                    Code = AreaCode.Parse("990116000000"),
                    Name = "Las Palmas",
                    Level = AreaLevel.County,
                }
        );
        Area area = reading.Areas.Single();
        Assert.Equal("urn:ogc:def:crs:OGC:1.3:CRS84", reading.CrsName);

        // 100.55 square kilometres by the Spanish gazetteer of municipalities.
        Assert.InRange(GeodesicArea.SquareMetres(area.Geom), 99.5e6, 103.5e6);
    }

    [Fact]
    public void Catchments_in_metres_are_refused_and_their_reference_system_is_named()
    {
        AreasReading reading = Read(
            Real("osm", "las-palmas-2023", "secondary_school_catchments_gobcan.geojson"),
            Datum.Wgs84
        );
        Assert.Empty(reading.Areas);
        Assert.Equal(
            (AreaFault.Projected, "urn:ogc:def:crs:EPSG::5635"),
            (reading.Problems[0].Fault, reading.Problems[0].Found)
        );
    }

    [Fact]
    public void Villages_come_by_named_properties_and_codes_that_are_none_of_ours_are_refused_one_by_one()
    {
        AreasReading reading = Read(
            Real("admin-cn", "kinmen-villages", "kinmen_villages.geojson"),
            Datum.Wgs84,
            options => options with { CodeProperty = "VILLCODE", NameProperty = "VILLNAME" }
        );
        Assert.Equal(37, reading.Features);
        Assert.All(reading.Problems, problem => Assert.Equal(AreaFault.BadCode, problem.Fault));
        Assert.Equal(37, reading.Problems.Count);
    }

    [Fact]
    public void Quantised_outlines_are_mended_or_refused()
    {
        foreach (string file in Directory.GetFiles(Real("admin-cn", "dirty-quantized")))
        {
            AreasReading reading = Read(file, Datum.Gcj02, options => options with { Level = AreaLevel.County });
            foreach (AreaRepair repair in reading.Repairs)
            {
                output.WriteLine($"{repair.Name} {repair.Fault} {repair.Change:+0.000%;-0.000%}");
            }

            Assert.Equal(1, reading.Areas.Count + reading.Problems.Count);
            Assert.All(reading.Areas, area => Assert.True(area.Geom.IsValid));
        }
    }

    private static string Real(params string[] parts)
    {
        string? path = RepositoryFiles.FindReal(Path.Combine(parts));
        Assert.SkipWhen(path is null, $"SKIPPED: no real data at {Path.Combine(parts)}");
        return path!;
    }

    private static AreasReading Read(
        string file,
        Datum datum,
        Func<AreasImportOptions, AreasImportOptions>? change = null
    )
    {
        AreasImportOptions options = new() { Datum = datum, Source = "real" };
        using FileStream stream = File.OpenRead(file);
        return AreasImport.Read(stream, change?.Invoke(options) ?? options);
    }

    /// <summary>Half of one boundary's vertices lie nearer to the other boundary than this.</summary>
    private static double MedianBoundaryMetres(Area from, Area to)
    {
        Geometry line = to.Geom.Boundary;
        List<double> metres = [];
        foreach (Coordinate vertex in from.Geom.Coordinates)
        {
            PointPairDistance nearest = new();
            DistanceToPoint.ComputeDistance(line, vertex, nearest);
            Coordinate foot = nearest[0].Equals2D(vertex) ? nearest[1] : nearest[0];
            metres.Add(Geodesic.Metres(new Spatial.Position(vertex.X, vertex.Y), new Spatial.Position(foot.X, foot.Y)));
        }

        metres.Sort();
        return metres[metres.Count / 2];
    }

    private static double Overlap(Area a, Area b) => a.Geom.Intersection(b.Geom).Area / a.Geom.Union(b.Geom).Area;
}
