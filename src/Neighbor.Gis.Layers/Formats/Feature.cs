using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>要素. A geometry with its properties, as maps exchange it.</summary>
/// <param name="Geometry">Where it is, longitude first, or null for a feature that has no place.</param>
/// <param name="Properties">
/// What is said about it, in the order it is said. A value is null, a <see cref="bool"/>, a <see cref="long"/> or
/// <see cref="double"/>, a <see cref="string"/>, a list of values, or a dictionary of values. Writers also take the other
/// number types, dates and enums.
/// </param>
/// <param name="Id">The identity of the feature within its collection, or null.</param>
public sealed record Feature(Geometry? Geometry, IReadOnlyDictionary<string, object?> Properties, string? Id = null)
{
    /// <summary>Whether the id is written as a number, as it was read.</summary>
    public bool IsNumberId { get; init; }
}
