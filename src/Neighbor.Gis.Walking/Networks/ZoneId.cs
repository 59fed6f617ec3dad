namespace Neighbor.Gis.Walking.Networks;

/// <summary>A zone of the network by its number; zone 0 is everything outside all zones.</summary>
/// <param name="Value">0 to <c>ZoneCount - 1</c>.</param>
public readonly record struct ZoneId(int Value)
{
    /// <summary>The open street: outside every zone.</summary>
    public static ZoneId Outside => default;
}
