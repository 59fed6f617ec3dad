using Neighbor.Gis.Ingest.Osm.Files;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>Which ways a gate or turnstile lets people, as its tags say it.</summary>
internal static class GateFlows
{
    private static readonly string[] Turnstiles = ["turnstile", "full-height_turnstile"];

    /// <summary>Whether it is a turnstile that turns one way only; any other is walked through like a bollard.</summary>
    public static bool IsOneWayTurnstile(OsmTags tags) =>
        tags.Has("barrier", Turnstiles) && (AlongWay(tags) != 0 || OfZone(tags) != 0);

    /// <summary>Along the line of the way it stands on: 1, against it: -1, or 0 for both.</summary>
    public static int AlongWay(OsmTags tags) =>
        (tags["oneway:foot"] ?? tags["oneway"]) switch
        {
            "yes" or "true" or "1" => 1,
            "-1" or "reverse" => -1,
            _ => 0,
        };

    /// <summary>Only into what it closes off: 1, only out of it: -1, or 0 for both.</summary>
    public static int OfZone(OsmTags tags)
    {
        bool isEntry = tags["entrance"] == "entry" || tags["entry"] is "yes" or "only";
        bool isExit = tags["entrance"] == "exit" || tags["exit"] is "yes" or "only";
        return (isEntry, isExit) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => 0,
        };
    }
}
