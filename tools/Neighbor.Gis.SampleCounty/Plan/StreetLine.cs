using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Plan;

/// <summary>A street of the plan that runs through the whole town, or a border without a street.</summary>
/// <param name="At">Metres: east of the origin for lines across the river, from the river for lines along it.</param>
/// <param name="Kind">What it is, or null where there is only a border.</param>
/// <param name="Name">Its name.</param>
/// <param name="HasBridge">Whether it crosses the river.</param>
internal sealed record StreetLine(double At, WayKind? Kind = null, string Name = "", bool HasBridge = false);
