namespace Neighbor.Gis.Walking.Networks;

/// <summary>大门方向. Which ways a gate can be passed while it is open; turnstiles are often one-way.</summary>
public enum GateDirection : byte
{
    /// <summary>Both ways.</summary>
    Both,

    /// <summary>Only into the zone.</summary>
    InOnly,

    /// <summary>Only out of the zone.</summary>
    OutOnly,
}
