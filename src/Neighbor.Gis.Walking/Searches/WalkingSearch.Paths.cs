using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

public sealed partial class WalkingSearch
{
    /// <summary>The shortest walk to a place – in a reverse search, from it – or null beyond the limit.</summary>
    public WalkPath? PathTo(SnapPoint target)
    {
        Arrival arrival = Best(target);
        if (arrival.WalkMs == WalkFrontier.Unreached)
        {
            return null;
        }

        List<WalkLeg> legs = []; // from the target back to the seed, each as the search went
        SnapPoint seed = arrival.Seed >= 0 ? DirectLeg(arrival, target, legs) : LegsThroughNodes(arrival, target, legs);
        bool isForward = _frontier.Direction == WalkDirection.Forward;
        if (isForward)
        {
            legs.Reverse();
        }
        else
        {
            legs = legs.ConvertAll(Turned);
        }

        List<Position> course = [];
        long lengthMm = (long)seed.AccessMm + target.AccessMm;
        foreach (WalkLeg leg in legs)
        {
            if (leg is WalkLeg.Along along)
            {
                _network.CourseInto(along.Link, along.FromMm, along.ToMm, course);
                lengthMm += Math.Abs(along.ToMm - along.FromMm);
            }
        }

        (SnapPoint from, SnapPoint to) = isForward ? (seed, target) : (target, seed);
        return new WalkPath(from, to, course, checked((int)lengthMm), arrival.WalkMs) { Legs = legs };
    }

    /// <summary>The shorter of the walks to the two places of one position, or null beyond the limit.</summary>
    public WalkPath? PathTo(Snapping.Snapped target)
    {
        ArgumentNullException.ThrowIfNull(target);
        int? first = WalkMs(target.First);
        int? second = target.Second is { } place ? WalkMs(place) : null;
        return target.Second is { } back && second is not null && (first is null || second < first)
            ? PathTo(back)
            : PathTo(target.First);
    }

    private SnapPoint DirectLeg(Arrival arrival, in SnapPoint target, List<WalkLeg> legs)
    {
        SnapPoint seed = _seeds[arrival.Seed];
        legs.Add(LegAlong(target.Link, seed.OffsetMm, target.OffsetMm));
        return seed;
    }

    private SnapPoint LegsThroughNodes(Arrival arrival, in SnapPoint target, List<WalkLeg> legs)
    {
        int endMm = arrival.IsThroughHead ? _network.LengthMm(target.Link) : 0;
        legs.Add(LegAlong(target.Link, endMm, target.OffsetMm));
        int state = arrival.State;
        List<WalkFrontier.TraceStep> steps = _frontier.Trace(arrival.State, Seeds, out int seedNumber);
        foreach (WalkFrontier.TraceStep step in steps)
        {
            state = step.Before;
            legs.Add(LegOf(step));
        }

        SnapPoint seed = _seeds[seedNumber];
        int leftMs = _frontier.WalkMs(state) - _frontier.Pace.AccessMs(seed.AccessMm);
        int seedEndMm =
            _frontier.EndOf(seed, _frontier.NodeOf(state), leftMs)
            ?? throw new InvalidOperationException($"Seed {seedNumber} does not lead to state {state} in {leftMs} ms.");
        legs.Add(LegAlong(seed.Link, seed.OffsetMm, seedEndMm));
        return seed;
    }

    private WalkLeg LegOf(WalkFrontier.TraceStep step)
    {
        if (step.ArcLink < 0)
        {
            GateArc gate = _network.Gates[~step.ArcLink];
            return new WalkLeg.Through(~step.ArcLink, gate.InnerNode.Value == _frontier.NodeOf(step.State));
        }

        LinkId link = new(step.ArcLink >> 1);
        int lengthMm = _network.LengthMm(link);
        return (step.ArcLink & 1) != 0 ? LegAlong(link, 0, lengthMm) : LegAlong(link, lengthMm, 0);
    }

    private WalkLeg.Along LegAlong(LinkId link, int fromMm, int toMm)
    {
        _frontier.TryAlong(link, fromMm, toMm, out int walkMs);
        return new WalkLeg.Along(link, fromMm, toMm, walkMs);
    }

    /// <summary>A leg as it is walked where the search went the other way.</summary>
    private static WalkLeg Turned(WalkLeg leg) =>
        leg switch
        {
            WalkLeg.Along along => along with { FromMm = along.ToMm, ToMm = along.FromMm },
            WalkLeg.Through through => through with { IsInward = !through.IsInward },
            _ => throw new ArgumentException($"Unknown leg {leg}.", nameof(leg)),
        };
}
