namespace Neighbor.Gis.Spatial.Indexes;

/// <summary>R 树. A frozen index of boxes: which of them meet a window, and which are nearest.</summary>
/// <remarks>
/// <para>
/// Shapes: leaves first, then each level above; the root is last. <c>boxes[4·node]</c> is minX, minY, maxX, maxY in
/// turn;
/// <c>targets[node]</c> is the box's number in a leaf and the first child elsewhere; <c>levelEnds[level]</c>.
/// </para>
/// <para>Cost: 36 bytes a box and a fifteenth more; a search allocates nothing but what the caller's list needs.</para>
/// </remarks>
public sealed class PackedRTree
{
    /// <summary>How many children a node has.</summary>
    internal const int NodeSize = 16;

    private const int DeepestStack = 128; // 8 levels of 15 siblings waiting, and one

    private readonly double[] _boxes;
    private readonly int[] _targets;
    private readonly int[] _levelEnds;

    internal PackedRTree(int count, double[] boxes, int[] targets, int[] levelEnds)
    {
        Count = count;
        _boxes = boxes;
        _targets = targets;
        _levelEnds = levelEnds;
    }

    /// <summary>How many boxes there are.</summary>
    public int Count { get; }

    /// <summary>The box around all of them.</summary>
    public Box Bounds => Count == 0 ? Box.Nothing : BoxOf(RootNode);

    internal int RootNode => _targets.Length - 1;

    /// <summary>Adds to <paramref name="found"/> the number of every box that meets the window; touching is
    /// meeting.</summary>
    public void SearchInto(double minX, double minY, double maxX, double maxY, List<int> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (Count == 0)
        {
            return;
        }

        ReadOnlySpan<double> boxes = _boxes;
        ReadOnlySpan<int> targets = _targets;
        Span<int> waiting = stackalloc int[DeepestStack];
        int depth = 0;
        int root = RootNode;
        (int first, int end) = (root, root + 1);
        while (true)
        {
            for (int node = first; node < end; node++)
            {
                ReadOnlySpan<double> box = boxes.Slice(4 * node, 4);
                if (box[0] > maxX || box[1] > maxY || box[2] < minX || box[3] < minY)
                {
                    continue;
                }

                if (node < Count)
                {
                    found.Add(targets[node]);
                }
                else
                {
                    waiting[depth++] = node;
                }
            }

            if (depth == 0)
            {
                return;
            }

            (first, end) = ChildrenOf(waiting[--depth]);
        }
    }

    /// <summary>Adds to <paramref name="found"/> the number of every box that meets the window; touching is
    /// meeting.</summary>
    public void SearchInto(Box window, List<int> found) =>
        SearchInto(window.MinX, window.MinY, window.MaxX, window.MaxY, found);

    /// <summary>The number of every box that meets the window, in ascending order.</summary>
    public List<int> Search(Box window)
    {
        List<int> found = [];
        SearchInto(window, found);
        found.Sort();
        return found;
    }

    internal bool IsLeaf(int node) => node < Count;

    internal int TargetOf(int node) => _targets[node];

    internal Box BoxOf(int node) =>
        new(_boxes[4 * node], _boxes[(4 * node) + 1], _boxes[(4 * node) + 2], _boxes[(4 * node) + 3]);

    /// <summary>The nodes below an inner node, as first and end.</summary>
    internal (int First, int End) ChildrenOf(int node)
    {
        int level = 0;
        while (node >= _levelEnds[level])
        {
            level++;
        }

        int first = _targets[node];
        return (first, Math.Min(first + NodeSize, _levelEnds[level - 1]));
    }
}
