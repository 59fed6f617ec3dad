using Neighbor.Gis.Spatial.Hours;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Who passes between two sides of a node, and when.</summary>
/// <param name="Passage">Who passes while it is open.</param>
/// <param name="Hours">When it is open; null means always.</param>
/// <param name="GateCode">The gate that says so, or null where nobody has surveyed one.</param>
/// <param name="Direction">Which ways it can be passed.</param>
internal readonly record struct GateRule(
    Passage Passage,
    OpeningHours? Hours,
    string? GateCode,
    GateDirection Direction = GateDirection.Both
)
{
    /// <summary>Whether it can ever hold anybody back, or somebody may want to close it.</summary>
    public bool CanHoldBack => Passage != Passage.Free || GateCode is not null;
}
