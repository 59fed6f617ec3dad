using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Server.GeoJson;

/// <summary>A GeoJSON line.</summary>
/// <param name="Coordinates">Longitude and latitude of each vertex, seven decimals.</param>
public sealed record LineShape(IReadOnlyList<double[]> Coordinates)
{
    /// <summary>Always <c>LineString</c>.</summary>
    public string Type { get; } = "LineString";

    /// <summary>The shape of a course; a course of one position is a line that stays there.</summary>
    public static LineShape Of(IReadOnlyList<Position> course)
    {
        double[][] pairs = [.. course.Select(Rounding.Pair)];
        return new LineShape(pairs.Length == 1 ? [pairs[0], pairs[0]] : pairs);
    }
}
