using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Closures;

/// <summary>封控. Ground that cannot be walked across for a time: a line, or the outline of a control zone.</summary>
public sealed class Closure
{
    /// <summary>The letter X and six digits.</summary>
    public required string Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>Why it was made.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The line nobody crosses; null for a control zone.</summary>
    public MultiLineString? Line { get; init; }

    /// <summary>The control zone; null for a line.</summary>
    public MultiPolygon? Zone { get; init; }

    /// <summary>The first instant it is in force, in UTC.</summary>
    public DateTime StartsAt { get; init; }

    /// <summary>The first instant it is no longer in force, in UTC, or null until further notice.</summary>
    public DateTime? EndsAt { get; init; }

    /// <summary>The data set it came from, or who entered it.</summary>
    public required string Source { get; init; }

    /// <summary>What it closes.</summary>
    public ClosureKind Kind => Zone is null ? ClosureKind.Line : ClosureKind.ControlZone;

    /// <summary>The line, or the zone.</summary>
    /// <exception cref="InvalidOperationException">It has neither.</exception>
    public Geometry Geom =>
        (Geometry?)Zone ?? Line ?? throw new InvalidOperationException($"The closure {Code} is nowhere.");

    /// <summary>Whether it is in force at an instant in UTC.</summary>
    public bool IsInForce(DateTime instant) => StartsAt <= instant && (EndsAt is not { } end || instant < end);
}
