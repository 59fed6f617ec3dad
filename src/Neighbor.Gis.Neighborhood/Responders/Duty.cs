namespace Neighbor.Gis.Neighborhood.Responders;

/// <summary>责任. Who answers for which place, as what, and for how long.</summary>
public sealed class Duty
{
    /// <summary>The letter D and digits.</summary>
    public required string Code { get; init; }

    /// <summary>Who.</summary>
    public required string ResponderCode { get; init; }

    /// <summary>As what.</summary>
    public DutyRole Role { get; init; }

    /// <summary>Over what kind of thing.</summary>
    public DutyTarget Target { get; init; }

    /// <summary>Over which one.</summary>
    public required string TargetCode { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
