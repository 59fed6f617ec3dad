using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>Walls, water and railways scattered over a survey from a seed; some lead over its nodes.</summary>
public static class RandomObstacles
{
    private const double FieldMetres = 1_000;
    private const double BendMetres = 400;

    private static readonly WallKind[] Kinds = [WallKind.Barrier, WallKind.Barrier, WallKind.Railway, WallKind.Coast];

    /// <summary>Adds a few of each.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="seed">What they are made from.</param>
    /// <param name="lines">How many lines.</param>
    public static void AddTo(Survey survey, int seed, int lines = 6)
    {
        ArgumentNullException.ThrowIfNull(survey);
        Random random = new(~seed); // not the numbers the survey was made from
        for (int i = 0; i < lines; i++)
        {
            (double east, double north) = (FieldMetres * random.NextDouble(), FieldMetres * random.NextDouble());
            List<Coordinate> course = [Ground.CoordinateAt(east, north)];
            for (int bends = random.Next(1, 5); bends > 0; bends--)
            {
                east += BendMetres * (random.NextDouble() - 0.5);
                north += BendMetres * (random.NextDouble() - 0.5);
                course.Add(Ground.CoordinateAt(east, north));
            }

            if (random.Next(3) == 0 && survey.Ways.Count > 0)
            {
                SurveyedWay way = survey.Ways[random.Next(survey.Ways.Count)];
                course.Insert(1, way.Geom.Coordinates[random.Next(way.Geom.NumPoints)]);
            }

            if (random.Next(8) == 0 && survey.Ways.Count > 0)
            {
                course = [.. survey.Ways[random.Next(survey.Ways.Count)].Geom.Coordinates]; // right along a way
            }

            LineString line = new([.. course]) { SRID = Spatial.Position.Srid };
            survey.Obstacle(new SurveyedObstacle($"o{i}", Kinds[random.Next(Kinds.Length)], line));
        }

        (double west, double south) = (FieldMetres * random.NextDouble(), FieldMetres * random.NextDouble());
        Polygon pond = Ground.Rectangle(west, south, west + 150, south + 80);
        survey.Obstacle(new SurveyedObstacle("pond", WallKind.Water, pond));
    }
}
