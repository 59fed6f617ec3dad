namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>Where a point belongs, as numbers in the ledgers of a <see cref="Locator"/>: <see cref="Whereabouts"/> without
/// allocations, for callers that loop.</summary>
/// <param name="Area">The deepest area's number in <see cref="Locator.Areas"/>; -1 for none.</param>
/// <param name="Fit">Whether the point lies in that area or only near it.</param>
/// <param name="Grid">The grid, or the nearest one.</param>
/// <param name="MicroGrid">The micro-grid, or the nearest one.</param>
/// <param name="Compound">The innermost compound, or the nearest one.</param>
/// <param name="Building">The building, or the nearest one.</param>
public readonly record struct Located(
    int Area,
    AreaFit Fit,
    OutlineHit Grid,
    OutlineHit MicroGrid,
    OutlineHit Compound,
    OutlineHit Building
);
