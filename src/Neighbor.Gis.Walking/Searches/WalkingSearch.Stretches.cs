using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Searches;

public sealed partial class WalkingSearch
{
    private readonly List<(int FromMm, int ToMm)> _intervals = [];
    private int[] _drawnIn = [];
    private int _drawing;

    /// <summary>Adds the stretches of the network within a cutoff, cut exactly where the walk ends. For drawing, not for counting.</summary>
    /// <param name="cutoffMs">The longest walk drawn; not above the limit of the search.</param>
    /// <param name="stretches">Receives them: no two overlap, none is empty.</param>
    public void ReachedInto(int cutoffMs, List<Stretch> stretches)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        ThrowIfNotWithinLimit(cutoffMs);
        NetworkColumns columns = _network.Columns;
        NextDrawing();
        foreach (int state in _frontier.Settled)
        {
            int node = _frontier.NodeOf(state);
            if (_drawnIn[node] == _drawing || !IsReached(node, cutoffMs))
            {
                continue; // a node may be settled on several layers, and twice on one
            }

            _drawnIn[node] = _drawing;
            int walkMs = _frontier.WalkMs(_frontier.BestState(node));
            for (int arc = columns.FirstArc[node]; arc < columns.FirstArc[node + 1]; arc++)
            {
                int link = columns.ArcLinks[arc];
                bool isAtHead = (link & 1) != 0;
                if (link < 0 || (isAtHead && IsReached(columns.Heads[arc], cutoffMs)))
                {
                    continue; // a gate, or a link that its other end speaks for
                }

                LinkId id = new(link >> 1);
                if ((int)(_frontier.Arcs[arc] >> 32) <= cutoffMs - walkMs)
                {
                    stretches.Add(new Stretch(id, 0, columns.LinkLengthsMm[id.Value])); // all of it from this end alone
                }
                else
                {
                    AddReached(id, cutoffMs, stretches);
                }
            }
        }

        AddSeedLinks(cutoffMs, stretches);
    }

    /// <summary>Adds what is not within a cutoff of the links that may meet a window. For drawing, not for counting.</summary>
    public void UnreachedInto(Box window, int cutoffMs, List<Stretch> stretches)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        ThrowIfNotWithinLimit(cutoffMs);
        List<LinkId> links = [];
        _network.LinksInto(window, links);
        foreach (LinkId link in links)
        {
            GatherReached(link, cutoffMs);
            int doneMm = 0;
            foreach ((int fromMm, int toMm) in _intervals)
            {
                AddStretch(link, doneMm, fromMm, stretches);
                doneMm = toMm;
            }

            AddStretch(link, doneMm, _network.LengthMm(link), stretches);
        }
    }

    private void NextDrawing()
    {
        if (_drawing == int.MaxValue || _drawnIn.Length == 0)
        {
            _drawnIn = new int[_network.NodeCount];
            _drawing = 0;
        }

        _drawing++;
    }

    private void ThrowIfNotWithinLimit(int cutoffMs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cutoffMs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cutoffMs, _frontier.LimitMs);
    }

    private bool IsReached(int node, int cutoffMs) => _frontier.WalkMs(_frontier.BestState(node)) <= cutoffMs;

    /// <summary>The links of the seeds, where neither end is reached.</summary>
    private void AddSeedLinks(int cutoffMs, List<Stretch> stretches)
    {
        for (int i = 0; i < _seedCount; i++)
        {
            LinkId link = _seeds[i].Link;
            bool isFirstOfLink = true;
            for (int j = 0; j < i; j++)
            {
                isFirstOfLink &= _seeds[j].Link != link;
            }

            if (
                isFirstOfLink
                && !IsReached(_network.TailOf(link).Value, cutoffMs)
                && !IsReached(_network.HeadOf(link).Value, cutoffMs)
            )
            {
                AddReached(link, cutoffMs, stretches);
            }
        }
    }

    private void AddReached(LinkId link, int cutoffMs, List<Stretch> stretches)
    {
        GatherReached(link, cutoffMs);
        foreach ((int fromMm, int toMm) in _intervals)
        {
            AddStretch(link, fromMm, toMm, stretches);
        }
    }

    private static void AddStretch(LinkId link, int fromMm, int toMm, List<Stretch> stretches)
    {
        if (toMm > fromMm)
        {
            stretches.Add(new Stretch(link, fromMm, toMm));
        }
    }

    /// <summary>What is reached of a link: from its ends, and from seeds on it; merged, in order.</summary>
    private void GatherReached(LinkId link, int cutoffMs)
    {
        _intervals.Clear();
        int lengthMm = _network.LengthMm(link);
        GatherAlong(link, 0, lengthMm, _frontier.WalkMs(_frontier.BestState(_network.TailOf(link).Value)), cutoffMs);
        GatherAlong(link, lengthMm, 0, _frontier.WalkMs(_frontier.BestState(_network.HeadOf(link).Value)), cutoffMs);
        foreach (ref readonly Snaps.SnapPoint seed in Seeds)
        {
            if (seed.Link == link && !_frontier.Overlay.IsCutOff(seed))
            {
                int accessMs = _frontier.Pace.AccessMs(seed.AccessMm);
                GatherAlong(link, seed.OffsetMm, lengthMm, accessMs, cutoffMs);
                GatherAlong(link, seed.OffsetMm, 0, accessMs, cutoffMs);
            }
        }

        MergeIntervals();
    }

    private void GatherAlong(LinkId link, int fromMm, int towardMm, int walkedMs, int cutoffMs)
    {
        if (walkedMs <= cutoffMs)
        {
            int toMm = _frontier.ReachAlong(link, fromMm, towardMm, cutoffMs - walkedMs);
            if (toMm != fromMm)
            {
                _intervals.Add((Math.Min(fromMm, toMm), Math.Max(fromMm, toMm)));
            }
        }
    }

    /// <summary>Offsets are whole millimetres: intervals with none between them are one.</summary>
    private void MergeIntervals()
    {
        _intervals.Sort();
        int last = -1;
        for (int i = 0; i < _intervals.Count; i++)
        {
            if (last >= 0 && _intervals[i].FromMm <= _intervals[last].ToMm + 1)
            {
                _intervals[last] = (_intervals[last].FromMm, Math.Max(_intervals[last].ToMm, _intervals[i].ToMm));
            }
            else
            {
                _intervals[++last] = _intervals[i];
            }
        }

        _intervals.RemoveRange(last + 1, _intervals.Count - last - 1);
    }
}
