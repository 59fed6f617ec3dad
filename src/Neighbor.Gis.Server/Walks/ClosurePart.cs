namespace Neighbor.Gis.Server.Walks;

/// <summary>A closure in the way.</summary>
/// <param name="Code">Its code; null where it is one of the question's own.</param>
/// <param name="Name">Its name; null likewise.</param>
/// <param name="WhatIf">Its place in the question's own closures, from 0; null where it is a stored one.</param>
/// <param name="Until">The local time it ends; null until further notice.</param>
public sealed record ClosurePart(string? Code, string? Name, int? WhatIf, string? Until);
