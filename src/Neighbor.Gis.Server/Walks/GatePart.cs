using Neighbor.Gis.Neighborhood.Compounds;

namespace Neighbor.Gis.Server.Walks;

/// <summary>A gate of a walk, or in its way.</summary>
/// <param name="Code">Its code; null where a wall is crossed and nobody has surveyed a gate.</param>
/// <param name="Name">Its name; null likewise.</param>
/// <param name="Compound">The code of the compound it leads into; null where it stands on a path outside any.</param>
/// <param name="Access">Who may pass it while it is open.</param>
/// <param name="Hours">When it is open; null for always.</param>
/// <param name="CheckedOn">The day somebody last looked; null where nobody has.</param>
/// <param name="IsInward">Whether the walk goes in through it, or would.</param>
/// <param name="OpensAt">Of a gate that is shut by its hours: when it opens next, local; null otherwise.</param>
public sealed record GatePart(
    string? Code,
    string? Name,
    string? Compound,
    GateAccess Access,
    string? Hours,
    DateOnly? CheckedOn,
    bool IsInward,
    string? OpensAt
);
