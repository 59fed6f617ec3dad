namespace Neighbor.Gis.Neighborhood.Responders;

/// <summary>职责. What somebody answers for.</summary>
public enum DutyRole
{
    /// <summary>街巷长.</summary>
    LaneHead,

    /// <summary>楼栋长.</summary>
    BuildingHead,

    /// <summary>楼道长.</summary>
    StairwellHead,

    /// <summary>网格员.</summary>
    GridWorker,

    /// <summary>党员中心户.</summary>
    ContactHousehold,

    /// <summary>志愿者.</summary>
    Volunteer,
}
