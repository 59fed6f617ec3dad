namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>A straight piece of a way or of a barrier, on the lattice of a window.</summary>
/// <param name="Ax">The first end's column.</param>
/// <param name="Ay">The first end's row.</param>
/// <param name="Bx">The second end's column.</param>
/// <param name="By">The second end's row.</param>
/// <param name="Rank">The first cutoff that reaches it; the number of cutoffs where none does.</param>
/// <param name="Owner">The origin it is nearest to, by number; 0 where origins are not told apart.</param>
internal readonly record struct ReachPart(float Ax, float Ay, float Bx, float By, int Rank, int Owner)
{
    public float MinX => MathF.Min(Ax, Bx);

    public float MinY => MathF.Min(Ay, By);

    public float MaxX => MathF.Max(Ax, Bx);

    public float MaxY => MathF.Max(Ay, By);

    /// <summary>The piece between two shares of the way from the first end to the second.</summary>
    public ReachPart Between(double from, double to, int rank) =>
        new(
            (float)(Ax + (from * (Bx - Ax))),
            (float)(Ay + (from * (By - Ay))),
            (float)(Ax + (to * (Bx - Ax))),
            (float)(Ay + (to * (By - Ay))),
            rank,
            Owner
        );
}
