using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>位置归属. What a point belongs to, and what stands at or next to it.</summary>
/// <param name="Areas">The areas from the highest level down; empty where none is near.</param>
/// <param name="Fit">Whether the point lies in those areas or only near them.</param>
/// <param name="Grid">The grid, or the nearest one.</param>
/// <param name="MicroGrid">The micro-grid, or the nearest one.</param>
/// <param name="Compound">The innermost compound, or the nearest one.</param>
/// <param name="Building">The building, or the nearest one.</param>
public sealed record Whereabouts(
    IReadOnlyList<Area> Areas,
    AreaFit Fit,
    Near<Grid>? Grid,
    Near<MicroGrid>? MicroGrid,
    Near<Compound>? Compound,
    Near<Building>? Building
);
