using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>What a walkable way is, apart from who may walk on it.</summary>
internal static class WayTraits
{
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
            bool noForward = AccessWords.Of(tags["foot:forward"]) == AccessWord.Closed;
            bool noBackward = AccessWords.Of(tags["foot:backward"]) == AccessWord.Closed;
            direction = (noForward, noBackward) switch
            {
                (false, true) => WayDirection.Forward,
                (true, false) => WayDirection.Backward,
                _ => WayDirection.Both,
            };
        }

        return direction;
    }

    /// <summary>Whether it is a bridge.</summary>
    public static bool IsBridge(OsmTags tags) => tags["bridge"] is not (null or "no");

    /// <summary>Whether it runs below the ground or through a building.</summary>
    public static bool IsTunnel(OsmTags tags) => tags["tunnel"] is not (null or "no");

    /// <summary>Whether the closed way is ground to walk about on, not a loop to walk along.</summary>
    public static bool IsArea(OsmTags tags) => tags["area"] == "yes";
}
