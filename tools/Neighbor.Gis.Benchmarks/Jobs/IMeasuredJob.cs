using Neighbor.Gis.Benchmarks.Timing;

namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>Something the product does, to be timed beside those who do it too.</summary>
internal interface IMeasuredJob
{
    /// <summary>What it is asked for by.</summary>
    public string Name { get; }

    /// <summary>Compares the answers first, and the times when they agree.</summary>
    /// <exception cref="MismatchException">Two who must agree do not.</exception>
    public Task<IReadOnlyList<JobResult>> MeasureAsync(Bench bench, CancellationToken cancellation);
}
