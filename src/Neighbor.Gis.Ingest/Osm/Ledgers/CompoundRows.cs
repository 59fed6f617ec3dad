using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Ingest.Osm.Shapes;
using Neighbor.Gis.Neighborhood.Compounds;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Neighbor.Gis.Ingest.Osm.Ledgers;

/// <summary>Residential ground that has a name or a wall round it.</summary>
/// <remarks>
/// <para>Walled is what says so: a barrier or gate tag on the ground itself, or walls and fences along most of its outline.
/// Everything else is not walled: an estate taken for walled without cause cuts a town in pieces. Who manages it is not in
/// the file, so a walled one counts as managed and any other as open.</para>
/// </remarks>
internal static class CompoundRows
{
    private const double WallWithinMetres = 8;
    private const double WalledShare = 0.8;

    /// <summary>Reads the ledger.</summary>
    public static List<Compound> Read(ImportScope scope)
    {
        var drawn = new List<(MappedArea Area, MultiPolygon Geom, bool IsWalled)>();
        NearbyLines? walls = null;
        foreach ((MappedArea area, Outline.Drawn outline) in scope.Areas.Draw(Ledger.Compounds, IsResidential))
        {
            walls ??= WallsOf(scope, outline.Geom.EnvelopeInternal.Centre.Y);
            bool isWalled =
                SaysWalled(area.Tags)
                || outline.Geom.Geometries.All(part =>
                    walls.ShareBeside(((Polygon)part).Shell.Coordinates) >= WalledShare
                );
            if (isWalled || Names.Of(area.Tags).Length > 0)
            {
                drawn.Add((area, outline.Geom, isWalled));
            }
            else
            {
                scope.Tally.Add(Ledger.Compounds, Findings.Nameless, area.Code);
            }
        }

        string?[] parents = Parents(drawn.ConvertAll(d => (d.Area.Code, d.Geom)));
        return
        [
            .. drawn.Select(
                (d, i) =>
                    new Compound
                    {
                        Code = d.Area.Code,
                        Name = Names.Of(d.Area.Tags),
                        Kind = d.IsWalled ? CompoundKind.ManagedHighRise : CompoundKind.OpenUnmanaged,
                        IsWalled = d.IsWalled,
                        ParentCode = parents[i],
                        Geom = d.Geom,
                        Source = scope.Source,
                    }
            ),
        ];
    }

    private static bool IsResidential(OsmTags tags) => tags["landuse"] == "residential";

    private static bool SaysWalled(OsmTags tags) =>
        ObstacleRows.IsWall(tags)
        || tags["fenced"] == "yes"
        || tags["walled"] == "yes"
        || tags["gated"] == "yes"
        || tags["gated_community"] == "yes"
        || tags.Has("residential", "gated", "gated_community");

    private static NearbyLines WallsOf(ImportScope scope, double latitude)
    {
        var walls = new NearbyLines(latitude, WallWithinMetres);
        for (int way = 0; way < scope.Objects.WayCount; way++)
        {
            if (ObstacleRows.IsWall(scope.Objects.WayTags(way)))
            {
                var run = new List<Coordinate>();
                foreach (int node in scope.Objects.WayNodes(way))
                {
                    if (node >= 0)
                    {
                        run.Add(scope.Place(node));
                    }
                }

                walls.Add([.. run]);
            }
        }

        return walls;
    }

    /// <summary>The smallest of the others that holds each one.</summary>
    private static string?[] Parents(List<(string Code, MultiPolygon Geom)> compounds)
    {
        var index = new STRtree<int>();
        for (int i = 0; i < compounds.Count; i++)
        {
            index.Insert(compounds[i].Geom.EnvelopeInternal, i);
        }

        string?[] parents = new string?[compounds.Count];
        for (int i = 0; i < compounds.Count; i++)
        {
            MultiPolygon geom = compounds[i].Geom;
            double smallest = double.MaxValue;
            foreach (int other in index.Query(geom.EnvelopeInternal))
            {
                MultiPolygon round = compounds[other].Geom;
                if (other != i && round.Area < smallest && round.Area > geom.Area && round.Covers(geom))
                {
                    (parents[i], smallest) = (compounds[other].Code, round.Area);
                }
            }
        }

        return parents;
    }
}
