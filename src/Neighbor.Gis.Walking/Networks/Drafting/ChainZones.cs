using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Which zone each chain lies in: the smallest outline around its middle, or private ways it belongs to.</summary>
/// <param name="Tree">The zones, private ways included.</param>
/// <param name="ZoneOfChain">The zone of each chain.</param>
internal sealed record ChainZones(ZoneTree Tree, int[] ZoneOfChain)
{
    public static ChainZones Place(
        ZoneTree outlined,
        Chain[] chains,
        SurveyedNodes nodes,
        IReadOnlyList<SurveyedWay> ways
    )
    {
        List<int> scratch = [];
        int[] zoneOfChain = [.. chains.Select(chain => outlined.At(Middle(chain, nodes), scratch))];
        bool[] isPrivate =
        [
            .. chains.Select(
                (chain, i) => chain.Traits.Access == WayAccess.Private && !IsBehindWall(outlined, zoneOfChain[i])
            ),
        ];
        int[] groups = GroupPrivate(chains, isPrivate, nodes.Positions.Length);

        List<(string Code, int Parent)> privateWays = [];
        foreach (
            IGrouping<int, int> group in Enumerable
                .Range(0, chains.Length)
                .Where(chain => isPrivate[chain])
                .GroupBy(chain => groups[chain])
        )
        {
            int zone = outlined.Count + privateWays.Count;
            SurveyedWay first = ways[group.Min(chain => chains[chain].Way)];
            string code = Unused($"private:{first.Source}:{first.Id}", privateWays);
            int parent = group.Aggregate(
                zoneOfChain[group.First()],
                (around, chain) => outlined.Around(around, zoneOfChain[chain])
            );
            privateWays.Add((code, parent));
            foreach (int chain in group)
            {
                zoneOfChain[chain] = zone;
            }
        }

        return new ChainZones(outlined.With(privateWays), zoneOfChain);
    }

    private static Position Middle(Chain chain, SurveyedNodes nodes)
    {
        int middleMm = chain.LengthMm / 2;
        int i = 1;
        while (i < chain.OffsetsMm.Length - 1 && chain.OffsetsMm[i] <= middleMm)
        {
            i++;
        }

        int lengthMm = chain.OffsetsMm[i] - chain.OffsetsMm[i - 1];
        double share = lengthMm == 0 ? 0 : (chain.LengthMm / 2.0 - chain.OffsetsMm[i - 1]) / lengthMm;
        Position from = nodes.Positions[chain.Nodes[i - 1]];
        Position to = nodes.Positions[chain.Nodes[i]];
        return new Position(
            from.Longitude + (share * (to.Longitude - from.Longitude)),
            from.Latitude + (share * (to.Latitude - from.Latitude))
        );
    }

    private static bool IsBehindWall(ZoneTree tree, int zone)
    {
        for (; zone != 0; zone = tree.ParentOf(zone))
        {
            if (tree.IsWalled[zone])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number for each chain, equal for private chains that meet.</summary>
    private static int[] GroupPrivate(Chain[] chains, bool[] isPrivate, int nodeCount)
    {
        DisjointSets sets = new(nodeCount);
        for (int chain = 0; chain < chains.Length; chain++)
        {
            if (isPrivate[chain])
            {
                sets.Join(chains[chain].First, chains[chain].Last);
            }
        }

        return [.. chains.Select(chain => sets.Find(chain.First))];
    }

    private static string Unused(string code, List<(string Code, int Parent)> privateWays)
    {
        string unused = code;
        for (int i = 2; privateWays.Exists(zone => zone.Code == unused); i++)
        {
            unused = $"{code}:{i}";
        }

        return unused;
    }
}
