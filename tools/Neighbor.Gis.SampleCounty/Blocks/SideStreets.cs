using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Blocks;

/// <summary>The kinds of street along four sides; null where there is none.</summary>
internal sealed record SideStreets(WayKind? South, WayKind? East, WayKind? North, WayKind? West);
