namespace Neighbor.Gis.Neighborhood.Areas;

/// <summary>地表类型.</summary>
public enum GroundKind
{
    /// <summary>水面.</summary>
    Water,

    /// <summary>绿地.</summary>
    Park,
}
