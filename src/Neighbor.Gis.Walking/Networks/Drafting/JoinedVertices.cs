using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Vertices joined into nodes: those of one id at one place.</summary>
/// <param name="Ids">The id of each node, ascending.</param>
/// <param name="Positions">Where each is: of slightly different places the most western, then southern.</param>
/// <param name="OfVertex">The node of each vertex.</param>
/// <param name="InTwoPlaces">Ids that stand for several nodes.</param>
internal sealed record JoinedVertices(long[] Ids, Position[] Positions, int[] OfVertex, IReadOnlyList<long> InTwoPlaces)
{
    public static JoinedVertices Join(SurveyedVertices vertices, double samePlaceDegrees)
    {
        long[] sortedIds = [.. vertices.Ids];
        int[] order = new int[sortedIds.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sortedIds, order);
        List<long> ids = new(sortedIds.Length / 2);
        List<Position> positions = new(sortedIds.Length / 2);
        List<long> inTwoPlaces = [];
        int[] ofVertex = new int[order.Length];
        for (int first = 0; first < order.Length; )
        {
            int end = first + 1;
            while (end < order.Length && sortedIds[end] == sortedIds[first])
            {
                end++;
            }

            JoinOne(order.AsSpan(first..end));
            first = end;
        }

        return new JoinedVertices([.. ids], [.. positions], ofVertex, inTwoPlaces);

        void JoinOne(Span<int> sameId)
        {
            long id = vertices.Ids[sameId[0]];
            int firstOfId = positions.Count;
            if (sameId.Length > 1 && !AreEqual(sameId, vertices.Positions))
            {
                sameId.Sort((one, other) => Compare(vertices.Positions[one], vertices.Positions[other]));
            }

            foreach (int vertex in sameId)
            {
                int node = firstOfId;
                while (
                    node < positions.Count
                    && !IsSamePlace(positions[node], vertices.Positions[vertex], samePlaceDegrees)
                )
                {
                    node++;
                }

                if (node == positions.Count)
                {
                    ids.Add(id);
                    positions.Add(vertices.Positions[vertex]);
                    if (node == firstOfId + 1)
                    {
                        inTwoPlaces.Add(id);
                    }
                }

                ofVertex[vertex] = node;
            }
        }
    }

    /// <summary>The order of two nodes with the same key: by place, then by id.</summary>
    public int Compare(int one, int other)
    {
        int byPlace = Compare(Positions[one], Positions[other]);
        return byPlace != 0 ? byPlace : Ids[one].CompareTo(Ids[other]);
    }

    private static int Compare(Position one, Position other)
    {
        int byLongitude = one.Longitude.CompareTo(other.Longitude);
        return byLongitude != 0 ? byLongitude : one.Latitude.CompareTo(other.Latitude);
    }

    private static bool AreEqual(ReadOnlySpan<int> vertices, Position[] positions)
    {
        foreach (int vertex in vertices)
        {
            if (positions[vertex] != positions[vertices[0]])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSamePlace(Position one, Position other, double degrees) =>
        Math.Abs(one.Longitude - other.Longitude) <= degrees && Math.Abs(one.Latitude - other.Latitude) <= degrees;
}
