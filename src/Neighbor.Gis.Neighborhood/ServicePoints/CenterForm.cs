namespace Neighbor.Gis.Neighborhood.ServicePoints;

/// <summary>邻里中心形式.</summary>
public enum CenterForm
{
    /// <summary>单体集约: everything under one roof.</summary>
    SingleSite,

    /// <summary>多点串联: several linked sites.</summary>
    MultiSite,

    /// <summary>中心辐射: a hub with spokes.</summary>
    HubAndSpoke,
}
