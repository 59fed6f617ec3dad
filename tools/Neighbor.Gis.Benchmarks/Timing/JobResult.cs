namespace Neighbor.Gis.Benchmarks.Timing;

/// <summary>What a job's contest came to.</summary>
/// <param name="Job">The job.</param>
/// <param name="Entrants">The times, ours first.</param>
/// <param name="Facts">Counts and checks beside the times, by name.</param>
internal sealed record JobResult(
    string Job,
    IReadOnlyList<EntrantResult> Entrants,
    IReadOnlyDictionary<string, double> Facts
);
