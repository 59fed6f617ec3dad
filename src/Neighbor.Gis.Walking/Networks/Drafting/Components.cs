namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>The connected parts of a network, walking through every gate that is not blocked.</summary>
internal sealed class Components
{
    private const int NeighbourhoodNodes = 20;
    private const long NeighbourhoodMm = 300_000;

    private Components(int count, double largestShare, List<int> islandNodes, bool[] isIsland)
    {
        Count = count;
        LargestShare = largestShare;
        IslandNodes = islandNodes;
        IsIsland = isIsland;
    }

    public int Count { get; }

    public double LargestShare { get; }

    /// <summary>The first node of each island.</summary>
    public IReadOnlyList<int> IslandNodes { get; }

    /// <summary>For each node, whether it is on an island. The largest part is none, however small.</summary>
    public bool[] IsIsland { get; }

    public static Components Label(SideSplitter sides, Chain[] chains)
    {
        int nodeCount = sides.ZoneOfNode.Count;
        DisjointSets sets = new(nodeCount);
        for (int chain = 0; chain < chains.Length; chain++)
        {
            sets.Join(sides.Tails[chain], sides.Heads[chain]);
        }

        foreach (GateArc gate in sides.GateArcs)
        {
            if (gate.Passage != Passage.Blocked)
            {
                sets.Join(gate.OuterNode.Value, gate.InnerNode.Value);
            }
        }

        int[] nodes = new int[nodeCount];
        long[] lengthsMm = new long[nodeCount];
        for (int node = 0; node < nodeCount; node++)
        {
            nodes[sets.Find(node)]++;
        }

        for (int chain = 0; chain < chains.Length; chain++)
        {
            lengthsMm[sets.Find(sides.Tails[chain])] += chains[chain].LengthMm;
        }

        List<int> roots = [.. Enumerable.Range(0, nodeCount).Where(node => nodes[node] > 0)];
        int largest = roots.Count == 0 ? -1 : roots.MaxBy(root => lengthsMm[root]);
        List<int> islands =
        [
            .. roots.Where(root =>
                root != largest && nodes[root] < NeighbourhoodNodes && lengthsMm[root] < NeighbourhoodMm
            ),
        ];
        HashSet<int> islandRoots = [.. islands];
        bool[] isIsland = [.. Enumerable.Range(0, nodeCount).Select(node => islandRoots.Contains(sets.Find(node)))];
        long totalMm = lengthsMm.Sum();
        double share = totalMm == 0 ? 0 : (double)lengthsMm[largest] / totalMm;
        return new Components(roots.Count, share, islands, isIsland);
    }
}
