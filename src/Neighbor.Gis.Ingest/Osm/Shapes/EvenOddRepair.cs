using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Operation.Union;

namespace Neighbor.Gis.Ingest.Osm.Shapes;

/// <summary>Makes a valid outline of rings that cross: what lies inside an odd number of them is inside.</summary>
/// <remarks>
/// <para>The rings are cut where they cross, all faces between the pieces are formed, and a face stays if a point in it is
/// inside an odd number of rings. Unlike a buffer of zero no lobe of a figure of eight is lost.</para>
/// </remarks>
internal static class EvenOddRepair
{
    /// <summary>The repaired outline, or null where the cutting fails.</summary>
    public static MultiPolygon? TryRepair(IReadOnlyList<Ring> rings, GeometryFactory geometry)
    {
        try
        {
            Geometry cut = UnaryUnionOp.Union(
                rings.Select(r => (Geometry)geometry.CreateLineString(r.Line.Coordinates))
            );
            var faces = new Polygonizer();
            faces.Add(cut);
            Geometry[] inside = [.. faces.GetPolygons().Where(face => IsInside((Polygon)face, rings))];
            return UnaryUnionOp.Union(inside, geometry) switch
            {
                MultiPolygon several => (MultiPolygon)several.Normalized().Reverse(),
                Polygon one => geometry.CreateMultiPolygon([(Polygon)one.Normalized().Reverse()]),
                _ => null,
            };
        }
        catch (TopologyException)
        {
            return null; // the caller reports the outline as not valid
        }
    }

    private static bool IsInside(Polygon face, IReadOnlyList<Ring> rings)
    {
        Coordinate point = face.InteriorPoint.Coordinate;
        return rings.Count(ring => NetTopologySuite.Algorithm.PointLocation.IsInRing(point, ring.Line.Coordinates)) % 2
            == 1;
    }
}
