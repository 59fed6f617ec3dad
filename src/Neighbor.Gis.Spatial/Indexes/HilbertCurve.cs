namespace Neighbor.Gis.Spatial.Indexes;

/// <summary>希尔伯特曲线. The order in which a curve visits the cells of a square of 2¹⁶ by 2¹⁶.</summary>
/// <remarks><para>Source: Hilbert, "Über die stetige Abbildung einer Linie auf ein Flächenstück" (1891); own
/// code.</para></remarks>
public static class HilbertCurve
{
    /// <summary>How many cells a side has.</summary>
    public const int Side = 1 << 16;

    /// <summary>The place of a cell along the curve; neighbours along it are neighbours on the ground.</summary>
    /// <param name="x">0 to 65535; higher bits are ignored.</param>
    /// <param name="y">0 to 65535; higher bits are ignored.</param>
    public static uint Key(uint x, uint y)
    {
        x &= Side - 1;
        y &= Side - 1;
        uint key = 0;
        for (uint half = Side / 2; half > 0; half /= 2)
        {
            uint right = (x & half) != 0 ? 1u : 0u;
            uint upper = (y & half) != 0 ? 1u : 0u;
            key += half * half * ((3 * right) ^ upper);
            if (upper != 0)
            {
                continue;
            }

            // The lower quarters are walked turned: swap the axes, and mirror the right one.
            if (right != 0)
            {
                x = Side - 1 - x;
                y = Side - 1 - y;
            }

            (x, y) = (y, x);
        }

        return key;
    }

    /// <summary>The place of a point inside a box along the curve.</summary>
    public static uint Key(double x, double y, Box within) =>
        Key(Cell(x, within.MinX, within.MaxX), Cell(y, within.MinY, within.MaxY));

    private static uint Cell(double value, double min, double max) =>
        max > min ? (uint)Math.Clamp((value - min) / (max - min) * (Side - 1), 0, Side - 1) : 0;
}
