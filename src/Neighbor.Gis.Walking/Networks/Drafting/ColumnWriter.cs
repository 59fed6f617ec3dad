using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Writes nodes, chains and gates into the columns of a network.</summary>
internal sealed class ColumnWriter(
    SurveyedNodes nodes,
    Chain[] chains,
    int[] zoneOfChain,
    ZoneTree zones,
    SideSplitter sides,
    Components components,
    WallIndex walls
)
{
    /// <summary>The chain of each link: links go by their tail.</summary>
    private readonly int[] _chainOfLink =
    [
        .. Enumerable.Range(0, chains.Length).OrderBy(chain => sides.Tails[chain]).ThenBy(static chain => chain),
    ];

    public NetworkColumns Write()
    {
        int nodeCount = sides.ZoneOfNode.Count;
        byte[] depthOfZone = [.. Enumerable.Range(0, zones.Count).Select(zone => checked((byte)zones.DepthOf(zone)))];
        int[] tails = [.. _chainOfLink.Select(chain => sides.Tails[chain])];
        int[] heads = [.. _chainOfLink.Select(chain => sides.Heads[chain])];
        int[] lengthsMm = [.. _chainOfLink.Select(chain => chains[chain].LengthMm)];
        byte[] traits = [.. _chainOfLink.Select(chain => TraitBits(chains[chain]))];
        int[] firstArc = FirstArcs(nodeCount, tails, heads);
        int arcCount = firstArc[^1];
        int[] arcHeads = new int[arcCount];
        int[] arcLinks = new int[arcCount];

        int[] next = firstArc[..nodeCount];
        for (int link = 0; link < tails.Length; link++)
        {
            Put(tails[link], heads[link], 2 * link);
            Put(heads[link], tails[link], (2 * link) + 1);
        }

        for (int gate = 0; gate < sides.GateArcs.Count; gate++)
        {
            int outer = sides.GateArcs[gate].OuterNode.Value;
            int inner = sides.GateArcs[gate].InnerNode.Value;
            Put(outer, inner, ~gate);
            Put(inner, outer, ~gate);
        }

        (Terrain[] terrains, int[] terrainOfLink) = Terrains();
        (int[] firstShape, Position[] positions, int[] offsetsMm) = Shapes();
        (int[] segmentLinks, PackedRTree segmentIndex) = Segments(firstShape, positions);
        return new NetworkColumns
        {
            FirstArc = firstArc,
            Heads = arcHeads,
            ArcLinks = arcLinks,
            NodePositions = [.. sides.SurveyedNode.Select(node => nodes.Positions[node])],
            NodeZones = [.. sides.ZoneOfNode],
            IsIsland = components.IsIsland,
            LinkTails = tails,
            LinkHeads = heads,
            LinkLengthsMm = lengthsMm,
            LinkTraits = traits,
            LinkTerrains = terrainOfLink,
            Terrains = terrains,
            LinkZones = [.. _chainOfLink.Select(chain => zoneOfChain[chain])],
            FirstShape = firstShape,
            ShapePositions = positions,
            ShapeOffsetsMm = offsetsMm,
            SegmentLinks = segmentLinks,
            SegmentIndex = segmentIndex,
            Zones = zones,
            NodeDepths = [.. sides.ZoneOfNode.Select(zone => depthOfZone[zone])],
            LayerCount = (2 * depthOfZone.Max()) + 1,
            Gates = [.. sides.GateArcs],
            Walls = walls,
        };

        void Put(int node, int head, int link)
        {
            int arc = next[node]++;
            arcHeads[arc] = head;
            arcLinks[arc] = link;
        }
    }

    private int[] FirstArcs(int nodeCount, int[] tails, int[] heads)
    {
        int[] firstArc = new int[nodeCount + 1];
        for (int link = 0; link < tails.Length; link++)
        {
            firstArc[tails[link] + 1]++;
            firstArc[heads[link] + 1]++;
        }

        foreach (GateArc gate in sides.GateArcs)
        {
            firstArc[gate.OuterNode.Value + 1]++;
            firstArc[gate.InnerNode.Value + 1]++;
        }

        for (int node = 0; node < nodeCount; node++)
        {
            firstArc[node + 1] += firstArc[node];
        }

        return firstArc;
    }

    private static byte TraitBits(Chain chain)
    {
        int bits = (int)chain.Traits.Terrain.Kind & WalkingNetwork.KindBits;
        bits |= chain.CanForward ? 0 : WalkingNetwork.NotForward;
        bits |= chain.CanBackward ? 0 : WalkingNetwork.NotBackward;
        return (byte)bits;
    }

    /// <summary>The different terrains in the order in which links meet them, and the one each link has.</summary>
    private (Terrain[] Terrains, int[] OfLink) Terrains()
    {
        Dictionary<Terrain, int> numbers = [];
        List<Terrain> terrains = [];
        int[] ofLink = new int[_chainOfLink.Length];
        for (int link = 0; link < ofLink.Length; link++)
        {
            Terrain terrain = chains[_chainOfLink[link]].Traits.Terrain;
            if (!numbers.TryGetValue(terrain, out ofLink[link]))
            {
                ofLink[link] = terrains.Count;
                numbers.Add(terrain, terrains.Count);
                terrains.Add(terrain);
            }
        }

        return ([.. terrains], ofLink);
    }

    private (int[] FirstShape, Position[] Positions, int[] OffsetsMm) Shapes()
    {
        int[] firstShape = new int[_chainOfLink.Length + 1];
        for (int link = 0; link < _chainOfLink.Length; link++)
        {
            firstShape[link + 1] = firstShape[link] + chains[_chainOfLink[link]].Nodes.Length;
        }

        Position[] positions = new Position[firstShape[^1]];
        int[] offsetsMm = new int[firstShape[^1]];
        for (int link = 0; link < _chainOfLink.Length; link++)
        {
            Chain chain = chains[_chainOfLink[link]];
            chain.OffsetsMm.CopyTo(offsetsMm, firstShape[link]);
            for (int i = 0; i < chain.Nodes.Length; i++)
            {
                positions[firstShape[link] + i] = nodes.Positions[chain.Nodes[i]];
            }
        }

        return (firstShape, positions, offsetsMm);
    }

    private static (int[] SegmentLinks, PackedRTree Index) Segments(int[] firstShape, Position[] positions)
    {
        int linkCount = firstShape.Length - 1;
        int[] segmentLinks = new int[positions.Length - linkCount];
        PackedRTreeBuilder index = new(segmentLinks.Length);
        for (int link = 0; link < linkCount; link++)
        {
            for (int vertex = firstShape[link]; vertex < firstShape[link + 1] - 1; vertex++)
            {
                int segment = index.Add(Box.At(positions[vertex]).With(Box.At(positions[vertex + 1])));
                segmentLinks[segment] = link;
            }
        }

        return (segmentLinks, index.Build());
    }
}
