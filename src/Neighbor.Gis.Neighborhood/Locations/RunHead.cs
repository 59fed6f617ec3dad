namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>What stands before the vertices of a run in a list: eight bytes, kept in the place of a number.</summary>
/// <remarks><para>Shapes: above, twice the outline and the parity, or the complement of one more than the outline that holds
/// the rest of the cell, or of zero; below, twice the count of edges, and 1 for the last run of its outline.</para></remarks>
internal readonly struct RunHead
{
    private readonly int _outline;
    private readonly int _edges;

    /// <summary>A run.</summary>
    public RunHead(int outline, bool isOdd, int edgeCount, bool isLast)
    {
        _outline = (outline << 1) | (isOdd ? 1 : 0);
        _edges = (edgeCount << 1) | (isLast ? 1 : 0);
    }

    private RunHead(long bits) => (_outline, _edges) = ((int)(bits >> 32), (int)bits);

    private RunHead(int outline) => _outline = outline;

    /// <summary>Whether the list ends here.</summary>
    public bool IsEnd => _outline < 0;

    /// <summary>The outline; at the end the one that holds the cell, or -1.</summary>
    public int Outline => _outline < 0 ? ~_outline - 1 : _outline >> 1;

    /// <summary>Whether a point is inside where the crossings are even; only the first run of an outline says so.</summary>
    public bool IsOdd => (_outline & 1) != 0;

    /// <summary>How many numbers follow: two for each vertex.</summary>
    public int Length => 2 * ((_edges >> 1) + 1);

    /// <summary>Whether the next run is of another outline.</summary>
    public bool IsLast => (_edges & 1) != 0;

    /// <summary>The end of a list.</summary>
    /// <param name="outline">The outline that holds the cell, or -1.</param>
    public static RunHead End(int outline) => new(~(outline + 1));

    /// <summary>Reads one.</summary>
    public static RunHead Read(double number) => new(BitConverter.DoubleToInt64Bits(number));

    /// <summary>As a number that stands in a list.</summary>
    public double Write() => BitConverter.Int64BitsToDouble(((long)_outline << 32) | (uint)_edges);
}
