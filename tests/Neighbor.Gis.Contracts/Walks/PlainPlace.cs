namespace Neighbor.Gis.Contracts.Walks;

/// <summary>A place where something snaps to.</summary>
/// <param name="Vertex">Its vertex.</param>
/// <param name="AccessSeconds">How long it takes from the thing to the way.</param>
/// <param name="Own">The zones whose gates whoever is there passes as a resident.</param>
internal sealed record PlainPlace(int Vertex, double AccessSeconds, IReadOnlySet<string> Own);
