namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>Which nodes hang together (union by size, with path halving).</summary>
internal sealed class NodeUnion
{
    private readonly int[] _parent;
    private readonly int[] _size;

    public NodeUnion(int nodes)
    {
        _parent = new int[nodes];
        _size = new int[nodes];
        for (int i = 0; i < nodes; i++)
        {
            (_parent[i], _size[i]) = (i, 1);
        }
    }

    /// <summary>The node that stands for all that hang together with this one.</summary>
    public int Find(int node)
    {
        while (_parent[node] != node)
        {
            _parent[node] = _parent[_parent[node]];
            node = _parent[node];
        }

        return node;
    }

    /// <summary>Joins two nodes.</summary>
    public void Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a != b)
        {
            (a, b) = _size[a] < _size[b] ? (b, a) : (a, b);
            _parent[b] = a;
            _size[a] += _size[b];
        }
    }
}
