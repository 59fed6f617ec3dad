namespace Neighbor.Gis.Spatial.Indexes;

/// <summary>Distance on a plane, for projected coordinates.</summary>
/// <param name="X">Where the search begins, east.</param>
/// <param name="Y">Where the search begins, north.</param>
public readonly record struct PlanarMetric(double X, double Y) : IBoxMetric
{
    /// <inheritdoc/>
    public double Distance(Box box)
    {
        double east = Math.Max(0, Math.Max(box.MinX - X, X - box.MaxX));
        double north = Math.Max(0, Math.Max(box.MinY - Y, Y - box.MaxY));
        return Math.Sqrt((east * east) + (north * north));
    }
}
