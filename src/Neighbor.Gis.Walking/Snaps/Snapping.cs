namespace Neighbor.Gis.Walking.Snaps;

/// <summary>捕捉. What became of placing a position on the network.</summary>
public abstract record Snapping
{
    private Snapping() { }

    /// <summary>It is on the network.</summary>
    /// <param name="First">The best place.</param>
    /// <param name="Second">The next best on another link – the back door – or null.</param>
    public sealed record Snapped(SnapPoint First, SnapPoint? Second) : Snapping
    {
        /// <summary>Writes the one or two places; the number written.</summary>
        public int CopyTo(Span<SnapPoint> destination)
        {
            destination[0] = First;
            if (Second is not { } second)
            {
                return 1;
            }

            destination[1] = second;
            return 2;
        }

        /// <summary>The one or two places.</summary>
        public SnapPoint[] ToArray() => Second is { } second ? [First, second] : [First];
    }

    /// <summary>No way is near enough to walk to.</summary>
    /// <param name="NearestMetres">
    /// How far the nearest beyond the limit is; nearer ones may stand behind a wall. Positive infinity where there is none.
    /// </param>
    /// <param name="LimitMetres">How far it may be.</param>
    public sealed record TooFar(double NearestMetres, double LimitMetres) : Snapping;
}
