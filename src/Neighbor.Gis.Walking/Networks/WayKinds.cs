namespace Neighbor.Gis.Walking.Networks;

internal static class WayKinds
{
    /// <summary>How many kinds of way there are.</summary>
    public const int Count = (int)WayKind.Elevator + 1;
}
