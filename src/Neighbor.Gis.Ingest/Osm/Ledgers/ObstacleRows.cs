using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Neighborhood.Obstacles;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Ledgers;

/// <summary>Walls, fences, hedges, railways on the ground and coasts, as lines.</summary>
/// <remarks>
/// <para>A line with nodes that are not in the file is kept in the runs that are there; the first keeps the plain code. Trams run in streets
/// and are stepped over; railways on bridges and in tunnels are walked under and over.</para>
/// </remarks>
internal static class ObstacleRows
{
    private static readonly Dictionary<string, ObstacleKind> Barriers = new()
    {
        ["wall"] = ObstacleKind.Wall,
        ["fence"] = ObstacleKind.Fence,
        ["hedge"] = ObstacleKind.Hedge,
        ["retaining_wall"] = ObstacleKind.RetainingWall,
        ["city_wall"] = ObstacleKind.CityWall,
    };

    private static readonly string[] Railways = ["rail", "light_rail", "narrow_gauge", "subway"];

    /// <summary>Reads the ledger.</summary>
    public static List<Obstacle> Read(ImportScope scope)
    {
        var obstacles = new List<Obstacle>();
        for (int way = 0; way < scope.Objects.WayCount; way++)
        {
            if (Kind(scope.Objects.WayTags(way)) is { } kind)
            {
                int before = obstacles.Count;
                Read(scope, way, kind, obstacles);
                string code = OsmCodes.Way(scope.Objects.WayId(way));
                int runs = obstacles.Count - before;
                bool isWhole = scope.Objects.WayNodes(way).IndexOf(-1) < 0;
                scope.Tally.Add(Ledger.Obstacles, Findings.NoNodes, code, runs == 0 ? 1 : 0);
                scope.Tally.Add(Ledger.Obstacles, Findings.Broken, code, runs > 0 && !isWhole ? 1 : 0);
            }
        }

        return obstacles;
    }

    /// <summary>Whether it is a wall, fence or hedge.</summary>
    public static bool IsWall(OsmTags tags) => tags["barrier"] is { } barrier && Barriers.ContainsKey(barrier);

    /// <summary>What stops a walker here, or null.</summary>
    public static ObstacleKind? Kind(OsmTags tags)
    {
        if (WayTraits.IsTunnel(tags) || WayTraits.IsBridge(tags) || tags["location"] == "underground")
        {
            return null;
        }

        if (tags["barrier"] is { } barrier && Barriers.TryGetValue(barrier, out ObstacleKind kind))
        {
            return kind;
        }

        if (tags.Has("railway", Railways))
        {
            return ObstacleKind.Railway;
        }

        return tags["natural"] == "coastline" ? ObstacleKind.Coast : null;
    }

    private static void Read(ImportScope scope, int way, ObstacleKind kind, List<Obstacle> obstacles)
    {
        var run = new List<Coordinate>();
        int runs = 0;
        foreach (int node in scope.Objects.WayNodes(way))
        {
            if (node < 0)
            {
                End();
            }
            else if (run.Count == 0 || !run[^1].Equals2D(scope.Place(node)))
            {
                run.Add(scope.Place(node));
            }
        }

        End();

        void End()
        {
            if (run.Count > 1)
            {
                string code = OsmCodes.Way(scope.Objects.WayId(way));
                obstacles.Add(
                    new Obstacle
                    {
                        Code = runs++ == 0 ? code : $"{code}:{runs}",
                        Kind = kind,
                        Geom = ImportScope.Geometry.CreateLineString([.. run]),
                        Source = scope.Source,
                    }
                );
            }

            run.Clear();
        }
    }
}
