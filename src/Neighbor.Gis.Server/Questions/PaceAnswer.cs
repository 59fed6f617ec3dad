using Neighbor.Gis.Walking.Paces;

namespace Neighbor.Gis.Server.Questions;

/// <summary>The pace an answer was computed with.</summary>
/// <param name="Name">The word in addresses.</param>
/// <param name="MetresPerSecond">The speed on the level.</param>
public sealed record PaceAnswer(string Name, double MetresPerSecond)
{
    private const double MillimetresPerMetre = 1000;

    /// <summary>The answer's form of a pace.</summary>
    public static PaceAnswer Of(Pace pace) => new(pace.Name, pace.MillimetresPerSecond / MillimetresPerMetre);
}
