using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Reports;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>Straight walks across squares: between the places where other ways reach the outline, where one sees the other.</summary>
/// <remarks>
/// <para>Source: own. Squares drawn as one closed way and entered at 2 to 59 places; larger and relation squares are walked
/// round. Cost: one line-in-polygon question for each pair of entries.</para>
/// </remarks>
internal static class AreaCrossings
{
    private const int MostEntries = 59;

    /// <summary>Pairs of nodes (by number) that see each other across an area, with the area.</summary>
    public static List<(JudgedWay Area, int From, int To)> Find(ImportScope scope, List<WayPiece> pieces)
    {
        int[] visits = Visits(scope.Objects, pieces);
        var crossings = new List<(JudgedWay Area, int From, int To)>();
        foreach (WayPiece piece in pieces)
        {
            if (!piece.Of.IsArea || piece.Nodes[0] != piece.Nodes[^1] || piece.Nodes.Length < 4)
            {
                continue;
            }

            int before = crossings.Count;
            Cross(scope, piece, visits, crossings);
            if (crossings.Count > before)
            {
                string code = OsmCodes.Way(scope.Objects.WayId(piece.Of.Way));
                scope.Tally.Add(Ledger.Ways, Findings.Crossed, code);
            }
        }

        return crossings;
    }

    /// <summary>By node: how many pieces pass it.</summary>
    private static int[] Visits(OsmObjects objects, List<WayPiece> pieces)
    {
        int[] visits = new int[objects.NodeCount];
        foreach (WayPiece piece in pieces)
        {
            foreach (int node in piece.Nodes.AsSpan(piece.Nodes[0] == piece.Nodes[^1] ? 1 : 0))
            {
                visits[node]++;
            }
        }

        return visits;
    }

    private static void Cross(
        ImportScope scope,
        WayPiece piece,
        int[] visits,
        List<(JudgedWay Area, int From, int To)> crossings
    )
    {
        int corners = piece.Nodes.Length - 1;
        int[] entries = [.. Enumerable.Range(0, corners).Where(i => visits[piece.Nodes[i]] > 1)];
        if (entries.Length is < 2 or > MostEntries)
        {
            return;
        }

        Polygon area = ImportScope.Geometry.CreatePolygon(Array.ConvertAll(piece.Nodes, scope.Place));
        if (!area.IsValid)
        {
            return;
        }

        IPreparedGeometry ground = PreparedGeometryFactory.Prepare(area);
        for (int i = 0; i < entries.Length; i++)
        {
            for (int j = i + 1; j < entries.Length; j++)
            {
                bool isSide = entries[j] - entries[i] == 1 || entries[j] - entries[i] == corners - 1;
                (int from, int to) = (piece.Nodes[entries[i]], piece.Nodes[entries[j]]);
                if (!isSide && ground.Covers(Sight(scope, from, to)))
                {
                    crossings.Add((piece.Of, from, to));
                }
            }
        }
    }

    private static LineString Sight(ImportScope scope, int from, int to) =>
        ImportScope.Geometry.CreateLineString([scope.Place(from), scope.Place(to)]);
}
