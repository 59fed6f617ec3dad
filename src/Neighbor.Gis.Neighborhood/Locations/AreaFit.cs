namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>归属判定. How well the areas named for a point fit it.</summary>
public enum AreaFit
{
    /// <summary>The point lies in them, their border included.</summary>
    Exact,

    /// <summary>The point lies outside every area; these are the nearest.</summary>
    Nearest,

    /// <summary>No area is near.</summary>
    None,
}
