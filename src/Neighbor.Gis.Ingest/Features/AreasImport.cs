using Neighbor.Gis.Layers.Formats;

namespace Neighbor.Gis.Ingest.Features;

/// <summary>区划导入. Turns polygons of a GeoJSON file, in a declared datum, into areas in CGCS2000.</summary>
/// <remarks>
/// <para>
/// Nothing is guessed silently: a file that contradicts its declaration, numbers in metres, swapped axes, missing or
/// foreign codes are refused with their place; rings that are open are closed and outlines that are broken are mended,
/// and both are counted. Each feature is judged alone, so that one run lists everything that has to be put right.
/// </para>
/// </remarks>
public static class AreasImport
{
    /// <summary>Properties that hold a code, in the order they are looked for; case does not count.</summary>
    public static IReadOnlyList<string> CodeProperties { get; } =
    ["adcode", "code", "代码", "区划代码", "行政区划代码"];

    /// <summary>Properties that hold a name, in the order they are looked for; case does not count.</summary>
    public static IReadOnlyList<string> NameProperties { get; } = ["name", "名称", "地名"];

    /// <summary>Reads a file to its end.</summary>
    /// <param name="stream">The GeoJSON, which stays the caller's.</param>
    /// <param name="options">What was declared about it.</param>
    /// <param name="progress">Is told how many bytes have been read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static AreasReading Read(
        Stream stream,
        AreasImportOptions options,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        GeoJsonReader reader = new(stream, new GeoJsonReaderOptions { CloseRings = true });
        AreaMaker maker = new(options);
        List<AreaProblem> fileProblems = [];
        try
        {
            foreach (Feature feature in reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                maker.Take(feature, reader.Count - 1);
                progress?.Report(reader.BytesRead);
            }
        }
        catch (GeoJsonException problem)
        {
            fileProblems.Add(Describe(problem));
        }

        if (reader.CrsName is string crs && !options.IgnoreCrs && !CrsNames.Agrees(crs, options.Datum))
        {
            fileProblems.Insert(
                0,
                new AreaProblem(
                    CrsNames.IsProjected(crs) ? AreaFault.Projected : AreaFault.CrsContradictsDatum,
                    null,
                    null,
                    "crs",
                    crs,
                    Spatial.Datums.DatumWords.Word(options.Datum)
                )
            );
        }

        if (reader.Count == 0 && fileProblems.Count == 0)
        {
            fileProblems.Add(new AreaProblem(AreaFault.Empty, null, null, "features", "[]", "1"));
        }

        if ((options.Code is not null || options.Name is not null) && reader.Count > 1)
        {
            fileProblems.Add(
                new AreaProblem(
                    AreaFault.OneForMany,
                    null,
                    null,
                    options.Code is not null ? "--code" : "--name",
                    reader.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    "1"
                )
            );
        }

        // A fault of the file makes every area in it doubtful: a wrong datum, or an end that is missing.
        return new AreasReading
        {
            Areas = fileProblems.Count == 0 ? maker.Areas : [],
            Problems = [.. fileProblems, .. maker.Problems],
            Repairs = maker.Repairs,
            PartlyShifted = maker.PartlyShifted,
            Features = reader.Count,
            ClosedRings = reader.ClosedRings,
            CrsName = reader.CrsName,
        };
    }

    private static AreaProblem Describe(GeoJsonException problem)
    {
        AreaFault fault = problem switch
        {
            { OutOfRange: { } at } when Math.Abs(at.Longitude) <= 90 && Math.Abs(at.Latitude) <= 180 =>
                AreaFault.SwappedAxes,
            { OutOfRange: not null } => AreaFault.Projected,
            _ => AreaFault.NotGeoJson,
        };
        return new AreaProblem(fault, problem.FeatureIndex, null, problem.Path, problem.Found, problem.Allowed)
        {
            At = problem.OutOfRange,
            Cause = problem,
        };
    }
}
