namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>What the boundaries of the zones are like, before nodes are split along them.</summary>
/// <param name="CanHoldBack">For each zone, whether any boundary of it can hold a walker back.</param>
/// <param name="SealedZones">Walled zones with ways inside and no way in.</param>
internal sealed record Boundaries(bool[] CanHoldBack, IReadOnlyList<string> SealedZones)
{
    public static Boundaries Survey(ChainZones placed, GateRules rules, IReadOnlyList<int>[] endsAt)
    {
        ZoneTree tree = placed.Tree;
        bool[] canHoldBack = new bool[tree.Count];
        bool[] canBeEntered = new bool[tree.Count];
        List<int> sides = [];
        List<int> outers = [];
        for (int node = 0; node < endsAt.Length; node++)
        {
            SidesInto(endsAt[node], placed.ZoneOfChain, sides);
            if (sides.Count < 2)
            {
                continue;
            }

            NodeSides.Nest(tree, walkingOnly: false, sides, outers);
            for (int i = 0; i < sides.Count; i++)
            {
                if (outers[i] >= 0)
                {
                    Note(rules.Between(node, sides[i], outers[i]), sides[i], outers[i]);
                }
            }
        }

        return new Boundaries(canHoldBack, Sealed(placed, canBeEntered));

        void Note(GateRule rule, int inner, int outer)
        {
            for (int zone = inner; zone != outer; zone = tree.ParentOf(zone))
            {
                canHoldBack[zone] |= rule.CanHoldBack;
                canBeEntered[zone] |= rule.Passage != Passage.Blocked;
            }
        }
    }

    private static void SidesInto(IReadOnlyList<int> ends, int[] zoneOfChain, List<int> sides)
    {
        sides.Clear();
        for (int i = 0; i < ends.Count; i++)
        {
            int zone = zoneOfChain[ends[i] >> 1];
            if (!sides.Contains(zone))
            {
                sides.Add(zone);
            }
        }
    }

    private static List<string> Sealed(ChainZones placed, bool[] canBeEntered)
    {
        ZoneTree tree = placed.Tree;
        bool[] hasWays = new bool[tree.Count];
        foreach (int zoneOfChain in placed.ZoneOfChain)
        {
            for (int zone = zoneOfChain; zone != 0; zone = tree.ParentOf(zone))
            {
                hasWays[zone] = true;
            }
        }

        return
        [
            .. Enumerable
                .Range(1, tree.Count - 1)
                .Where(zone => tree.IsWalled[zone] && hasWays[zone] && !canBeEntered[zone])
                .Select(zone => tree.Codes[zone]),
        ];
    }
}
