using System.Globalization;
using Neighbor.Gis.Benchmarks.Timing;

namespace Neighbor.Gis.Benchmarks.Results;

/// <summary>Shows a contest to people.</summary>
internal static class ResultTable
{
    private const double Thousand = 1000;

    /// <summary>Writes one contest as lines of a table, and its facts below.</summary>
    public static void Write(TextWriter to, JobResult job)
    {
        to.WriteLine();
        to.WriteLine($"{job.Job, -42} {"runs", 5} {"p10", 11} {"p50", 11} {"p90", 11} {"bytes", 10} {"x ours", 9}");
        foreach (EntrantResult one in job.Entrants)
        {
            string ratio = one.Ratio is { } times ? times.ToString("G4", CultureInfo.InvariantCulture) : "";
            to.WriteLine(
                $"  {one.Name, -40} {one.Runs, 5} {Time(one.P10Ns), 11} {Time(one.P50Ns), 11} {Time(one.P90Ns), 11} {one.AllocatedBytes, 10} {ratio, 9}"
            );
        }

        foreach ((string name, double value) in job.Facts)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {name} {value:G6}"));
        }
    }

    private static string Time(double ns) =>
        ns switch
        {
            < Thousand => string.Create(CultureInfo.InvariantCulture, $"{ns:F1} ns"),
            < Thousand * Thousand => string.Create(CultureInfo.InvariantCulture, $"{ns / Thousand:F2} us"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{ns / Thousand / Thousand:F2} ms"),
        };
}
