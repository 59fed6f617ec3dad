namespace Neighbor.Gis.Benchmarks.Towns;

/// <summary>How many things stand in a town.</summary>
/// <param name="Buildings">Buildings beside its streets.</param>
/// <param name="Responders">Responders on its streets.</param>
internal sealed record TownSize(int Buildings, int Responders);
