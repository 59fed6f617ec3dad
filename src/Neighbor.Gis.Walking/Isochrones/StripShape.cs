namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>How a strip of rows lies in its window and in memory.</summary>
/// <param name="FirstRow">Its first row, counted in the window.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Width">How many columns.</param>
/// <param name="Stride">How far apart its rows are in memory; the room beside them may be written to and means
/// nothing.</param>
internal readonly record struct StripShape(int FirstRow, int Rows, int Width, int Stride)
{
    /// <summary>How many numbers a field of it takes.</summary>
    public int Size => Rows * Stride;

    /// <summary>Where a row begins.</summary>
    public int At(int row) => (row - FirstRow) * Stride;

    /// <summary>Whether a part is within reach of its rows.</summary>
    public bool IsNear(in ReachPart part, float reach) =>
        part.MinY - reach < FirstRow + Rows && part.MaxY + reach > FirstRow - 1;
}
