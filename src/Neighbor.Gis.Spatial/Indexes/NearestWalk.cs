namespace Neighbor.Gis.Spatial.Indexes;

/// <summary>最近邻. Goes through the boxes of an index from the nearest outward, as far as its caller asks.</summary>
/// <remarks>
/// <para>
/// Source: Hjaltason and Samet, "Distance browsing in spatial databases" (1999). Boxes equally near come in the order
/// of their numbers. An instance serves one search at a time and is made to be reused.
/// </para>
/// <para>Cost: O(log n) a step; no allocation once warm.</para>
/// </remarks>
/// <typeparam name="TMetric">What nearness means; a struct, so that it is compiled in.</typeparam>
public sealed class NearestWalk<TMetric>(PackedRTree tree)
    where TMetric : struct, IBoxMetric
{
    private const int Arity = 4;

    private double[] _distances = new double[64];
    private int[] _nodes = new int[64];
    private int[] _numbers = new int[64];
    private int _waiting;
    private TMetric _metric;

    /// <summary>The number of the box last come to.</summary>
    public int Item { get; private set; } = -1;

    /// <summary>How far that box is.</summary>
    public double Distance { get; private set; }

    /// <summary>Begins again, from where <paramref name="metric"/> measures.</summary>
    public void Start(TMetric metric)
    {
        _metric = metric;
        _waiting = 0;
        Item = -1;
        if (tree.Count > 0)
        {
            Enqueue(tree.RootNode);
        }
    }

    /// <summary>Goes on to the next box; false where there is none left within <paramref name="limit"/>, itself
    /// included.</summary>
    public bool MoveNext(double limit = double.PositiveInfinity)
    {
        while (_waiting > 0 && _distances[0] <= limit)
        {
            int node = _nodes[0];
            double distance = _distances[0];
            int number = _numbers[0];
            Dequeue();
            if (number >= 0)
            {
                Item = number;
                Distance = distance;
                return true;
            }

            (int first, int end) = tree.ChildrenOf(node);
            for (int child = first; child < end; child++)
            {
                Enqueue(child);
            }
        }

        return false;
    }

    private void Enqueue(int node)
    {
        if (_waiting == _nodes.Length)
        {
            Array.Resize(ref _distances, 2 * _waiting);
            Array.Resize(ref _nodes, 2 * _waiting);
            Array.Resize(ref _numbers, 2 * _waiting);
        }

        // An inner node has number -1: it is opened before any box as near, so that ties come in order.
        double distance = _metric.Distance(tree.BoxOf(node));
        int number = tree.IsLeaf(node) ? tree.TargetOf(node) : -1;
        int at = _waiting++;
        while (at > 0)
        {
            int above = (at - 1) / Arity;
            if (!IsBefore(distance, number, above))
            {
                break;
            }

            Move(above, at);
            at = above;
        }

        Put(at, node, distance, number);
    }

    private void Dequeue()
    {
        int last = --_waiting;
        (int node, double distance, int number) = (_nodes[last], _distances[last], _numbers[last]);
        int at = 0;
        while (true)
        {
            int first = (at * Arity) + 1;
            if (first >= last)
            {
                break;
            }

            int best = first;
            for (int other = first + 1; other < Math.Min(first + Arity, last); other++)
            {
                if (IsBefore(_distances[other], _numbers[other], best))
                {
                    best = other;
                }
            }

            if (IsBefore(distance, number, best))
            {
                break;
            }

            Move(best, at);
            at = best;
        }

        if (last > 0)
        {
            Put(at, node, distance, number);
        }
    }

    private bool IsBefore(double distance, int number, int other) =>
        distance < _distances[other] || (distance == _distances[other] && number < _numbers[other]);

    private void Move(int from, int to) => Put(to, _nodes[from], _distances[from], _numbers[from]);

    private void Put(int at, int node, double distance, int number)
    {
        _nodes[at] = node;
        _distances[at] = distance;
        _numbers[at] = number;
    }
}
