namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>The blocks of a window in which something reached is near.</summary>
internal sealed class NearBlocks
{
    private const float BlockCells = 16;

    private bool[] _isNear = [];
    private int _columns;
    private int _rows;

    /// <summary>Begins with nothing near anything.</summary>
    public void Start(in LatticeWindow window)
    {
        _columns = 1 + (int)(window.Width / BlockCells);
        _rows = 1 + (int)(window.Height / BlockCells);
        if (_isNear.Length < _columns * _rows)
        {
            _isNear = new bool[_columns * _rows];
        }

        Array.Clear(_isNear, 0, _columns * _rows);
    }

    /// <summary>Marks what is so far or less from a part, and a little more.</summary>
    public void Add(in ReachPart part, float cells)
    {
        (int first, int last) = (ColumnOf(part.MinX - cells), ColumnOf(part.MaxX + cells));
        int lastRow = RowOf(part.MaxY + cells);
        for (int row = RowOf(part.MinY - cells); row <= lastRow; row++)
        {
            _isNear.AsSpan((row * _columns) + first, last - first + 1).Fill(true);
        }
    }

    /// <summary>Whether something marked may be so far or less from a part.</summary>
    public bool Holds(in ReachPart part, float cells)
    {
        (int first, int last) = (ColumnOf(part.MinX - cells), ColumnOf(part.MaxX + cells));
        int lastRow = RowOf(part.MaxY + cells);
        for (int row = RowOf(part.MinY - cells); row <= lastRow; row++)
        {
            if (_isNear.AsSpan((row * _columns) + first, last - first + 1).Contains(true))
            {
                return true;
            }
        }

        return false;
    }

    private int ColumnOf(float x) => Math.Clamp((int)(x / BlockCells), 0, _columns - 1);

    private int RowOf(float y) => Math.Clamp((int)(y / BlockCells), 0, _rows - 1);
}
