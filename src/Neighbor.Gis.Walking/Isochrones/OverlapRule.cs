namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>重叠规则. What becomes of ground that several origins reach.</summary>
public enum OverlapRule
{
    /// <summary>重叠. Each origin has its own, over one another.</summary>
    Overlap,

    /// <summary>分割. It goes to the origin it is nearest to on foot; no two overlap.</summary>
    Split,

    /// <summary>融合. All origins have one together.</summary>
    Dissolve,
}
