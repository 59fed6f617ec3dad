namespace Neighbor.Gis.Neighborhood.ServicePoints;

/// <summary>服务点状态. Only open points serve; the others are shown beside them.</summary>
public enum ServicePointStatus
{
    /// <summary>规划.</summary>
    Planned,

    /// <summary>在建.</summary>
    Building,

    /// <summary>开放.</summary>
    Open,

    /// <summary>关闭.</summary>
    Closed,
}
