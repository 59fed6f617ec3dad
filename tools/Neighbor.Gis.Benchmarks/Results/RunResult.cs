using Neighbor.Gis.Benchmarks.Timing;

namespace Neighbor.Gis.Benchmarks.Results;

/// <summary>All that one run of the benchmarks found; what is kept as a file.</summary>
/// <param name="Schema">The version of this form.</param>
/// <param name="Date">The day.</param>
/// <param name="Machine">Processor and number of cores.</param>
/// <param name="Runtime">The runtime of .NET.</param>
/// <param name="Commit">The commit that was measured, or an empty text.</param>
/// <param name="Town">The town's name.</param>
/// <param name="Sizes">How much of everything there is in it.</param>
/// <param name="Jobs">The contests.</param>
internal sealed record RunResult(
    int Schema,
    string Date,
    string Machine,
    string Runtime,
    string Commit,
    string Town,
    IReadOnlyDictionary<string, long> Sizes,
    IReadOnlyList<JobResult> Jobs
)
{
    /// <summary>The version of the form; a change that readers must know of raises it.</summary>
    public const int CurrentSchema = 1;
}
