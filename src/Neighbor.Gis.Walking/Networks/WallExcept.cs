namespace Neighbor.Gis.Walking.Networks;

/// <summary>Which walls do not count in a question.</summary>
/// <param name="Zone">A zone whose outline does not; 0 for none.</param>
/// <param name="Barriers">Whether walls and fences by themselves do not either.</param>
internal readonly record struct WallExcept(int Zone, bool Barriers);
