namespace Neighbor.Gis.Neighborhood.Obstacles;

/// <summary>障碍类型.</summary>
public enum ObstacleKind
{
    /// <summary>围墙.</summary>
    Wall,

    /// <summary>栅栏.</summary>
    Fence,

    /// <summary>绿篱.</summary>
    Hedge,

    /// <summary>挡土墙.</summary>
    RetainingWall,

    /// <summary>城墙.</summary>
    CityWall,

    /// <summary>铁路.</summary>
    Railway,

    /// <summary>海岸线.</summary>
    Coast,
}
