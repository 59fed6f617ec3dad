namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>What a rule says about a node on a way.</summary>
internal enum BarrierVerdict
{
    /// <summary>One walks on.</summary>
    Passable,

    /// <summary>Nobody passes: the ways end here.</summary>
    Blocked,

    /// <summary>A gate anybody passes.</summary>
    GateOpen,

    /// <summary>A gate for those who belong inside.</summary>
    GateResidents,

    /// <summary>A gate where visitors are let in.</summary>
    GateVisitors,

    /// <summary>A gate nobody passes.</summary>
    GateClosed,

    /// <summary>A gate for fire engines and ambulances.</summary>
    GateEmergency,

    /// <summary>A gate that says nothing about who passes; where it stands decides.</summary>
    GateUnknown,
}
