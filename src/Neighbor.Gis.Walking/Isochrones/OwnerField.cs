namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Which origin's reach every lattice point of a strip is nearest to, and how much farther the next one's is.</summary>
/// <remarks>
/// <para>
/// It is made from all that the longest cutoff reaches and is the same for all cutoffs: a border between two origins
/// does not move with time. It crosses the edge between two points where their leads say, one number for both sides:
/// nothing lies between two neighbours, and nothing in both.
/// </para>
/// <para>Invariant: it does not depend on the order of the parts; of two equally near the lower number owns the
/// point.</para>
/// </remarks>
internal sealed class OwnerField
{
    private int[] _owners = [];
    private int[] _leads = [];
    private float[] _nearest = [];
    private float[] _next = [];
    private StripShape _shape;

    /// <summary>The owner of every point, below 0 where nothing reached is near.</summary>
    public ReadOnlySpan<int> Owners => _owners.AsSpan(0, _shape.Size);

    /// <summary>How much nearer the owner is than the next, in the units of φ; above zero.</summary>
    public ReadOnlySpan<int> Leads => _leads.AsSpan(0, _shape.Size);

    /// <summary>Works out the owners of a strip.</summary>
    public void Start(in StripShape shape, ReadOnlySpan<ReachPart> ways, int cutoffs, float reach)
    {
        _shape = shape;
        int size = shape.Size;
        if (_owners.Length < size)
        {
            (_owners, _leads, _nearest, _next) = (new int[size], new int[size], new float[size], new float[size]);
        }

        _owners.AsSpan(0, size).Fill(-1);
        _nearest.AsSpan(0, size).Fill(reach * reach);
        _next.AsSpan(0, size).Fill(reach * reach);
        foreach (ref readonly ReachPart part in ways)
        {
            if (part.Rank < cutoffs && shape.IsNear(part, reach))
            {
                Write(part, reach);
            }
        }

        for (int i = 0; i < size; i++)
        {
            _leads[i] = DistanceField.Odd(MathF.Sqrt(_next[i]) - MathF.Sqrt(_nearest[i]));
        }
    }

    /// <summary>Gives the cell of an origin to it, unless a lower one took it.</summary>
    public void Force(float x, float y, int owner)
    {
        for (int row = (int)y; row <= (int)y + 1; row++)
        {
            if (row < _shape.FirstRow || row >= _shape.FirstRow + _shape.Rows)
            {
                continue;
            }

            for (int column = (int)x; column <= (int)x + 1; column++)
            {
                _owners[_shape.At(row) + column] = owner;
            }
        }
    }

    private void Write(in ReachPart part, float reach)
    {
        float dx = part.Bx - part.Ax;
        float dy = part.By - part.Ay;
        float squared = (dx * dx) + (dy * dy);
        float perLength = squared > 0 ? 1 / squared : 0;
        int firstRow = Math.Max(_shape.FirstRow, (int)MathF.Ceiling(part.MinY - reach));
        int lastRow = Math.Min(_shape.FirstRow + _shape.Rows - 1, (int)MathF.Floor(part.MaxY + reach));
        int firstColumn = Math.Max(0, (int)MathF.Ceiling(part.MinX - reach));
        int lastColumn = Math.Min(_shape.Width - 1, (int)MathF.Floor(part.MaxX + reach));
        for (int row = firstRow; row <= lastRow; row++)
        {
            float north = row - part.Ay;
            for (int column = firstColumn; column <= lastColumn; column++)
            {
                float east = column - part.Ax;
                float along = Math.Clamp(((east * dx) + (north * dy)) * perLength, 0, 1);
                float offEast = east - (along * dx);
                float offNorth = north - (along * dy);
                Take(_shape.At(row) + column, part.Owner, (offEast * offEast) + (offNorth * offNorth));
            }
        }
    }

    private void Take(int point, int owner, float distance)
    {
        if (owner == _owners[point])
        {
            _nearest[point] = MathF.Min(_nearest[point], distance);
        }
        else if (
            distance < _nearest[point]
            || (distance == _nearest[point] && _owners[point] >= 0 && owner < _owners[point])
        )
        {
            _next[point] = _nearest[point];
            _nearest[point] = distance;
            _owners[point] = owner;
        }
        else
        {
            _next[point] = MathF.Min(_next[point], distance);
        }
    }
}
