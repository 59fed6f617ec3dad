using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Explanations;

/// <summary>Follows a walk that was made with less in the way, and finds the first thing that would really stop it.</summary>
internal sealed class FirstHindrance(WalkingNetwork network, NetworkOverlay overlay)
{
    private const int NoGate = -1;

    private readonly NetworkColumns _columns = network.Columns;

    /// <summary>What would stop the walk, or null where nothing would.</summary>
    public WalkExplanation? On(WalkPath path)
    {
        if (overlay.IsCutOff(path.From))
        {
            return new WalkExplanation.HeldByClosure(path.From.Position, path);
        }

        // The level of GatePassing, and through which gate he came into the zone of each depth without living there.
        int level = _columns.NodeDepths[network.TailOf(path.From.Link).Value];
        int[] cameBy = new int[byte.MaxValue + 1];
        Array.Fill(cameBy, NoGate);
        foreach (WalkLeg leg in path.Legs)
        {
            WalkExplanation? found = leg switch
            {
                WalkLeg.Along along => Closure(along, path),
                WalkLeg.Through through => Gate(through, cameBy, ref level, path),
                _ => throw new InvalidOperationException($"Unknown leg {leg}."),
            };
            if (found is not null)
            {
                return found;
            }
        }

        return overlay.IsCutOff(path.To) ? new WalkExplanation.HeldByClosure(path.To.Position, path) : null;
    }

    private WalkExplanation.HeldByClosure? Closure(WalkLeg.Along along, WalkPath path)
    {
        if (overlay.Cuts is not { } cuts || !cuts.IsBetween(along.Link.Value, along.FromMm, along.ToMm))
        {
            return null;
        }

        int stopMm = cuts.Stop(along.Link.Value, along.FromMm, along.ToMm);
        return new WalkExplanation.HeldByClosure(network.PositionAt(along.Link, stopMm), path);
    }

    private WalkExplanation.HeldByGate? Gate(WalkLeg.Through through, int[] cameBy, ref int level, WalkPath path)
    {
        GateArc gate = network.Gates[through.Gate];
        (NodeId before, NodeId behind) = through.IsInward
            ? (gate.OuterNode, gate.InnerNode)
            : (gate.InnerNode, gate.OuterNode);
        int depth = _columns.NodeDepths[before.Value];
        int nextDepth = _columns.NodeDepths[behind.Value];
        Passage passage = overlay.PassageOf(through.Gate);
        GateDirection direction = overlay.IgnoresDirections ? GateDirection.Both : gate.Direction;
        int next = GatePassing.NextLevel(passage, direction, through.IsInward, level, depth, nextDepth);
        if (next != GatePassing.Refused)
        {
            if (nextDepth > depth && passage == Passage.Terminal)
            {
                cameBy[nextDepth] = through.Gate;
            }

            level = next;
            return null;
        }

        if (passage == Passage.Blocked)
        {
            return new WalkExplanation.HeldByGate(through.Gate, through.IsInward, GateRefusal.Closed, path);
        }

        bool isWrongWay = direction == (through.IsInward ? GateDirection.OutOnly : GateDirection.InOnly);
        if (isWrongWay)
        {
            return new WalkExplanation.HeldByGate(through.Gate, through.IsInward, GateRefusal.WrongWay, path);
        }

        // He may not leave again, so it is the gate he came in by that does not let him through.
        int entry = level < 0 && cameBy[-level] != NoGate ? cameBy[-level] : through.Gate;
        return new WalkExplanation.HeldByGate(
            entry,
            entry == through.Gate ? through.IsInward : true,
            GateRefusal.ThroughPassage,
            path
        );
    }
}
