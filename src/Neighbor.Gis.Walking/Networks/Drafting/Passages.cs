using System.Runtime.InteropServices;
using Neighbor.Gis.Spatial;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Where ways pass obstacles: on a vertex that both name, from one side of the obstacle to the other.</summary>
/// <remarks>
/// <para>A way that only runs along a wall on its vertices, or ends at one, passes nothing. At the end of a line every way that goes on
/// does: the next wall often begins there.</para>
/// <para>Cost: one look-up for each node, and a few steps for each node on an obstacle.</para>
/// </remarks>
internal static class Passages
{
    /// <summary>The places, in the order of the obstacles.</summary>
    public static List<Position> Find(SurveyedNodes nodes, IReadOnlyList<SurveyedObstacle> obstacles)
    {
        List<Position> passages = [];
        Dictionary<Position, int> nodeAt = NodesOn(nodes, obstacles);
        if (nodeAt.Count == 0)
        {
            return passages;
        }

        Dictionary<int, List<Position>> neighbours = NeighboursOf([.. nodeAt.Values], nodes);
        foreach (SurveyedObstacle obstacle in obstacles)
        {
            foreach (CoordinateSequence course in WallLines.CoursesOf(obstacle.Course))
            {
                for (int i = 0; i < course.Count; i++)
                {
                    if (nodeAt.TryGetValue(At(course, i), out int node) && IsPassed(course, i, neighbours[node]))
                    {
                        passages.Add(At(course, i));
                    }
                }
            }
        }

        return passages;
    }

    private static Position At(CoordinateSequence course, int i) => new(course.GetX(i), course.GetY(i));

    /// <summary>The node at each vertex of an obstacle that has one. Where several lie at one place nobody passes: the first stands
    /// for them.</summary>
    private static Dictionary<Position, int> NodesOn(SurveyedNodes nodes, IReadOnlyList<SurveyedObstacle> obstacles)
    {
        HashSet<Position> vertices = [];
        foreach (CoordinateSequence course in obstacles.SelectMany(o => WallLines.CoursesOf(o.Course)))
        {
            for (int i = 0; i < course.Count; i++)
            {
                vertices.Add(At(course, i));
            }
        }

        Dictionary<Position, int> nodeAt = [];
        for (int node = 0; vertices.Count > 0 && node < nodes.Positions.Length; node++)
        {
            if (vertices.Contains(nodes.Positions[node]))
            {
                nodeAt.TryAdd(nodes.Positions[node], node);
            }
        }

        return nodeAt;
    }

    private static Dictionary<int, List<Position>> NeighboursOf(HashSet<int> of, SurveyedNodes nodes)
    {
        Dictionary<int, List<Position>> neighbours = of.ToDictionary(
            static node => node,
            static _ => new List<Position>()
        );
        for (int way = 0; way < nodes.WayCount; way++)
        {
            ReadOnlySpan<int> course = nodes.OfWay(way);
            for (int i = 0; i < course.Length; i++)
            {
                if (!of.Contains(course[i]))
                {
                    continue;
                }

                ref List<Position> found = ref CollectionsMarshal.GetValueRefOrNullRef(neighbours, course[i]);
                if (i > 0)
                {
                    found.Add(nodes.Positions[course[i - 1]]);
                }

                if (i + 1 < course.Length)
                {
                    found.Add(nodes.Positions[course[i + 1]]);
                }
            }
        }

        return neighbours;
    }

    private static bool IsPassed(CoordinateSequence course, int i, List<Position> neighbours)
    {
        int last = course.Count - 1;
        bool isRing = At(course, 0) == At(course, last);
        if (!isRing && (i == 0 || i == last))
        {
            return neighbours.Count > 1;
        }

        Position before = At(course, i == 0 ? last - 1 : i - 1);
        Position after = At(course, i == last ? 1 : i + 1);
        int sides = 0;
        foreach (Position neighbour in neighbours)
        {
            sides |= SideOf(before, At(course, i), after, neighbour);
        }

        return sides == 3;
    }

    /// <summary>On which side of a bent line a place lies: left 1, right 2, on it 0.</summary>
    private static int SideOf(Position before, Position bend, Position after, Position place)
    {
        if (place == before || place == after)
        {
            return 0; // the way runs along it; by the numbers alone it would lie on either side
        }

        double first = Turn(before, bend, place);
        double second = Turn(bend, after, place);
        if (Turn(before, bend, after) >= 0)
        {
            return first > 0 && second > 0 ? 1
                : first < 0 || second < 0 ? 2
                : 0;
        }

        return first < 0 && second < 0 ? 2
            : first > 0 || second > 0 ? 1
            : 0;
    }

    private static double Turn(Position a, Position b, Position p) =>
        ((b.Longitude - a.Longitude) * (p.Latitude - a.Latitude))
        - ((b.Latitude - a.Latitude) * (p.Longitude - a.Longitude));
}
