using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Dispatch.Nearest;

/// <summary>岗位、站点. Somebody or something that can be walked to or from.</summary>
/// <param name="Code">Its code; of equally near ones the lower comes first.</param>
/// <param name="Thing">Who or what it is.</param>
/// <param name="Position">Where its door is.</param>
/// <param name="Snap">Where the door opens onto the network, if a path is near.</param>
public sealed record Post<T>(string Code, T Thing, Position Position, Snapping Snap);
