namespace Neighbor.Gis.Walking.Networks;

/// <summary>节点. A place where one can turn: an end of links. Counted from 0 in Hilbert order.</summary>
/// <remarks><para>A gate is several nodes at one place, one for each side, joined by a gate arc.</para></remarks>
/// <param name="Value">0 to <c>NodeCount - 1</c>.</param>
public readonly record struct NodeId(int Value);
