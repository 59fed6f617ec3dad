using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Searches;

namespace Neighbor.Gis.Walking.Explanations;

/// <summary>步行解释. How one walks from one place to another, or the first thing in the way.</summary>
public abstract record WalkExplanation
{
    private WalkExplanation() { }

    /// <summary>One gets there.</summary>
    /// <param name="Path">How.</param>
    public sealed record Reached(WalkPath Path) : WalkExplanation;

    /// <summary>One gets there, but not within the limit.</summary>
    /// <param name="Path">How, and how long it takes.</param>
    public sealed record TooFar(WalkPath Path) : WalkExplanation;

    /// <summary>A gate is in the way.</summary>
    /// <param name="Gate">Its place in <see cref="WalkingNetwork.Gates"/>.</param>
    /// <param name="IsInward">Whether the walker would go from its outer side to its inner.</param>
    /// <param name="Refusal">Why it does not let him pass.</param>
    /// <param name="Path">The walk he would make, were it open.</param>
    public sealed record HeldByGate(int Gate, bool IsInward, GateRefusal Refusal, WalkPath Path) : WalkExplanation;

    /// <summary>A closed line, or the outline of a control zone, is in the way.</summary>
    /// <param name="At">Where the walk meets it.</param>
    /// <param name="Path">The walk he would make, were it not.</param>
    public sealed record HeldByClosure(Position At, WalkPath Path) : WalkExplanation;

    /// <summary>Some way between the two cannot be walked at this pace: steps with a wheelchair, a slope too steep.</summary>
    /// <param name="Link">The first such link.</param>
    /// <param name="At">Where the walk comes to it.</param>
    /// <param name="Path">The walk of somebody who walks everything.</param>
    public sealed record NotAtThisPace(LinkId Link, Position At, WalkPath Path) : WalkExplanation;

    /// <summary>孤岛. The two lie on parts of the network that nothing joins.</summary>
    /// <param name="IsOrigin">Whether the smaller part is where the walk would begin.</param>
    /// <param name="Extent">The box around the smaller part, in degrees.</param>
    /// <param name="LengthMm">How long its ways are together.</param>
    public sealed record OnIsland(bool IsOrigin, Box Extent, long LengthMm) : WalkExplanation;

    /// <summary>The two are joined, but only by ways that may not be walked in this direction.</summary>
    /// <param name="At">Where the walk would end.</param>
    public sealed record AgainstOneWay(Position At) : WalkExplanation;
}
