namespace Neighbor.Gis.Benchmarks.Timing;

/// <summary>How one entrant did, per answer.</summary>
/// <param name="Name">Who.</param>
/// <param name="Runs">How many runs were timed.</param>
/// <param name="P10Ns">One in ten was faster, in nanoseconds.</param>
/// <param name="P50Ns">The median.</param>
/// <param name="P90Ns">Nine in ten were faster.</param>
/// <param name="AllocatedBytes">Managed bytes one run allocates, the median.</param>
/// <param name="Ratio">The median of this one's times over ours in the same rounds; null for ours.</param>
internal sealed record EntrantResult(
    string Name,
    int Runs,
    double P10Ns,
    double P50Ns,
    double P90Ns,
    long AllocatedBytes,
    double? Ratio
);
