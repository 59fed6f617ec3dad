using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Ingest.Osm.Shapes;
using Neighbor.Gis.Neighborhood.Buildings;

namespace Neighbor.Gis.Ingest.Osm.Ledgers;

/// <summary>Buildings with an outline, and the doors on their outlines. Who lives there is not in the file and stays null.</summary>
internal static class BuildingRows
{
    /// <summary>Reads both ledgers.</summary>
    public static (List<Building> Buildings, List<Entrance> Entrances) Read(ImportScope scope)
    {
        var buildings = new List<Building>();
        var buildingAt = new Dictionary<int, string>();
        HashSet<int> doors = Doors(scope);
        foreach ((MappedArea area, Outline.Drawn outline) in scope.Areas.Draw(Ledger.Buildings, IsStanding))
        {
            buildings.Add(
                new Building
                {
                    Code = area.Code,
                    Name = Names.OfHouse(area.Tags),
                    Use = BuildingUses.Use(area.Tags),
                    Floors = BuildingUses.Floors(area.Tags),
                    Geom = outline.Geom,
                    Source = scope.Source,
                }
            );
            NoteDoors(scope.Objects, area, doors, buildingAt);
        }

        CountTheRest(scope);
        return (buildings, ReadEntrances(scope, doors, buildingAt));
    }

    private static bool IsStanding(OsmTags tags) => BuildingUses.IsTagged(tags) && BuildingUses.IsStanding(tags);

    private static HashSet<int> Doors(ImportScope scope)
    {
        var doors = new HashSet<int>();
        foreach (int node in scope.Objects.TaggedNodes)
        {
            OsmTags tags = scope.Objects.NodeTags(node);
            if (tags["entrance"] is not (null or "no") || tags["building"] == "entrance")
            {
                doors.Add(node);
            }
        }

        return doors;
    }

    private static void NoteDoors(
        OsmObjects objects,
        MappedArea area,
        HashSet<int> doors,
        Dictionary<int, string> buildingAt
    )
    {
        if (doors.Count == 0)
        {
            return;
        }

        IEnumerable<int> ways =
            area.Relation?.Members.Select(member => objects.FindWay(member.WayId)).Where(way => way >= 0) ?? area.Ways;
        foreach (int way in ways)
        {
            foreach (int node in objects.WayNodes(way))
            {
                if (doors.Contains(node))
                {
                    buildingAt.TryAdd(node, area.Code);
                }
            }
        }
    }

    private static List<Entrance> ReadEntrances(
        ImportScope scope,
        HashSet<int> doors,
        Dictionary<int, string> buildingAt
    )
    {
        var entrances = new List<Entrance>();
        foreach (int node in doors.Order())
        {
            OsmTags tags = scope.Objects.NodeTags(node);
            string code = OsmCodes.Node(scope.Objects.NodeId(node));
            if (tags.Has("entrance", "emergency", "garage", "exit"))
            {
                scope.Tally.Add(Ledger.Entrances, Findings.NotADoor, code);
            }
            else if (!buildingAt.TryGetValue(node, out string? building))
            {
                scope.Tally.Add(Ledger.Entrances, Findings.NotOnBuilding, code);
            }
            else
            {
                entrances.Add(
                    new Entrance
                    {
                        Code = code,
                        Name = tags["name"] ?? tags["ref"] ?? tags["addr:unit"] ?? tags["addr:housenumber"] ?? "",
                        BuildingCode = building,
                        Geom = scope.Point(node),
                        Source = scope.Source,
                    }
                );
            }
        }

        return entrances;
    }

    private static void CountTheRest(ImportScope scope)
    {
        OsmObjects objects = scope.Objects;
        foreach (int node in objects.TaggedNodes)
        {
            OsmTags tags = objects.NodeTags(node);
            if (IsStanding(tags))
            {
                scope.Tally.Add(Ledger.Buildings, Findings.NoOutline, OsmCodes.Node(objects.NodeId(node)));
            }
        }

        for (int way = 0; way < objects.WayCount; way++)
        {
            OsmTags tags = objects.WayTags(way);
            if (tags["building"] is not (null or "no") && !BuildingUses.IsStanding(tags))
            {
                scope.Tally.Add(Ledger.Buildings, Findings.NotStanding, OsmCodes.Way(objects.WayId(way)));
            }
        }
    }
}
