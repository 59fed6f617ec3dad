namespace Neighbor.Gis.Spatial.Indexes;

/// <summary>Collects boxes and packs them into a <see cref="PackedRTree"/>.</summary>
/// <remarks>
/// <para>
/// Source: Kamel and Faloutsos, "On packing R-trees" (1993): leaves in the order of their centres along the Hilbert
/// curve, each level packed full. Equal keys keep the order of adding, so equal input gives an equal tree.
/// </para>
/// </remarks>
public sealed class PackedRTreeBuilder
{
    private double[] _boxes;
    private int _count;

    /// <summary>An empty builder with room for so many boxes.</summary>
    public PackedRTreeBuilder(int capacity = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _boxes = new double[4 * Math.Max(1, capacity)];
    }

    /// <summary>Adds a box.</summary>
    /// <returns>Its number, by which searches will name it: 0, 1, 2 and so on.</returns>
    /// <exception cref="ArgumentException">A coordinate is not finite, or a minimum is above its maximum.</exception>
    public int Add(double minX, double minY, double maxX, double maxY)
    {
        if (!(minX <= maxX && minY <= maxY && double.IsFinite(maxX - minX) && double.IsFinite(maxY - minY)))
        {
            throw new ArgumentException($"Got a box from ({minX}, {minY}) to ({maxX}, {maxY}).", nameof(minX));
        }

        if (_boxes.Length == 4 * _count)
        {
            Array.Resize(ref _boxes, 2 * _boxes.Length);
        }

        Span<double> box = _boxes.AsSpan(4 * _count, 4);
        box[0] = minX;
        box[1] = minY;
        box[2] = maxX;
        box[3] = maxY;
        return _count++;
    }

    /// <summary>Adds a box.</summary>
    /// <returns>Its number, by which searches will name it: 0, 1, 2 and so on.</returns>
    public int Add(Box box) => Add(box.MinX, box.MinY, box.MaxX, box.MaxY);

    /// <summary>Adds the box of one position, in degrees.</summary>
    /// <returns>Its number.</returns>
    public int Add(Position position) => Add(Box.At(position));

    /// <summary>Packs what was added. The builder can go on afterwards; the tree never changes.</summary>
    public PackedRTree Build()
    {
        int[] levelEnds = LevelEnds(_count);
        int total = levelEnds[^1];
        double[] boxes = new double[4 * total];
        int[] targets = new int[total];
        int[] order = HilbertOrder();
        for (int i = 0; i < _count; i++)
        {
            targets[i] = order[i];
            _boxes.AsSpan(4 * order[i], 4).CopyTo(boxes.AsSpan(4 * i));
        }

        PackUpperLevels(levelEnds, boxes, targets);
        return new PackedRTree(_count, boxes, targets, levelEnds);
    }

    private static int[] LevelEnds(int count)
    {
        List<int> ends = [count];
        int width = count;
        while (width > 1)
        {
            width = (width + PackedRTree.NodeSize - 1) / PackedRTree.NodeSize;
            ends.Add(ends[^1] + width);
        }

        return [.. ends];
    }

    private int[] HilbertOrder()
    {
        Box within = Box.Nothing;
        for (int i = 0; i < _count; i++)
        {
            within = within.With(new Box(_boxes[4 * i], _boxes[(4 * i) + 1], _boxes[(4 * i) + 2], _boxes[(4 * i) + 3]));
        }

        ulong[] keys = new ulong[_count];
        for (int i = 0; i < _count; i++)
        {
            double x = (_boxes[4 * i] + _boxes[(4 * i) + 2]) / 2;
            double y = (_boxes[(4 * i) + 1] + _boxes[(4 * i) + 3]) / 2;
            keys[i] = ((ulong)HilbertCurve.Key(x, y, within) << 32) | (uint)i;
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, static key => (int)(uint)key);
    }

    private static void PackUpperLevels(int[] levelEnds, double[] boxes, int[] targets)
    {
        int child = 0;
        for (int level = 0; level + 1 < levelEnds.Length; level++)
        {
            for (int node = levelEnds[level]; node < levelEnds[level + 1]; node++)
            {
                targets[node] = child;
                Box around = Box.Nothing;
                int end = Math.Min(child + PackedRTree.NodeSize, levelEnds[level]);
                for (; child < end; child++)
                {
                    int at = 4 * child;
                    around = around.With(new Box(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]));
                }

                (boxes[4 * node], boxes[(4 * node) + 1]) = (around.MinX, around.MinY);
                (boxes[(4 * node) + 2], boxes[(4 * node) + 3]) = (around.MaxX, around.MaxY);
            }
        }
    }
}
