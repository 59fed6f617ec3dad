using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>The length of a geodesic that is mostly short.</summary>
/// <remarks>
/// <para>Source: Gauss's mid-latitude formula: the radii of curvature at the mean latitude, where the terms of odd order
/// cancel. What is left out is below a twelfth of (s/R)² times 1 + 2 tan² φ: under 0.2 µm at 250 m up to 60°. Longer lines,
/// and those nearer the poles, are measured by <see cref="Geodesic"/>.</para>
/// </remarks>
internal static class ShortLine
{
    private const double LongestMetres = 250;
    private const double HighestLatitude = 60;

    /// <summary>Geodesic metres between two positions.</summary>
    public static double Metres(Position a, Position b)
    {
        double latitude = a.Latitude + ((b.Latitude - a.Latitude) / 2);
        var plane = new TangentPlane(new Position(a.Longitude, latitude));
        double east = (b.Longitude - a.Longitude) * plane.MetresPerDegreeEast;
        double north = (b.Latitude - a.Latitude) * plane.MetresPerDegreeNorth;
        double metres = Math.Sqrt((east * east) + (north * north));
        return metres <= LongestMetres && Math.Abs(latitude) <= HighestLatitude ? metres : Geodesic.Metres(a, b);
    }
}
