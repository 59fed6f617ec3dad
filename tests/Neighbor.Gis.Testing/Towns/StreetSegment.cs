using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>A straight piece of a way, from one vertex to the next.</summary>
/// <param name="From">The node it begins at.</param>
/// <param name="To">The node it ends at.</param>
/// <param name="LengthMm">How long it is, to the millimetre.</param>
/// <param name="Way">The way it is a piece of.</param>
public readonly record struct StreetSegment(int From, int To, int LengthMm, SurveyedWay Way);
