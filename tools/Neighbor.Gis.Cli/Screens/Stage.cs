namespace Neighbor.Gis.Cli.Screens;

/// <summary>How far a piece of work has come.</summary>
/// <param name="Title">What is being done.</param>
/// <param name="Fraction">0 to 1, or null where the end is not known.</param>
internal readonly record struct Stage(string Title, double? Fraction);
