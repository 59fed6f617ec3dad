using Neighbor.Gis.Spatial.Hours;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>大门. A gate as surveyed: on a node, and with a rule for who passes.</summary>
/// <param name="Code">Its code, unique among the gates.</param>
/// <param name="NodeId">The surveyed node it stands on.</param>
/// <param name="Passage">Who passes while it is open.</param>
/// <param name="Hours">When it is open; null means always. Outside its hours nobody passes.</param>
/// <param name="ZoneCode">The zone it leads into, or null for a gate on a path outside any zone.</param>
/// <param name="Direction">Which ways it can be passed; a gate outside any zone is passed both ways.</param>
public sealed record SurveyedGate(
    string Code,
    long NodeId,
    Passage Passage,
    OpeningHours? Hours,
    string? ZoneCode,
    GateDirection Direction = GateDirection.Both
);
