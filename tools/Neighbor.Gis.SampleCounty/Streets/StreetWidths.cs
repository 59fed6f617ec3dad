using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Streets;

/// <summary>How much ground a street takes.</summary>
internal static class StreetWidths
{
    /// <summary>Metres from the middle of a street to where a wall or a garden may begin.</summary>
    public static double Setback(WayKind? kind) =>
        kind switch
        {
            WayKind.Primary => 23,
            WayKind.Secondary => 17,
            WayKind.Tertiary => 12,
            WayKind.Residential => 7,
            WayKind.Pedestrian => 6,
            WayKind.Path or WayKind.Steps => 2.4,
            WayKind.Track => 5,
            _ => 12,
        };
}
