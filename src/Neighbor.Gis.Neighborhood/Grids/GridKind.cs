namespace Neighbor.Gis.Neighborhood.Grids;

/// <summary>网格类型. Grids of one kind tile their community.</summary>
public enum GridKind
{
    /// <summary>基础网格, of 300 to 500 households.</summary>
    Basic,

    /// <summary>专属网格: a school, market, park or business building looked after by itself.</summary>
    Dedicated,
}
