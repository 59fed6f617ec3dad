using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>Collects the walls of zones and obstacles as straight pieces.</summary>
internal sealed class WallLines
{
    /// <summary>Four numbers a piece: longitude and latitude of one end and of the other.</summary>
    public List<double> Ends { get; } = [];

    /// <summary>What each piece is of.</summary>
    public List<int> OwnerOf { get; } = [];

    /// <summary>What kind each owner is of; the zones come first, by their numbers.</summary>
    public List<WallKind> KindOf { get; } = [];

    /// <summary>The code of each owner.</summary>
    public List<string> CodeOf { get; } = [];

    /// <summary>Collects the outlines of the walled zones, then the obstacles in their order.</summary>
    public static WallLines Of(ZoneTree zones, IReadOnlyList<SurveyedObstacle> obstacles)
    {
        WallLines lines = new();
        for (int zone = 0; zone < zones.Count; zone++)
        {
            bool isWall = zone > 0 && zones.IsWalled[zone];
            lines.Add(WallKind.Zone, zones.Codes[zone], isWall ? zones.Outlines[zone] : null);
        }

        foreach (SurveyedObstacle obstacle in obstacles)
        {
            lines.Add(obstacle.Kind, obstacle.Code, obstacle.Course);
        }

        return lines;
    }

    /// <summary>Every line of a geometry: the lines it consists of, and the rings of its polygons.</summary>
    public static IEnumerable<CoordinateSequence> CoursesOf(Geometry geometry)
    {
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            switch (geometry.GetGeometryN(i))
            {
                case LineString line:
                    yield return line.CoordinateSequence;
                    break;
                case Polygon polygon:
                    yield return polygon.Shell.CoordinateSequence;
                    foreach (LinearRing hole in polygon.Holes)
                    {
                        yield return hole.CoordinateSequence;
                    }

                    break;
            }
        }
    }

    private void Add(WallKind kind, string code, Geometry? geometry)
    {
        int owner = KindOf.Count;
        KindOf.Add(kind);
        CodeOf.Add(code);
        foreach (CoordinateSequence course in geometry is null ? [] : CoursesOf(geometry))
        {
            for (int i = 1; i < course.Count; i++)
            {
                Ends.AddRange([course.GetX(i - 1), course.GetY(i - 1), course.GetX(i), course.GetY(i)]);
                OwnerOf.Add(owner);
            }
        }
    }
}
