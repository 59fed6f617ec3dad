namespace Neighbor.Gis.Benchmarks.Timing;

/// <summary>One who does a job in a contest.</summary>
/// <param name="Name">Who.</param>
/// <param name="Run">Does the job for a round's question.</param>
internal sealed record Entrant(string Name, Action<int> Run)
{
    /// <summary>Takes part in every so-many-th round only; for those who take long.</summary>
    public int Every { get; init; } = 1;

    /// <summary>How many answers one run gives; times are per answer.</summary>
    public int Answers { get; init; } = 1;

    /// <summary>Whether the others are compared with this one.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Where the work runs in another program that times itself: the nanoseconds of the last run.</summary>
    public Func<double>? OwnNanoseconds { get; init; }
}
