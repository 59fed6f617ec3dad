using Neighbor.Gis.Spatial.Hours;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>A gate as the network knows it: two nodes at one place, one on each side.</summary>
/// <param name="OuterNode">The node outside.</param>
/// <param name="InnerNode">The node inside.</param>
/// <param name="OuterZone">The zone outside.</param>
/// <param name="InnerZone">The zone inside; the same where the gate only closes a path.</param>
/// <param name="Passage">Who passes while it is open.</param>
/// <param name="Hours">When it is open; null means always.</param>
/// <param name="GateCode">The surveyed gate, or null where the zone or the way itself says so.</param>
/// <param name="Direction">Which ways it can be passed; both where its two sides are the same zone.</param>
public sealed record GateArc(
    NodeId OuterNode,
    NodeId InnerNode,
    ZoneId OuterZone,
    ZoneId InnerZone,
    Passage Passage,
    OpeningHours? Hours,
    string? GateCode,
    GateDirection Direction
);
