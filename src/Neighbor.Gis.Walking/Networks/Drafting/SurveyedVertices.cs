using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>The vertices of all ways, one after the other.</summary>
/// <param name="Ids">The node id of each.</param>
/// <param name="Positions">Where each is.</param>
/// <param name="FirstOfWay">Where each way begins, and the end.</param>
internal sealed record SurveyedVertices(long[] Ids, Position[] Positions, int[] FirstOfWay)
{
    public static SurveyedVertices Of(IReadOnlyList<SurveyedWay> ways)
    {
        int[] firstOfWay = new int[ways.Count + 1];
        for (int way = 0; way < ways.Count; way++)
        {
            firstOfWay[way + 1] = firstOfWay[way] + ways[way].NodeIds.Count;
        }

        long[] ids = new long[firstOfWay[^1]];
        Position[] positions = new Position[ids.Length];
        int vertex = 0;
        foreach (SurveyedWay way in ways)
        {
            CoordinateSequence course = way.Geom.CoordinateSequence;
            for (int i = 0; i < course.Count; i++)
            {
                ids[vertex] = way.NodeIds[i];
                positions[vertex++] = new Position(course.GetX(i), course.GetY(i));
            }
        }

        return new SurveyedVertices(ids, positions, firstOfWay);
    }
}
