namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>What must be equal on both sides of a node for it to vanish into a chain; seen along the chain.</summary>
/// <param name="Terrain">What one walks on.</param>
/// <param name="Access">Who may walk there.</param>
/// <param name="Hours">Number of its hours in the draft's list, 0 for always.</param>
internal readonly record struct ChainTraits(Terrain Terrain, WayAccess Access, int Hours)
{
    /// <summary>The same, seen against the chain.</summary>
    public ChainTraits Turned() => this with { Terrain = Terrain.Turned() };

    /// <summary>An order, no matter which.</summary>
    public int CompareWith(ChainTraits other)
    {
        int order = Terrain.CompareWith(other.Terrain);
        return order != 0 ? order : (Access, Hours).CompareTo((other.Access, other.Hours));
    }
}
