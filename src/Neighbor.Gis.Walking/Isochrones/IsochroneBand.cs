namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>等时圈输入. What one cutoff reaches, and what it does not, near what it reaches.</summary>
/// <param name="Reached">
/// The pieces of ways reached, cut exactly where the walk ends; with them the access stretch from the origin to its
/// way.
/// </param>
/// <param name="Unreached">
/// Every other piece of a walkable way in the neighbourhood, the rest of a cut way included. What is missing here is
/// not kept out of the drawing; what lies more than 60 m from anything reached does not matter.
/// </param>
public sealed record IsochroneBand(Stretches Reached, Stretches Unreached);
