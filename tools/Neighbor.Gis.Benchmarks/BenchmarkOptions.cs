namespace Neighbor.Gis.Benchmarks;

/// <summary>What a run is asked for.</summary>
internal sealed record BenchmarkOptions
{
    public required string Town { get; init; }

    public required IReadOnlyList<string> Jobs { get; init; }

    public required int Rounds { get; init; }

    public bool WithPgRouting { get; init; }

    public bool WithValhalla { get; init; }

    public required string Scratch { get; init; }

    public required string Output { get; init; }
}
