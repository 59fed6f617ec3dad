namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>Which outline was found at or near a point.</summary>
/// <param name="Index">Its place in the order the outlines were given; -1 for none.</param>
/// <param name="Metres">Geodesic metres from the point to it; 0 where it contains the point.</param>
public readonly record struct OutlineHit(int Index, double Metres)
{
    /// <summary>No outline.</summary>
    public static OutlineHit None => new(-1, 0);

    /// <summary>Whether no outline was found.</summary>
    public bool IsNone => Index < 0;
}
