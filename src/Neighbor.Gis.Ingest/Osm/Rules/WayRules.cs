using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>Which ways are walked on, and by whom: one table, read from the top, the first row that applies decides.</summary>
/// <remarks>
/// <para>Source: own, drawn from what OSRM, GraphHopper, Valhalla, R5 and OSMnx accept on foot and from how Chinese towns
/// are mapped. It differs from them where they lose people: private ways are kept but not walked through, a carriageway
/// is dropped for a separate pavement only where that pavement is really drawn and joined.</para>
/// </remarks>
internal static class WayRules
{
    private static readonly string[] NeverWalked =
    [
        "motorway",
        "motorway_link",
        "construction",
        "proposed",
        "raceway",
        "bus_guideway",
        "via_ferrata",
    ];

    private static readonly string[] Carriageways =
    [
        "primary",
        "primary_link",
        "secondary",
        "secondary_link",
        "tertiary",
        "tertiary_link",
        "unclassified",
        "residential",
        "living_street",
        "service",
        "road",
        "trunk",
        "trunk_link",
    ];

    private static readonly string[] Walked =
    [
        .. Carriageways,
        "footway",
        "path",
        "pedestrian",
        "steps",
        "track",
        "corridor",
        "elevator",
        "platform",
    ];

    private static readonly string[] SidewalkSides = ["sidewalk:left", "sidewalk:right", "sidewalk:both"];

    /// <summary>The table.</summary>
    public static IReadOnlyList<WayRule> Rows { get; } =
    [
        Row(t => !IsWay(t), WayVerdict.NotAWay, "not-a-way", "not a way", "不是道路"),
        Row(
            t => t["highway"] is null && t["route"] == "ferry",
            WayVerdict.Closed,
            "ferry",
            "a ferry, which has a timetable",
            "渡船,按班次运行"
        ),
        Row(
            t => t.Has("highway", NeverWalked) && !t.Has("foot", "yes", "designated"),
            WayVerdict.Closed,
            "never-walked",
            "a motorway, a building site or another class nobody walks on",
            "高速公路、在建道路等不可步行类型"
        ),
        Row(
            t => t["motorroad"] == "yes" && !t.Has("foot", "yes", "designated"),
            WayVerdict.Closed,
            "motorroad",
            "for motor vehicles only",
            "机动车专用道路"
        ),
        Row(
            t => t.Has("service", "drive-through", "emergency_access") && !AccessWords.LetsWalkersIn(t),
            WayVerdict.Closed,
            "drive-through",
            "a drive-through or an access for fire engines",
            "免下车通道或消防应急通道"
        ),
        Row(
            t => IsWalkable(t) && AccessWords.Of(t) == AccessWord.Closed && ConditionalHours.Opens(t) is not null,
            WayVerdict.Public,
            "opened-at-hours",
            "closed except at certain hours",
            "仅在规定时段开放"
        ),
        Row(
            t => IsWalkable(t) && AccessWords.Of(t) == AccessWord.Closed && WayTraits.IsAllowedOneWay(t),
            WayVerdict.Public,
            "opened-one-way",
            "closed except in one direction",
            "仅单向允许步行"
        ),
        Row(
            t => AccessWords.Of(t) == AccessWord.Closed,
            WayVerdict.Closed,
            "access-closed",
            "foot or access says no",
            "禁止步行"
        ),
        Row(
            t => t.Has("highway", "trunk", "trunk_link") && !HasSidewalk(t) && !AccessWords.LetsWalkersIn(t),
            WayVerdict.Closed,
            "trunk-without-sidewalk",
            "an expressway without a pavement",
            "快速路,无人行道"
        ),
        Row(
            t => t["highway"] == "bridleway" && !AccessWords.LetsWalkersIn(t),
            WayVerdict.Closed,
            "bridleway",
            "for riders only",
            "马道"
        ),
        Row(
            t => IsWalkable(t) && AccessWords.Of(t) == AccessWord.Reserved,
            WayVerdict.Private,
            "private",
            "private: never walked through",
            "私有道路,不可穿行"
        ),
        Row(
            t => IsWalkable(t) && AccessWords.Of(t) == AccessWord.Visitors,
            WayVerdict.Private,
            "visitors",
            "for those with business there: never walked through",
            "仅限到访,不可穿行"
        ),
        Row(
            t => t["highway"] == "cycleway" && (AccessWords.LetsWalkersIn(t) || t["segregated"] is not null),
            WayVerdict.Public,
            "cycleway-shared",
            "a cycleway shared with walkers",
            "人非共用道"
        ),
        Row(
            t => t["highway"] == "cycleway",
            WayVerdict.PublicUnlessBesideFootway,
            "cycleway",
            "a cycleway, walked where there is no footway",
            "自行车道,无人行道时可步行"
        ),
        Row(
            t => t.Has("highway", Carriageways) && SeparateSide(t) is not null && !AccessWords.LetsWalkersIn(t),
            WayVerdict.PublicUnlessBesideFootway,
            "sidewalk-separate",
            "its pavement is drawn beside it",
            "人行道单独绘制"
        ),
        Row(IsWalkable, WayVerdict.Public, "walked", "a class people walk on", "可步行类型"),
        Row(_ => true, WayVerdict.Closed, "other-class", "a class people do not walk on", "其他不可步行类型"),
    ];

    /// <summary>The row that decides about a way.</summary>
    public static WayRule Judge(OsmTags tags) => Rows.First(row => row.Applies(tags));

    /// <summary>The side (left -1, both 0, right 1 along the line) whose pavement is drawn separately, or null.</summary>
    public static int? SeparateSide(OsmTags tags)
    {
        if (tags["sidewalk"] == "separate" || tags["sidewalk:both"] == "separate")
        {
            return 0;
        }

        bool left = tags["sidewalk:left"] == "separate";
        bool right = tags["sidewalk:right"] == "separate";
        return (left, right) switch
        {
            (true, true) => 0,
            (true, false) => -1,
            (false, true) => 1,
            _ => null,
        };
    }

    private static bool IsWay(OsmTags tags) =>
        tags["highway"] is not null
        || tags["railway"] == "platform"
        || tags["man_made"] == "pier"
        || tags["route"] == "ferry";

    private static bool IsWalkable(OsmTags tags) =>
        tags["highway"] is { } highway
            ? Walked.Contains(highway)
                || highway == "cycleway"
                || (AccessWords.LetsWalkersIn(tags) && (highway == "bridleway" || NeverWalked.Contains(highway)))
            : tags["railway"] == "platform" || tags["man_made"] == "pier";

    private static bool HasSidewalk(OsmTags tags) =>
        tags.Has("sidewalk", "yes", "both", "left", "right")
        || Array.Exists(SidewalkSides, side => tags[side] == "yes");

    private static WayRule Row(
        Func<OsmTags, bool> applies,
        WayVerdict verdict,
        string key,
        string english,
        string chinese
    ) => new(applies, verdict, new Finding(key, english, chinese));
}
