namespace Neighbor.Gis.Neighborhood.Compounds;

/// <summary>大门通行规则. Who may pass a gate while it is open.</summary>
public enum GateAccess
{
    /// <summary>Anybody may pass, also through.</summary>
    Open,

    /// <summary>Those who live or have business inside; nobody passes through. Also what an unknown gate is taken for.</summary>
    ResidentsOnly,

    /// <summary>Visitors are let in by staff; nobody passes through.</summary>
    StaffedVisitors,

    /// <summary>Nobody.</summary>
    Closed,

    /// <summary>Fire and ambulance only; nobody on an ordinary walk.</summary>
    EmergencyOnly,
}
