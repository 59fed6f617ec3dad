namespace Neighbor.Gis.Walking.Networks;

/// <summary>阻隔类型. What kind of line stops a walker.</summary>
public enum WallKind
{
    /// <summary>The outline of a walled zone.</summary>
    Zone,

    /// <summary>A wall, fence or hedge by itself.</summary>
    Barrier,

    /// <summary>The edge of water.</summary>
    Water,

    /// <summary>A railway on the ground.</summary>
    Railway,

    /// <summary>The coast of the sea.</summary>
    Coast,
}
