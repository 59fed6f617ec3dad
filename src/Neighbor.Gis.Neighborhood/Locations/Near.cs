namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>A thing at or near a point.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="Metres">Geodesic metres from the point to its outline; 0 where the outline contains the point.</param>
public sealed record Near<T>(T Thing, double Metres);
