namespace Neighbor.Gis.Testing.Towns;

/// <summary>The sides of a character toward which it leads.</summary>
[Flags]
internal enum Sides
{
    None = 0,
    North = 1,
    East = 2,
    South = 4,
    West = 8,
    All = North | East | South | West,
}
