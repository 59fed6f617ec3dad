namespace Neighbor.Gis.Walking.Explanations;

/// <summary>途经设施. What a walker notices on his way.</summary>
public enum CrossingKind
{
    /// <summary>A gate.</summary>
    Gate,

    /// <summary>Steps.</summary>
    Steps,

    /// <summary>A lift.</summary>
    Lift,

    /// <summary>A signal on a small street.</summary>
    MinorSignal,

    /// <summary>A signal on a large street.</summary>
    MajorSignal,
}
