using Neighbor.Gis.Benchmarks.Peers;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Walking.Paces;

namespace Neighbor.Gis.Benchmarks;

/// <summary>What the jobs of one run share.</summary>
/// <param name="Town">The town.</param>
/// <param name="Rounds">How many rounds of a quick job are timed.</param>
/// <param name="Database">A throw-away database, or null where PostgreSQL is not installed.</param>
/// <param name="PgRouting">pgRouting on the town, or null.</param>
/// <param name="Valhalla">Valhalla on the town, or null.</param>
internal sealed record Bench(
    MeasuredTown Town,
    int Rounds,
    BenchDatabase? Database,
    PgRoutingPeer? PgRouting,
    ValhallaPeer? Valhalla
)
{
    /// <summary>A quarter of an hour at 1.2 m/s, in millimetres.</summary>
    public const int ReachMm = 1_080_000;

    /// <summary>A quarter of an hour.</summary>
    public const int QuarterHourMs = 900_000;

    /// <summary>Longer than any walk in these towns: twelve hours.</summary>
    public const int TownWideMs = 43_200_000;

    /// <summary>As <see cref="TownWideMs"/> at 1.2 m/s.</summary>
    public const int TownWideMm = 51_840_000;

    /// <summary>How far two sums of rounded lengths may be apart, in millimetres.</summary>
    public const int ToleranceMm = 2;

    /// <summary>The pace of the times: 1.2 m/s, as in the measurements of others.</summary>
    public static Pace Pace { get; } = new("bench", 1_200);

    /// <summary>Says how far the run is.</summary>
    public static void Say(string what) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {what}");
}
