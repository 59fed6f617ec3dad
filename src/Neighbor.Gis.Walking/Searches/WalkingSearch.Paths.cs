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

        List<Leg> legs = []; // from the target back to the seed
        SnapPoint seed = arrival.Seed >= 0 ? DirectLeg(arrival, target, legs) : LegsThroughNodes(arrival, target, legs);
        bool isForward = _frontier.Direction == WalkDirection.Forward;
        if (isForward)
        {
            legs.Reverse();
        }

        List<Position> course = [];
        long lengthMm = (long)seed.AccessMm + target.AccessMm;
        foreach (Leg leg in legs)
        {
            (int fromMm, int toMm) = isForward ? (leg.ToMm, leg.FromMm) : (leg.FromMm, leg.ToMm);
            _network.CourseInto(leg.Link, fromMm, toMm, course);
            lengthMm += Math.Abs(toMm - fromMm);
        }

        (SnapPoint from, SnapPoint to) = isForward ? (seed, target) : (target, seed);
        return new WalkPath(from, to, course, checked((int)lengthMm), arrival.WalkMs);
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

    private SnapPoint DirectLeg(Arrival arrival, in SnapPoint target, List<Leg> legs)
    {
        SnapPoint seed = _seeds[arrival.Seed];
        legs.Add(new Leg(target.Link, target.OffsetMm, seed.OffsetMm));
        return seed;
    }

    private SnapPoint LegsThroughNodes(Arrival arrival, in SnapPoint target, List<Leg> legs)
    {
        int endMm = arrival.IsThroughHead ? _network.LengthMm(target.Link) : 0;
        legs.Add(new Leg(target.Link, target.OffsetMm, endMm));
        int state = arrival.State;
        while (_frontier.LabelOf(state).Before is int before and >= 0)
        {
            if (FindLeg(before, state) is { } leg)
            {
                legs.Add(leg);
            }

            state = before;
        }

        SnapPoint seed = _seeds[_frontier.LabelOf(state).Owner];
        legs.Add(SeedLeg(seed, state));
        return seed;
    }

    /// <summary>The link that led from one state to the next, walked backward; null for a gate.</summary>
    private Leg? FindLeg(int before, int state)
    {
        int node = _frontier.NodeOf(before);
        int next = _frontier.NodeOf(state);
        int arcMs = _frontier.WalkMs(state) - _frontier.WalkMs(before);
        NetworkColumns columns = _network.Columns;
        for (int arc = columns.FirstArc[node]; arc < columns.FirstArc[node + 1]; arc++)
        {
            if (columns.Heads[arc] != next || columns.ArcLinks[arc] < 0)
            {
                continue;
            }

            LinkId link = new(columns.ArcLinks[arc] >> 1);
            int lengthMm = _network.LengthMm(link);
            (int fromMm, int toMm) = (columns.ArcLinks[arc] & 1) == 0 ? (0, lengthMm) : (lengthMm, 0);
            if (
                CanWalk(link, fromMm, toMm)
                && _frontier.Pace.WalkMs(lengthMm, _network.KindOf(link)) == arcMs
                && _frontier.LayerOf(before) == _frontier.LayerOf(state)
            )
            {
                return new Leg(link, toMm, fromMm);
            }
        }

        return null;
    }

    /// <summary>From the end of the seed's link, at which the walk first met a node, back to the seed.</summary>
    private Leg SeedLeg(in SnapPoint seed, int state)
    {
        int node = _frontier.NodeOf(state);
        int lengthMm = _network.LengthMm(seed.Link);
        int alongMs = _frontier.WalkMs(state) - _frontier.Pace.AccessMs(seed.AccessMm);
        bool isHead =
            _network.HeadOf(seed.Link).Value == node
            && CanWalk(seed.Link, seed.OffsetMm, lengthMm)
            && _frontier.Pace.WalkMs(lengthMm - seed.OffsetMm, _network.KindOf(seed.Link)) == alongMs;
        return new Leg(seed.Link, isHead ? lengthMm : 0, seed.OffsetMm);
    }

    /// <summary>A piece of a link walked from one offset to another.</summary>
    private readonly record struct Leg(LinkId Link, int FromMm, int ToMm);
}
