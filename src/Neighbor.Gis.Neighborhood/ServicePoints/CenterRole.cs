namespace Neighbor.Gis.Neighborhood.ServicePoints;

/// <summary>站点在邻里中心中的角色.</summary>
public enum CenterRole
{
    /// <summary>One of several equal sites, or the only one.</summary>
    Site,

    /// <summary>The hub that spokes hang on.</summary>
    Hub,

    /// <summary>A spoke of a hub.</summary>
    Spoke,
}
