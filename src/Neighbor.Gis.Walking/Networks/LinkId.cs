namespace Neighbor.Gis.Walking.Networks;

/// <summary>路段. A stretch of way between two nodes with nothing to decide on it; its two arcs are its two directions.</summary>
/// <param name="Value">0 to <c>LinkCount - 1</c>.</param>
public readonly record struct LinkId(int Value);
