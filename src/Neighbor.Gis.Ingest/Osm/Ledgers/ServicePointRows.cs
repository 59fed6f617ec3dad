using System.Globalization;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Ingest.Osm.Shapes;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Spatial.Hours;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Ledgers;

/// <summary>Services mapped as nodes, ways or relations; an area becomes a point on its own ground.</summary>
internal static class ServicePointRows
{
    /// <summary>Reads the ledger.</summary>
    public static List<ServicePoint> Read(ImportScope scope)
    {
        var points = new List<ServicePoint>();
        foreach (int node in scope.Objects.TaggedNodes)
        {
            Take(
                scope,
                OsmCodes.Node(scope.Objects.NodeId(node)),
                scope.Objects.NodeTags(node),
                scope.Point(node),
                points
            );
        }

        foreach ((MappedArea area, Outline outline) in scope.Areas.Outlines(t => ServicePointRules.Find(t) is not null))
        {
            if (Place(scope, area, outline) is { } place)
            {
                Take(scope, area.Code, area.Tags, place, points);
            }
            else
            {
                scope.Tally.Add(Ledger.ServicePoints, Findings.MissingNodes, area.Code);
            }
        }

        return points;
    }

    private static void Take(ImportScope scope, string code, OsmTags tags, Point place, List<ServicePoint> points)
    {
        if (ServicePointRules.Find(tags) is not { } rule)
        {
            return;
        }

        if (rule.MayBePrivate && AccessWords.Of(tags["access"]) is AccessWord.Closed or AccessWord.Reserved)
        {
            scope.Tally.Add(Ledger.ServicePoints, Findings.NotPublic, code);
            return;
        }

        bool hasHours = OpeningHours.TryParse(tags["opening_hours"], out OpeningHours? hours, out _);
        if (!hasHours && tags["opening_hours"] is not null)
        {
            scope.Tally.Add(Ledger.ServicePoints, Findings.HoursUnknown, code);
        }

        bool isCounted = int.TryParse(
            tags["capacity"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int capacity
        );
        points.Add(
            new ServicePoint
            {
                Code = code,
                Name = Names.OfPlace(tags),
                Kind = rule.Kind,
                Functions = rule.Functions,
                Status = IsClosed(tags) ? ServicePointStatus.Closed : ServicePointStatus.Open,
                Hours = hours?.Text,
                Capacity = isCounted && capacity > 0 ? capacity : null,
                Geom = place,
                Source = scope.Source,
            }
        );
    }

    private static bool IsClosed(OsmTags tags) => tags["disused"] == "yes" || tags["abandoned"] == "yes";

    private static Point? Place(ImportScope scope, MappedArea area, Outline outline)
    {
        if (outline is Outline.Drawn drawn)
        {
            return drawn.Geom.InteriorPoint;
        }

        var present = new List<Coordinate>();
        foreach (int way in area.Ways)
        {
            foreach (int node in scope.Objects.WayNodes(way))
            {
                if (node >= 0)
                {
                    present.Add(scope.Place(node));
                }
            }
        }

        if (present.Count == 0)
        {
            return null;
        }

        scope.Tally.Add(Ledger.ServicePoints, Findings.ApproximatePlace, area.Code);
        return ImportScope.Geometry.CreateMultiPointFromCoords([.. present]).InteriorPoint;
    }
}
