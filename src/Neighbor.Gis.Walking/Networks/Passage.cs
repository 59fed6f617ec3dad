namespace Neighbor.Gis.Walking.Networks;

/// <summary>通行方式. A gate as a walker meets it. In the order of how much it holds back.</summary>
public enum Passage : byte
{
    /// <summary>Anybody passes.</summary>
    Free,

    /// <summary>Only a walk that starts or ends inside passes: nobody walks through.</summary>
    Terminal,

    /// <summary>Nobody passes.</summary>
    Blocked,
}
