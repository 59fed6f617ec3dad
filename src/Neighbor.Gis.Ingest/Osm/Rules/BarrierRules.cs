using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>Which nodes on a way are gates, which stop everybody: one table, the first row that applies decides.</summary>
/// <remarks>
/// <para>Source: own. Some 94 of 100 mapped gates carry no access tag, so a gate that says nothing is the ordinary case:
/// it is neither closed nor open here, but judged by where it stands (<c>GateRows</c>).</para>
/// <para>A gate nobody passes stays a gate, so that opening it can be tried out; a wall across a way is no gate and the
/// way ends on both sides of it. A turnstile is a gate only where it turns one way.</para>
/// </remarks>
internal static class BarrierRules
{
    private static readonly string[] Gates =
    [
        "gate",
        "lift_gate",
        "swing_gate",
        "sliding_gate",
        "sliding_beam",
        "hampshire_gate",
        "wicket_gate",
    ];

    private static readonly string[] Walls =
    [
        "wall",
        "city_wall",
        "retaining_wall",
        "fence",
        "jersey_barrier",
        "debris",
        "hedge",
    ];

    /// <summary>The table.</summary>
    public static IReadOnlyList<BarrierRule> Rows { get; } =
    [
        Gate(
            IsForEmergency,
            BarrierVerdict.GateEmergency,
            "gate-emergency",
            "a gate for emergencies only",
            "应急专用门"
        ),
        Gate(t => Word(t) == AccessWord.Allowed, BarrierVerdict.GateOpen, "gate-open", "a gate open to all", "公共门"),
        Gate(
            t => Word(t) == AccessWord.Closed && ConditionalHours.Opens(t) is not null,
            BarrierVerdict.GateOpen,
            "gate-opened-at-hours",
            "a gate open at certain hours",
            "定时开放的门"
        ),
        Gate(t => Word(t) == AccessWord.Closed, BarrierVerdict.GateClosed, "gate-closed", "a closed gate", "封闭的门"),
        Gate(
            t => Word(t) == AccessWord.Visitors,
            BarrierVerdict.GateVisitors,
            "gate-visitors",
            "a gate for those with business inside",
            "访客可进的门"
        ),
        Gate(
            t => Word(t) == AccessWord.Reserved,
            BarrierVerdict.GateResidents,
            "gate-residents",
            "a gate for residents",
            "仅限住户的门"
        ),
        Gate(t => t["locked"] == "yes", BarrierVerdict.GateClosed, "gate-locked", "a locked gate", "上锁的门"),
        Gate(_ => true, BarrierVerdict.GateUnknown, "gate-unknown", "a gate without an access tag", "无通行标签的门"),
        Node(
            t => t.Has("barrier", Walls) && Word(t) is not (AccessWord.Allowed or AccessWord.Visitors),
            BarrierVerdict.Blocked,
            "wall",
            "a wall or fence across the way",
            "围墙或栅栏横断"
        ),
        Node(
            t => Word(t) is AccessWord.Allowed or AccessWord.Visitors or AccessWord.Reserved,
            BarrierVerdict.Passable,
            "barrier-allowed",
            "a barrier walkers are let through",
            "允许行人通过的障碍"
        ),
        Node(
            t => Word(t) == AccessWord.Closed,
            BarrierVerdict.Blocked,
            "barrier-closed",
            "a barrier nobody passes",
            "禁止通过的障碍"
        ),
        Node(t => t["locked"] == "yes", BarrierVerdict.Blocked, "barrier-locked", "a locked barrier", "上锁的障碍"),
        Row(
            t => t["barrier"] is null && IsForEmergency(t),
            BarrierVerdict.Blocked,
            "entrance-emergency",
            "an emergency exit",
            "应急出口"
        ),
        Row(
            t => t["barrier"] is null && AccessWords.Of(t["foot"]) == AccessWord.Closed,
            BarrierVerdict.Blocked,
            "node-closed",
            "a place walkers are kept from",
            "禁止行人通过的地点"
        ),
        Row(_ => true, BarrierVerdict.Passable, "passable", "nothing that stops a walker", "不妨碍步行"),
    ];

    /// <summary>The row that decides about a node.</summary>
    public static BarrierRule Judge(OsmTags tags) => Rows.First(row => row.Applies(tags));

    private static bool IsForEmergency(OsmTags tags) =>
        (tags["foot"] ?? tags["access"]) == "emergency"
        || (tags["entrance"] == "emergency" && Word(tags) != AccessWord.Allowed);

    private static AccessWord Word(OsmTags tags) => AccessWords.Of(tags);

    private static BarrierRule Gate(
        Func<OsmTags, bool> applies,
        BarrierVerdict verdict,
        string key,
        string english,
        string chinese
    ) => Row(t => IsGate(t) && applies(t), verdict, key, english, chinese);

    private static bool IsGate(OsmTags tags) => tags.Has("barrier", Gates) || GateFlows.IsOneWayTurnstile(tags);

    private static BarrierRule Node(
        Func<OsmTags, bool> applies,
        BarrierVerdict verdict,
        string key,
        string english,
        string chinese
    ) => Row(t => t["barrier"] is not null && applies(t), verdict, key, english, chinese);

    private static BarrierRule Row(
        Func<OsmTags, bool> applies,
        BarrierVerdict verdict,
        string key,
        string english,
        string chinese
    ) => new(applies, verdict, new Finding(key, english, chinese));
}
