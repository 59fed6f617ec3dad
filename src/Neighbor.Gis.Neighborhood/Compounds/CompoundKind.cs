namespace Neighbor.Gis.Neighborhood.Compounds;

/// <summary>小区类型.</summary>
public enum CompoundKind
{
    /// <summary>物业管理的高层小区: walled, with staffed gates.</summary>
    ManagedHighRise,

    /// <summary>商住混合小区.</summary>
    MixedCommercial,

    /// <summary>开放式无物业小区: no wall.</summary>
    OpenUnmanaged,
}
