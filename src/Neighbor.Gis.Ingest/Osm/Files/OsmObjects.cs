namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>Everything read from one file, frozen: columns sorted by id, so that the order of the file does not matter.</summary>
/// <remarks>
/// <para>Shapes: <c>NodeIds[n]</c> ascending with <c>LonE7[n]</c>, <c>LatE7[n]</c>; way w has the references
/// <c>firstRef[w] .. firstRef[w + 1]</c>, each the index of a node or -1 where the file does not hold it.</para>
/// <para>Units: 1e-7 degrees. Cost: 16 bytes a node, 12 bytes a reference.</para>
/// </remarks>
internal sealed class OsmObjects
{
    private readonly long[] _nodeIds;
    private readonly int[] _lonE7;
    private readonly int[] _latE7;
    private readonly int[] _taggedNodes;
    private readonly OsmTags[] _nodeTags;
    private readonly long[] _wayIds;
    private readonly int[] _firstRef;
    private readonly long[] _refs;
    private readonly int[] _refNodes;
    private readonly OsmTags[] _wayTags;

    internal OsmObjects(
        (long[] Ids, int[] LonE7, int[] LatE7) nodes,
        (int[] Nodes, OsmTags[] Tags) taggedNodes,
        (long[] Ids, int[] FirstRef, long[] Refs, OsmTags[] Tags) ways,
        IReadOnlyList<OsmRelation> relations,
        ObjectCounts read
    )
    {
        (_nodeIds, _lonE7, _latE7) = nodes;
        (_taggedNodes, _nodeTags) = taggedNodes;
        (_wayIds, _firstRef, _refs, _wayTags) = ways;
        Relations = relations;
        Read = read;
        _refNodes = new int[_refs.Length];
        for (int i = 0; i < _refs.Length; i++)
        {
            _refNodes[i] = FindNode(_refs[i]);
            MissingRefs += _refNodes[i] < 0 ? 1 : 0;
        }
    }

    /// <summary>What the file held, before repeated objects were folded together.</summary>
    public ObjectCounts Read { get; }

    /// <summary>How many references of ways name a node the file does not hold.</summary>
    public long MissingRefs { get; }

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => _nodeIds.Length;

    /// <summary>How many ways there are.</summary>
    public int WayCount => _wayIds.Length;

    /// <summary>The relations of ways, by id.</summary>
    public IReadOnlyList<OsmRelation> Relations { get; }

    /// <summary>The nodes that carry tags, ascending.</summary>
    public ReadOnlySpan<int> TaggedNodes => _taggedNodes;

    /// <summary>The smallest id of all nodes and ways, or 0 if that is less.</summary>
    public long LowestId => Math.Min(0, Math.Min(NodeCount == 0 ? 0 : _nodeIds[0], WayCount == 0 ? 0 : _wayIds[0]));

    /// <summary>The id of node number <paramref name="node"/>.</summary>
    public long NodeId(int node) => _nodeIds[node];

    /// <summary>Its longitude in 1e-7 degrees.</summary>
    public int LonE7(int node) => _lonE7[node];

    /// <summary>Its latitude in 1e-7 degrees.</summary>
    public int LatE7(int node) => _latE7[node];

    /// <summary>Its tags.</summary>
    public OsmTags NodeTags(int node)
    {
        int at = Array.BinarySearch(_taggedNodes, node);
        return at < 0 ? OsmTags.None : _nodeTags[at];
    }

    /// <summary>The number of the node with an id, or -1.</summary>
    public int FindNode(long id) => Math.Max(-1, Array.BinarySearch(_nodeIds, id));

    /// <summary>The number of the way with an id, or -1.</summary>
    public int FindWay(long id) => Math.Max(-1, Array.BinarySearch(_wayIds, id));

    /// <summary>The id of way number <paramref name="way"/>.</summary>
    public long WayId(int way) => _wayIds[way];

    /// <summary>Its tags.</summary>
    public OsmTags WayTags(int way) => _wayTags[way];

    /// <summary>The nodes under its vertices, by number; -1 where the file does not hold the node.</summary>
    public ReadOnlySpan<int> WayNodes(int way) => _refNodes.AsSpan(_firstRef[way], _firstRef[way + 1] - _firstRef[way]);

    /// <summary>Whether the way ends at the node it began with.</summary>
    public bool IsClosed(int way)
    {
        int first = _firstRef[way];
        int last = _firstRef[way + 1] - 1;
        return last - first >= 3 && _refs[first] == _refs[last];
    }
}
