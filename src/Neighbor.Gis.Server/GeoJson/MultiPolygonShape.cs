using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Server.GeoJson;

/// <summary>A GeoJSON multi-polygon.</summary>
/// <param name="Coordinates">Polygons, of rings, of vertices; outer rings run counterclockwise, holes clockwise.</param>
public sealed record MultiPolygonShape(IReadOnlyList<IReadOnlyList<IReadOnlyList<double[]>>> Coordinates)
{
    /// <summary>Always <c>MultiPolygon</c>.</summary>
    public string Type { get; } = "MultiPolygon";

    /// <summary>The shape of a geometry.</summary>
    /// <remarks><para>Source: RFC 7946 §3.1.6, the right-hand rule.</para></remarks>
    public static MultiPolygonShape Of(MultiPolygon geometry) =>
        new([.. geometry.Geometries.Cast<Polygon>().Select(Rings)]);

    private static IReadOnlyList<IReadOnlyList<double[]>> Rings(Polygon polygon) =>
        [
            Ring(polygon.Shell, counterclockwise: true),
            .. polygon.Holes.Select(hole => Ring(hole, counterclockwise: false)),
        ];

    private static IReadOnlyList<double[]> Ring(LinearRing ring, bool counterclockwise)
    {
        IEnumerable<Coordinate> vertices = ring.Coordinates;
        return
        [
            .. (ring.IsCCW == counterclockwise ? vertices : vertices.Reverse()).Select(vertex =>
                Rounding.Pair(vertex.X, vertex.Y)
            ),
        ];
    }
}
