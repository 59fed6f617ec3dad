namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>A run of a way whose nodes are all there and that no barrier cuts.</summary>
/// <param name="Of">The way it is a piece of.</param>
/// <param name="Index">Which piece of the way, from 0.</param>
/// <param name="Nodes">The nodes under its vertices, by number.</param>
internal sealed record WayPiece(JudgedWay Of, int Index, int[] Nodes);
