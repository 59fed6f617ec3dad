using System.Collections.Concurrent;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>步行时间矩阵. How long it is from every one of some places to every one of others.</summary>
/// <remarks>
/// <para>Shapes: <c>walkMs[origins · destinations]</c>, one row for each origin. Units: whole milliseconds.</para>
/// <para>Cost: one search for each of whichever are fewer, origins or destinations, no farther than the last of the others.</para>
/// <para>Threads: any number of callers; each search borrows its working memory.</para>
/// </remarks>
public sealed class WalkMatrix
{
    /// <summary>Stands for a walk beyond the limit, or a place that is not on the network.</summary>
    public const int Unreached = -1;

    private readonly WalkingNetwork _network;
    private readonly ConcurrentBag<WalkingSearch> _searches = [];

    /// <summary>Matrices on a network.</summary>
    public WalkMatrix(WalkingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
    }

    /// <summary>On how many threads at most a matrix is worked out; the answer is the same.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>Works out a matrix.</summary>
    /// <param name="origins">Where walks begin; null for a position that is not on the network.</param>
    /// <param name="destinations">Where they end; null likewise.</param>
    /// <param name="pace">How fast is walked.</param>
    /// <param name="limitMs">The longest walk counted, itself included.</param>
    /// <param name="walkMs">Receives the walks, row by row; <see cref="Unreached"/> where there is none.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    /// <param name="progress">Is told how many searches are done, of as many as the fewer of origins and destinations.</param>
    /// <param name="cancellationToken">Stops between two searches; what is written by then is worth nothing.</param>
    /// <exception cref="ArgumentException">The matrix has another size.</exception>
    public void Fill(
        IReadOnlyList<Snapping.Snapped?> origins,
        IReadOnlyList<Snapping.Snapped?> destinations,
        Pace pace,
        int limitMs,
        int[] walkMs,
        NetworkOverlay? overlay = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentNullException.ThrowIfNull(destinations);
        ArgumentNullException.ThrowIfNull(walkMs);
        if (walkMs.Length != origins.Count * destinations.Count)
        {
            throw new ArgumentException(
                $"Got room for {walkMs.Length} walks; {origins.Count} by {destinations.Count} are asked for.",
                nameof(walkMs)
            );
        }

        bool isFromOrigins = origins.Count <= destinations.Count;
        (IReadOnlyList<Snapping.Snapped?> sources, IReadOnlyList<Snapping.Snapped?> targets) = isFromOrigins
            ? (origins, destinations)
            : (destinations, origins);
        (int sourceStep, int targetStep) = isFromOrigins ? (destinations.Count, 1) : (1, destinations.Count);
        WalkDirection direction = isFromOrigins ? WalkDirection.Forward : WalkDirection.Reverse;
        int done = 0;
        ParallelOptions options = new()
        {
            MaxDegreeOfParallelism = Math.Max(1, Cores),
            CancellationToken = cancellationToken,
        };
        Parallel.For(
            0,
            sources.Count,
            options,
            source =>
            {
                WalkingSearch search = _searches.TryTake(out WalkingSearch? kept) ? kept : new WalkingSearch(_network);
                FillOne(search, sources[source], targets, source * sourceStep, targetStep);
                _searches.Add(search);
                progress?.Report(Interlocked.Increment(ref done));
            }
        );

        void FillOne(
            WalkingSearch search,
            Snapping.Snapped? source,
            IReadOnlyList<Snapping.Snapped?> goals,
            int first,
            int step
        )
        {
            search.Begin(source?.ToArray() ?? [], pace, limitMs, direction, overlay);
            int known = 0;
            do
            {
                // A walk nearer than all that is unsettled will not change any more.
                while (known < goals.Count && IsFinal(search, goals[known], out int final))
                {
                    walkMs[first + (known++ * step)] = final;
                }
            } while (known < goals.Count && search.Frontier.SettleBucket());

            for (; known < goals.Count; known++)
            {
                walkMs[first + (known * step)] =
                    goals[known] is { } goal && search.WalkMs(goal) is { } walk ? walk : Unreached;
            }
        }
    }

    private static bool IsFinal(WalkingSearch search, Snapping.Snapped? goal, out int walkMs)
    {
        walkMs = (goal is null ? null : search.WalkMs(goal)) ?? Unreached;
        return goal is null || (walkMs != Unreached && walkMs < search.Frontier.UnsettledFromMs);
    }
}
