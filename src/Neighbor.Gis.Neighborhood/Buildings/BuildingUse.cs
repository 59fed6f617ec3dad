namespace Neighbor.Gis.Neighborhood.Buildings;

/// <summary>建筑用途.</summary>
public enum BuildingUse
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>住宅.</summary>
    Residential,

    /// <summary>商住两用.</summary>
    Mixed,

    /// <summary>商业.</summary>
    Commercial,

    /// <summary>公共服务.</summary>
    Public,

    /// <summary>工业仓储.</summary>
    Industrial,
}
