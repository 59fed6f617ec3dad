namespace Neighbor.Gis.Walking.Explanations;

/// <summary>拦阻原因. Why a gate does not let a walker pass.</summary>
public enum GateRefusal
{
    /// <summary>Nobody passes it then.</summary>
    Closed,

    /// <summary>It is passed only the other way.</summary>
    WrongWay,

    /// <summary>Only those pass who live behind it or end there: nobody walks through.</summary>
    ThroughPassage,
}
