using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Snaps;

/// <summary>Where somebody stands who is to be placed.</summary>
/// <param name="Position">The position.</param>
/// <param name="Plane">The ground around it.</param>
/// <param name="Zone">The outlined zone it is in; 0 for the open street.</param>
/// <param name="IsBehindWall">Whether the zone is walled and has links of its own.</param>
/// <param name="HasNoWayOut">Whether the zone has neither links of its own nor a gate on record.</param>
internal readonly record struct SnapStand(
    Position Position,
    LocalPlane Plane,
    int Zone,
    bool IsBehindWall,
    bool HasNoWayOut
);
