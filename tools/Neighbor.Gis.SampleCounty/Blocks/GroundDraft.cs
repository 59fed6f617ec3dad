using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Blocks;

/// <summary>Water or a park before it has a code.</summary>
internal sealed record GroundDraft(string Name, GroundKind Kind, List<PlanePoint> Ring);
