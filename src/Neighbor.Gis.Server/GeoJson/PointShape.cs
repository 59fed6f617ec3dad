using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Server.GeoJson;

/// <summary>A GeoJSON point.</summary>
/// <param name="Coordinates">Longitude and latitude, seven decimals.</param>
public sealed record PointShape(double[] Coordinates)
{
    /// <summary>Always <c>Point</c>.</summary>
    public string Type { get; } = "Point";

    /// <summary>The shape of a position.</summary>
    public static PointShape Of(Position position) => new(Rounding.Pair(position));
}
