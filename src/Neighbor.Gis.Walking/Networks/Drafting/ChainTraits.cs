namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>What must be equal on both sides of a node for it to vanish into a chain.</summary>
/// <param name="Kind">What one walks on.</param>
/// <param name="Access">Who may walk there.</param>
/// <param name="Hours">Number of its hours in the draft's list, 0 for always.</param>
internal readonly record struct ChainTraits(WayKind Kind, WayAccess Access, int Hours)
{
    /// <summary>An order, no matter which.</summary>
    public int CompareWith(ChainTraits other) =>
        (Kind, Access, Hours).CompareTo((other.Kind, other.Access, other.Hours));
}
