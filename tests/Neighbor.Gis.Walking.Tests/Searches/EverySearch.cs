using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>One search of every kind, asked again and again.</summary>
internal sealed class EverySearch(WalkingNetwork network)
{
    /// <summary>Stands for a walk that is not there: farther than any.</summary>
    public const int Never = int.MaxValue;

    private const int Ranks = 3;
    private const int LimitMs = 900_000;

    private readonly WalkingSearch _walking = new(network);
    private readonly NearestSearch _nearest = new(network);
    private readonly CatchmentSearch _catchment = new(network);
    private readonly RankedCatchmentSearch _ranked = new(network, Ranks);
    private readonly WalkMatrix _matrix = new(network);

    /// <summary>What every search says about some places, in one order: which place, and how long the walk is.</summary>
    public (int Point, int WalkMs)[] Answer(Snapping[] places, WalkDirection direction, NetworkOverlay? overlay = null)
    {
        PlacedPoints sources = new(network, [.. places.Take(6)]);
        _catchment.Run(sources, Pace.Elder, LimitMs, direction, overlay: overlay);
        _ranked.Run(sources, Pace.Elder, LimitMs, direction, overlay: overlay);
        List<(int Point, int WalkMs)> answers = [];
        NearestSource[] ranked = new NearestSource[Ranks];
        List<NearPoint> near = [];
        foreach (Snapping.Snapped place in places.OfType<Snapping.Snapped>())
        {
            AddPadded([.. _catchment.NearestTo(place) is { } one ? new[] { one } : []], 1);
            AddPadded(ranked[.._ranked.NearestInto(place, ranked)], Ranks);
            _nearest.Run(place.ToArray(), sources, Ranks, Pace.Elder, LimitMs, near, direction, overlay: overlay);
            AddPadded([.. near.Select(found => new NearestSource(found.Point, found.WalkMs))], Ranks);
            _walking.Run(place.ToArray(), Pace.Elder, LimitMs, direction, overlay);
            answers.AddRange(
                places.Select(
                    (to, i) => (i, (to is Snapping.Snapped snapped ? _walking.WalkMs(snapped) : null) ?? Never)
                )
            );
        }

        Snapping.Snapped?[] all = Array.ConvertAll(places, place => place as Snapping.Snapped);
        int[] walkMs = new int[all.Length * 6];
        _matrix.Fill(all, all[..6], Pace.Elder, LimitMs, walkMs, overlay);
        answers.AddRange(walkMs.Select((ms, cell) => (cell, ms == WalkMatrix.Unreached ? Never : ms)));
        return [.. answers];

        void AddPadded(NearestSource[] found, int count)
        {
            for (int i = 0; i < count; i++)
            {
                answers.Add(i < found.Length ? (found[i].Source, found[i].WalkMs) : (-1, Never));
            }
        }
    }

    /// <summary>How long it is from every place to every other.</summary>
    public int[] Walks(SnapPoint[] places, WalkDirection direction)
    {
        List<int> walksMs = [];
        foreach (SnapPoint from in places)
        {
            _walking.Run([from], Pace.Elder, int.MaxValue, direction);
            walksMs.AddRange(places.Select(to => _walking.WalkMs(to) ?? Never));
        }

        return [.. walksMs];
    }
}
