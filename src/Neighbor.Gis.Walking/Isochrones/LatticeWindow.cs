namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>The part of a lattice a drawing needs.</summary>
/// <param name="MinX">The lattice column of the window's first column.</param>
/// <param name="MinY">The lattice row of the window's first row.</param>
/// <param name="Width">How many columns there are.</param>
/// <param name="Height">How many rows there are.</param>
internal readonly record struct LatticeWindow(int MinX, int MinY, int Width, int Height)
{
    /// <summary>The window around what lies between borders given in cells, with a margin.</summary>
    /// <exception cref="ArgumentException">It is too wide or too high for single precision to tell its cells apart.</exception>
    public static LatticeWindow Around(double minX, double minY, double maxX, double maxY, int margin)
    {
        // Single precision tells a 64th of a cell apart up to 2^17 cells: 650 km of cells of 5 m.
        const int MostCells = 1 << 17;
        double firstX = Math.Floor(minX) - margin;
        double firstY = Math.Floor(minY) - margin;
        double width = Math.Ceiling(maxX) + margin - firstX + 1;
        double height = Math.Ceiling(maxY) + margin - firstY + 1;
        if (!(width <= MostCells && height <= MostCells))
        {
            throw new ArgumentException(
                $"Got a window of {width} by {height} cells; {MostCells} each way is the most.",
                nameof(maxX)
            );
        }

        return new LatticeWindow((int)firstX, (int)firstY, (int)width, (int)height);
    }

    /// <summary>What of it lies in a window it is counted in.</summary>
    public LatticeWindow In(LatticeWindow window)
    {
        (int minX, int minY) = (Math.Max(0, MinX), Math.Max(0, MinY));
        return new LatticeWindow(
            minX,
            minY,
            Math.Min(window.Width, MinX + Width) - minX,
            Math.Min(window.Height, MinY + Height) - minY
        );
    }
}
