namespace Neighbor.Gis.Server.Walks;

/// <summary>拦阻. What is first in the way of a walk.</summary>
public enum HindranceKind
{
    /// <summary>A gate that nobody passes at that hour.</summary>
    ClosedGate,

    /// <summary>A gate that is passed only the other way.</summary>
    OneWayGate,

    /// <summary>A gate through which nobody walks but to end behind it, or who lives there.</summary>
    ResidentsOnlyGate,

    /// <summary>A line that is closed.</summary>
    Closure,

    /// <summary>The outline of a control zone.</summary>
    ControlZone,

    /// <summary>Nothing joins the two parts of the network.</summary>
    Island,

    /// <summary>Only ways that may not be walked in this direction join the two.</summary>
    OneWayPath,

    /// <summary>Steps, or a slope, that cannot be walked at this pace.</summary>
    NotAtThisPace,

    /// <summary>It takes longer than the minutes asked about.</summary>
    TooFar,

    /// <summary>Inside the compound no path is near.</summary>
    NoPathInCompound,

    /// <summary>No path is near.</summary>
    NotOnNetwork,
}
