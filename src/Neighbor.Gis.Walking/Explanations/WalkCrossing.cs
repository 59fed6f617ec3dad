using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Explanations;

/// <summary>途经. Something a walk goes through: a gate, steps, a lift, a signal.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">Where the walk comes to it.</param>
/// <param name="LengthMm">How long it is along the ways; 0 for a gate.</param>
/// <param name="WalkMs">How long it takes; 0 for a gate.</param>
public sealed record WalkCrossing(CrossingKind Kind, Position At, int LengthMm, int WalkMs)
{
    /// <summary>How many steps, where somebody has counted; null otherwise.</summary>
    public int? StepCount { get; init; }

    /// <summary>The place of a gate in <see cref="WalkingNetwork.Gates"/>; null for all else.</summary>
    public int? Gate { get; init; }

    /// <summary>Whether a gate is passed from its outer side to its inner.</summary>
    public bool IsInward { get; init; }
}
