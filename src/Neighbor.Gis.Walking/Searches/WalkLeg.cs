using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>路段. A piece of a walk: along a link, or through a gate.</summary>
public abstract record WalkLeg
{
    private WalkLeg() { }

    /// <summary>Along a link, or a part of it.</summary>
    /// <param name="Link">The link.</param>
    /// <param name="FromMm">Where on it the walk begins.</param>
    /// <param name="ToMm">Where on it the walk ends, which may lie before.</param>
    /// <param name="WalkMs">How long that takes.</param>
    public sealed record Along(LinkId Link, int FromMm, int ToMm, int WalkMs) : WalkLeg;

    /// <summary>Through a gate.</summary>
    /// <param name="Gate">Its place in <see cref="WalkingNetwork.Gates"/>.</param>
    /// <param name="IsInward">Whether the walker goes from its outer side to its inner.</param>
    public sealed record Through(int Gate, bool IsInward) : WalkLeg;
}
