using System.Runtime.InteropServices;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Stretch = Neighbor.Gis.Walking.Networks.Stretch;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>
/// 等时圈分析. Walks outward from one place and draws what each cutoff reaches. An instance serves one question at a time
/// and is made to be reused.
/// </summary>
/// <remarks>
/// <para>Cost: one search to the longest cutoff, and one drawing for each; see
/// <see cref="DistanceFieldPolygons"/>.</para>
/// </remarks>
public sealed class IsochroneSearch
{
    // Twice as far as is drawn beside a reached way: what is not reached matters if it is nearer than that way.
    private const double MarginMetres = 60;

    private readonly WalkingNetwork _network;
    private readonly WalkingSearch _search;
    private readonly DistanceFieldPolygons _polygons;
    private readonly List<Stretch> _stretches = [];
    private readonly List<Position> _course = [];
    private readonly List<(Position From, Position To)> _wallSegments = [];
    private readonly List<IsochroneBand> _bands = [];
    private readonly Stretches _walls = new();

    /// <summary>Working memory for a network.</summary>
    public IsochroneSearch(WalkingNetwork network, DistanceFieldSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _search = new WalkingSearch(network);
        _polygons = new DistanceFieldPolygons(settings);
    }

    /// <summary>Draws one isochrone for each cutoff.</summary>
    /// <param name="origin">Where the walk starts – in a reverse search, ends.</param>
    /// <param name="seeds">Where that is on the network: one place or two.</param>
    /// <param name="pace">How fast one walks.</param>
    /// <param name="cutoffsMs">The longest walks, in milliseconds, in ascending order.</param>
    /// <param name="direction">From the origin outward, or toward it.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    /// <returns>As many as cutoffs, in their order, each covered by the next.</returns>
    /// <exception cref="ArgumentException">The cutoffs do not ascend, or one is negative.</exception>
    public IReadOnlyList<Isochrone> Draw(
        Position origin,
        ReadOnlySpan<SnapPoint> seeds,
        Pace pace,
        ReadOnlySpan<int> cutoffsMs,
        WalkDirection direction = WalkDirection.Forward,
        NetworkOverlay? overlay = null
    )
    {
        ArgumentNullException.ThrowIfNull(pace);
        ThrowIfNotAscending(cutoffsMs);
        if (cutoffsMs.IsEmpty)
        {
            return [];
        }

        _search.Run(seeds, pace, cutoffsMs[^1], direction, overlay);
        while (_bands.Count < cutoffsMs.Length)
        {
            _bands.Add(new IsochroneBand(new Stretches(), new Stretches()));
        }

        long[] reachedMm = new long[cutoffsMs.Length];
        for (int i = 0; i < cutoffsMs.Length; i++)
        {
            reachedMm[i] = FillReached(origin, seeds, pace, cutoffsMs[i], _bands[i].Reached);
        }

        Box window = WindowOf(origin, _bands[cutoffsMs.Length - 1].Reached);
        for (int i = 0; i < cutoffsMs.Length; i++)
        {
            FillUnreached(window, cutoffsMs[i], _bands[i].Unreached);
        }

        FillWalls(window);
        var drawings = _polygons.Draw(origin, _bands.GetRange(0, cutoffsMs.Length), _walls);
        Isochrone[] isochrones = new Isochrone[cutoffsMs.Length];
        for (int i = 0; i < isochrones.Length; i++)
        {
            isochrones[i] = new Isochrone(cutoffsMs[i], drawings[i], reachedMm[i]);
        }

        return isochrones;
    }

    private static void ThrowIfNotAscending(ReadOnlySpan<int> cutoffsMs)
    {
        int before = 0;
        foreach (int cutoffMs in cutoffsMs)
        {
            if (cutoffMs < before)
            {
                throw new ArgumentException($"Got a cutoff of {cutoffMs} ms after {before} ms.", nameof(cutoffsMs));
            }

            before = cutoffMs;
        }
    }

    private long FillReached(Position origin, ReadOnlySpan<SnapPoint> seeds, Pace pace, int cutoffMs, Stretches reached)
    {
        reached.Clear();
        _stretches.Clear();
        _search.ReachedInto(cutoffMs, _stretches);
        long reachedMm = 0;
        foreach (Stretch stretch in _stretches)
        {
            reachedMm += stretch.LengthMm;
            AddCourse(stretch, reached);
        }

        foreach (SnapPoint seed in seeds)
        {
            // From the door to the way there is no way: a straight line is walked, as far as the cutoff allows.
            double share = seed.AccessMm == 0 ? 1 : Math.Min(1, (double)pace.AccessReachMm(cutoffMs) / seed.AccessMm);
            reached.Append(origin);
            reached.Append(
                new Position(
                    origin.Longitude + (share * (seed.Position.Longitude - origin.Longitude)),
                    origin.Latitude + (share * (seed.Position.Latitude - origin.Latitude))
                )
            );
            reached.Close();
        }

        return reachedMm;
    }

    private void FillUnreached(Box window, int cutoffMs, Stretches unreached)
    {
        unreached.Clear();
        _stretches.Clear();
        _search.UnreachedInto(window, cutoffMs, _stretches);
        foreach (Stretch stretch in _stretches)
        {
            AddCourse(stretch, unreached);
        }
    }

    private void FillWalls(Box window)
    {
        _walls.Clear();
        _wallSegments.Clear();
        _network.Columns.Walls.SegmentsInto(window, _wallSegments);
        foreach ((Position from, Position to) in _wallSegments)
        {
            _walls.Append(from);
            _walls.Append(to);
            _walls.Close();
        }
    }

    private void AddCourse(Stretch stretch, Stretches into)
    {
        _course.Clear();
        _network.CourseInto(stretch.Link, stretch.FromMm, stretch.ToMm, _course);
        into.Add(CollectionsMarshal.AsSpan(_course));
    }

    private static Box WindowOf(Position origin, Stretches reached)
    {
        Box window = Box.At(origin);
        for (int i = 0; i < reached.Count; i++)
        {
            foreach (Position position in reached[i])
            {
                window = window.With(Box.At(position));
            }
        }

        Box southWest = Box.Around(new Position(window.MinX, window.MinY), MarginMetres);
        Box northEast = Box.Around(new Position(window.MaxX, window.MaxY), MarginMetres);
        return southWest.With(northEast);
    }
}
