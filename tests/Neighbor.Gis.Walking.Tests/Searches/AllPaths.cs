using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>The oracle for overlay: tries every simple path, and asks of each as a whole whether it is allowed.</summary>
/// <remarks>
/// <para>
/// A path is allowed if it passes no blocked gate; if, after passing inward a gate that is not free, it stays in that zone
/// to its end; and if, before passing outward a gate that is not free, it was in that zone from its beginning; and if it passes no
/// one-way gate against its direction.
/// </para>
/// </remarks>
internal sealed class AllPaths(WalkingNetwork network, WalkDirection direction)
{
    private readonly List<(int Node, GateArc? Gate)> _path = [];
    private readonly bool[] _isOnPath = new bool[network.NodeCount];
    private int[] _shortestMm = [];

    /// <summary>The shortest allowed walk from a place to each node, in millimetres.</summary>
    public int[] From(SnapPoint seed)
    {
        _shortestMm = new int[network.NodeCount];
        Array.Fill(_shortestMm, int.MaxValue);
        if (MayWalk(seed.Link, toHead: true))
        {
            Extend(network.HeadOf(seed.Link).Value, null, network.LengthMm(seed.Link) - seed.OffsetMm);
        }

        if (MayWalk(seed.Link, toHead: false))
        {
            Extend(network.TailOf(seed.Link).Value, null, seed.OffsetMm);
        }

        return _shortestMm;
    }

    private void Extend(int node, GateArc? gate, int walkedMm)
    {
        if (_isOnPath[node])
        {
            return;
        }

        _path.Add((node, gate));
        _isOnPath[node] = true;
        if (IsAllowed())
        {
            _shortestMm[node] = Math.Min(_shortestMm[node], walkedMm);
        }

        for (int link = 0; link < network.LinkCount; link++)
        {
            LinkId id = new(link);
            if (network.TailOf(id).Value == node && MayWalk(id, toHead: true))
            {
                Extend(network.HeadOf(id).Value, null, walkedMm + network.LengthMm(id));
            }

            if (network.HeadOf(id).Value == node && MayWalk(id, toHead: false))
            {
                Extend(network.TailOf(id).Value, null, walkedMm + network.LengthMm(id));
            }
        }

        foreach (GateArc gateArc in network.Gates)
        {
            if (gateArc.OuterNode.Value == node)
            {
                Extend(gateArc.InnerNode.Value, gateArc, walkedMm);
            }
            else if (gateArc.InnerNode.Value == node)
            {
                Extend(gateArc.OuterNode.Value, gateArc, walkedMm);
            }
        }

        _isOnPath[node] = false;
        _path.RemoveAt(_path.Count - 1);
    }

    private bool MayWalk(LinkId link, bool toHead) =>
        toHead == (direction == WalkDirection.Forward) ? network.CanForward(link) : network.CanBackward(link);

    private bool IsAllowed()
    {
        for (int i = 1; i < _path.Count; i++)
        {
            if (_path[i].Gate is not { } gate)
            {
                continue;
            }

            Passage passage = gate.Passage;

            int before = ZoneAt(i - 1);
            int after = ZoneAt(i);
            bool isInward = before != after && network.Zones.IsInside(after, before);
            bool isOutward = before != after && !isInward;
            bool isWalkedInward = isInward == (direction == WalkDirection.Forward);
            bool isWrongWay =
                before != after && gate.Direction == (isWalkedInward ? GateDirection.OutOnly : GateDirection.InOnly);
            bool isRefused =
                passage == Passage.Blocked
                || isWrongWay
                || (passage == Passage.Terminal && isInward && !IsWithin(after, i, _path.Count))
                || (passage == Passage.Terminal && isOutward && !IsWithin(before, 0, i));
            if (isRefused)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsWithin(int zone, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (!network.Zones.IsInside(ZoneAt(i), zone))
            {
                return false;
            }
        }

        return true;
    }

    private int ZoneAt(int i) => network.ZoneOf(new NodeId(_path[i].Node)).Value;
}
