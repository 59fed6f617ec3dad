using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Compounds;

/// <summary>The ground of one compound: a block or half of one.</summary>
/// <param name="Block">The block it is in.</param>
/// <param name="Ground">Its ground, to the middles of the streets.</param>
/// <param name="Streets">The streets round it.</param>
/// <param name="Kind">What is to stand there.</param>
/// <param name="Cells">Into how many cells it falls.</param>
internal sealed record Parcel(Block Block, Patch Ground, SideStreets Streets, CompoundKind Kind, int Cells);
