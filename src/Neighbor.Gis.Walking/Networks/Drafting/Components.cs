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

        int largest = -1;
        int count = 0;
        long totalMm = 0;
        for (int node = 0; node < nodeCount; node++)
        {
            if (nodes[node] > 0)
            {
                count++;
                totalMm += lengthsMm[node];
                largest = largest < 0 || lengthsMm[node] > lengthsMm[largest] ? node : largest;
            }
        }

        List<int> islands = [];
        bool[] isIsland = new bool[nodeCount];
        for (int node = 0; node < nodeCount; node++)
        {
            int root = sets.Find(node);
            isIsland[node] = root != largest && nodes[root] < NeighbourhoodNodes && lengthsMm[root] < NeighbourhoodMm;
            if (isIsland[node] && node == root)
            {
                islands.Add(root);
            }
        }

        double share = totalMm == 0 ? 0 : (double)lengthsMm[largest] / totalMm;
        return new Components(count, share, islands, isIsland);
    }
}
