using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Network;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>路网连通情况. How long the imported walking network is and how well it hangs together, with all gates open.</summary>
/// <param name="Ways">Ways, each piece of a broken way counted.</param>
/// <param name="Nodes">Different nodes under their vertices.</param>
/// <param name="LengthMetres">Length of all ways.</param>
/// <param name="PrivateMetres">Of these, private.</param>
/// <param name="Components">Parts that are not joined to each other.</param>
/// <param name="LargestShare">The longest part's share of the length, 0 to 1.</param>
/// <param name="Islands">Parts shorter than <see cref="IslandMetres"/>, other than the longest.</param>
public sealed record NetworkFigures(
    int Ways,
    int Nodes,
    double LengthMetres,
    double PrivateMetres,
    int Components,
    double LargestShare,
    int Islands
)
{
    /// <summary>Parts shorter than this are islands, which nobody is placed on from outside.</summary>
    public const double IslandMetres = 300;

    /// <summary>An import whose largest part holds less than this share of the length needs a look.</summary>
    public const double EnoughShare = 0.97;

    internal static NetworkFigures Of(ImportScope scope, IReadOnlyList<SurveyedWay> ways)
    {
        var places = new Dictionary<long, int>();
        foreach (long node in ways.SelectMany(way => way.NodeIds))
        {
            places.TryAdd(node, places.Count);
        }

        var union = new NodeUnion(places.Count);
        double[] metres = new double[ways.Count];
        for (int i = 0; i < ways.Count; i++)
        {
            metres[i] = Metres(ways[i].Geom);
            IReadOnlyList<long> nodes = ways[i].NodeIds;
            for (int j = 1; j < nodes.Count; j++)
            {
                union.Join(places[nodes[j - 1]], places[nodes[j]]);
            }
        }

        var parts = ways.Select((way, i) => (Way: way, Metres: metres[i], Part: union.Find(places[way.NodeIds[0]])))
            .GroupBy(w => w.Part)
            .Select(part => (Metres: part.Sum(w => w.Metres), FirstWay: part.First().Way.Id))
            .OrderByDescending(part => part.Metres)
            .ToList();
        foreach ((_, long way) in parts.Skip(1))
        {
            scope.Tally.Add(Ledger.Ways, Findings.Island, OsmCodes.Way(way));
        }

        double total = parts.Sum(part => part.Metres);
        return new NetworkFigures(
            ways.Count,
            places.Count,
            total,
            ways.Select((way, i) => way.Access == WayAccess.Private ? metres[i] : 0).Sum(),
            parts.Count,
            total > 0 ? parts[0].Metres / total : 0,
            parts.Skip(1).Count(part => part.Metres < IslandMetres)
        );
    }

    private static double Metres(LineString line)
    {
        double metres = 0;
        Coordinate[] places = line.Coordinates;
        for (int i = 1; i < places.Length; i++)
        {
            metres += Geodesic.Metres(
                new Spatial.Position(places[i - 1].X, places[i - 1].Y),
                new Spatial.Position(places[i].X, places[i].Y)
            );
        }

        return metres;
    }
}
