using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Ingest.Osm.Shapes;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>Puts every way before the table.</summary>
internal static class JudgedWays
{
    /// <summary>The ways walked on, by number; those that are not are counted with the rule that says so.</summary>
    public static List<JudgedWay> Read(ImportScope scope)
    {
        Dictionary<int, OsmTags> outlines = AreaOutlines(scope);
        var judged = new List<JudgedWay>();
        for (int way = 0; way < scope.Objects.WayCount; way++)
        {
            OsmTags tags = scope.Objects.WayTags(way);
            bool isArea = WayTraits.IsArea(tags) && scope.Objects.IsClosed(way);
            if (tags["highway"] is null && outlines.TryGetValue(way, out OsmTags ofArea))
            {
                (tags, isArea) = (ofArea, true);
            }

            if (tags.Count == 0)
            {
                continue;
            }

            WayRule rule = WayRules.Judge(tags);
            switch (rule.Verdict)
            {
                case WayVerdict.NotAWay:
                    break;
                case WayVerdict.Closed:
                    scope.Tally.Add(Ledger.Ways, rule.Reason, OsmCodes.Way(scope.Objects.WayId(way)));
                    break;
                default:
                    judged.Add(new JudgedWay(way, tags, rule, isArea));
                    break;
            }
        }

        return judged;
    }

    /// <summary>Outlines of squares that are drawn as relations: their members carry no tags of their own.</summary>
    private static Dictionary<int, OsmTags> AreaOutlines(ImportScope scope)
    {
        var outlines = new Dictionary<int, OsmTags>();
        foreach (MappedArea area in scope.Areas.Relations)
        {
            if (area.Tags["highway"] is null && area.Tags["railway"] != "platform")
            {
                continue;
            }

            foreach (OsmMember member in area.Relation!.Members)
            {
                int way = scope.Objects.FindWay(member.WayId);
                if (way >= 0)
                {
                    outlines.TryAdd(way, area.Tags);
                }
            }
        }

        return outlines;
    }
}
