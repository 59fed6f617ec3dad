using System.Globalization;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>What a walkable way is, apart from who may walk on it.</summary>
internal static class WayTraits
{
    private const int MostSteps = 10_000; // the longest flights there are; above it is a typing error

    private static readonly Dictionary<string, WayKind> KindOfHighway = new()
    {
        ["motorway"] = WayKind.Primary,
        ["motorway_link"] = WayKind.Primary,
        ["trunk"] = WayKind.Primary,
        ["trunk_link"] = WayKind.Primary,
        ["primary"] = WayKind.Primary,
        ["primary_link"] = WayKind.Primary,
        ["secondary"] = WayKind.Secondary,
        ["secondary_link"] = WayKind.Secondary,
        ["tertiary"] = WayKind.Tertiary,
        ["tertiary_link"] = WayKind.Tertiary,
        ["unclassified"] = WayKind.Tertiary,
        ["residential"] = WayKind.Residential,
        ["living_street"] = WayKind.Residential,
        ["road"] = WayKind.Residential,
        ["service"] = WayKind.Service,
        ["pedestrian"] = WayKind.Pedestrian,
        ["steps"] = WayKind.Steps,
        ["track"] = WayKind.Track,
        ["corridor"] = WayKind.Indoor,
        ["elevator"] = WayKind.Elevator,
    };

    /// <summary>What one walks on.</summary>
    public static WayKind Kind(OsmTags tags)
    {
        WayKind kind = KindOfHighway.GetValueOrDefault(tags["highway"] ?? "", WayKind.Path);
        if (kind is WayKind.Path or WayKind.Pedestrian)
        {
            if (tags["footway"] == "crossing" || tags["path"] == "crossing" || tags["cycleway"] == "crossing")
            {
                return WayKind.Crossing;
            }

            if (tags["indoor"] == "yes")
            {
                return WayKind.Indoor;
            }
        }

        return kind;
    }

    /// <summary>Which way along the line it is walked. A plain <c>oneway</c> is for vehicles and says nothing here.</summary>
    public static WayDirection Direction(OsmTags tags)
    {
        WayDirection direction = tags["oneway:foot"] switch
        {
            "yes" or "true" or "1" => WayDirection.Forward,
            "-1" or "reverse" => WayDirection.Backward,
            _ => tags["conveying"] switch
            {
                "forward" => WayDirection.Forward,
                "backward" => WayDirection.Backward,
                "yes" when tags["oneway"] == "yes" => WayDirection.Forward,
                "yes" when tags["oneway"] == "-1" => WayDirection.Backward,
                _ => WayDirection.Both,
            },
        };

        if (direction == WayDirection.Both)
        {
            direction = (IsClosed("foot:forward"), IsClosed("foot:backward")) switch
            {
                (false, true) => WayDirection.Forward,
                (true, false) => WayDirection.Backward,
                _ => WayDirection.Both,
            };
        }

        return direction;

        // What foot and access forbid is forbidden both ways, save the way that is named.
        bool IsClosed(string key) =>
            (AccessWords.Of(tags[key]) is var word && word != AccessWord.Silent ? word : AccessWords.Of(tags))
            == AccessWord.Closed;
    }

    /// <summary>Whether foot lets walkers along the line in one direction at least, whatever holds for the way as such.</summary>
    public static bool IsAllowedOneWay(OsmTags tags) =>
        AccessWords.Of(tags["foot:forward"]) == AccessWord.Allowed
        || AccessWords.Of(tags["foot:backward"]) == AccessWord.Allowed;

    /// <summary>How many steps a flight has; null where nobody has counted.</summary>
    public static int? StepCount(OsmTags tags) =>
        Kind(tags) == WayKind.Steps
        && int.TryParse(tags["step_count"], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        && count is > 0 and <= MostSteps
            ? count
            : null;

    /// <summary>Whether it is a bridge.</summary>
    public static bool IsBridge(OsmTags tags) => tags["bridge"] is not (null or "no");

    /// <summary>Whether it runs below the ground or through a building.</summary>
    public static bool IsTunnel(OsmTags tags) => tags["tunnel"] is not (null or "no");

    /// <summary>Whether the closed way is ground to walk about on, not a loop to walk along.</summary>
    public static bool IsArea(OsmTags tags) => tags["area"] == "yes";
}
