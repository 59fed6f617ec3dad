namespace Neighbor.Gis.Neighborhood.Closures;

/// <summary>封控方式. What a closure closes.</summary>
public enum ClosureKind
{
    /// <summary>A line: nobody crosses it.</summary>
    Line,

    /// <summary>管控区. A control zone: nobody crosses its outline; who is inside walks inside.</summary>
    ControlZone,
}
