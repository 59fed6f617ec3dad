using Neighbor.Gis.Spatial.Indexes;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Finds the parts of a reach that lie so far from one another that each can be drawn in a window of its own.</summary>
/// <remarks>
/// <para>
/// The ground is laid out in square blocks; a block that something reached touches belongs to the same island as those
/// around it. What is in two islands is then farther apart than a block is wide. Units: cells.
/// </para>
/// </remarks>
internal sealed class ReachIslands
{
    // Wider than anything drawn, and few enough blocks that the ground of a province fits.
    private const double LeastBlockCells = 128;
    private const int MostBlocks = 1 << 10;

    private int[] _islands = [];
    private readonly Stack<int> _open = [];
    private double _minX;
    private double _minY;
    private double _block;
    private int _columns;
    private int _rows;

    /// <summary>How many islands there are.</summary>
    public int Count { get; private set; }

    /// <summary>Lays out the ground of everything reached.</summary>
    public void Start(Box ground)
    {
        (_minX, _minY) = (ground.MinX, ground.MinY);
        double widest = Math.Max(ground.MaxX - ground.MinX, ground.MaxY - ground.MinY);
        _block = Math.Max(LeastBlockCells, widest / MostBlocks);
        _columns = 1 + (int)((ground.MaxX - _minX) / _block);
        _rows = 1 + (int)((ground.MaxY - _minY) / _block);
        if (_islands.Length < _columns * _rows)
        {
            _islands = new int[_columns * _rows];
        }

        Array.Fill(_islands, -1, 0, _columns * _rows);
        Count = 0;
    }

    /// <summary>Takes everything for one island.</summary>
    public void StartWhole() => Count = 1;

    /// <summary>Marks what a box touches as reached.</summary>
    public void Add(Box box)
    {
        (int minColumn, int minRow) = BlockOf(box.MinX, box.MinY);
        (int maxColumn, int maxRow) = BlockOf(box.MaxX, box.MaxY);
        for (int row = minRow; row <= maxRow; row++)
        {
            _islands.AsSpan((row * _columns) + minColumn, maxColumn - minColumn + 1).Fill(int.MaxValue);
        }
    }

    /// <summary>Numbers the islands, from south to north.</summary>
    public void Finish()
    {
        for (int block = 0; block < _columns * _rows; block++)
        {
            if (_islands[block] == int.MaxValue)
            {
                Flood(block);
                Count++;
            }
        }
    }

    /// <summary>The island a place that was marked lies on.</summary>
    public int At(double x, double y)
    {
        (int column, int row) = BlockOf(x, y);
        return _islands[(row * _columns) + column];
    }

    private (int Column, int Row) BlockOf(double x, double y) =>
        (
            Math.Clamp((int)((x - _minX) / _block), 0, _columns - 1),
            Math.Clamp((int)((y - _minY) / _block), 0, _rows - 1)
        );

    private void Flood(int start)
    {
        _islands[start] = Count;
        _open.Push(start);
        while (_open.TryPop(out int block))
        {
            (int row, int column) = Math.DivRem(block, _columns);
            for (int nextRow = Math.Max(0, row - 1); nextRow <= Math.Min(_rows - 1, row + 1); nextRow++)
            {
                for (int next = Math.Max(0, column - 1); next <= Math.Min(_columns - 1, column + 1); next++)
                {
                    int neighbour = (nextRow * _columns) + next;
                    if (_islands[neighbour] == int.MaxValue)
                    {
                        _islands[neighbour] = Count;
                        _open.Push(neighbour);
                    }
                }
            }
        }
    }
}
