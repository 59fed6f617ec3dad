using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>What can be found, apart from the rules of <c>WayRules</c> and <c>BarrierRules</c>, which name themselves.</summary>
internal static class Findings
{
    // Dropped.
    public static readonly Finding NotPlaced = new("not-placed", "no place on the globe", "坐标越界");
    public static readonly Finding NoNodes = new(
        "no-nodes",
        "fewer than two of its nodes are in the file",
        "文件中不足两个节点"
    );
    public static readonly Finding NotClosed = new("not-closed", "the outline is not closed", "轮廓未闭合");
    public static readonly Finding MissingNodes = new(
        "missing-nodes",
        "nodes of the outline are not in the file",
        "轮廓节点缺失"
    );
    public static readonly Finding MissingMembers = new(
        "missing-members",
        "members of the outline are not in the file",
        "轮廓成员缺失"
    );
    public static readonly Finding NotValid = new(
        "not-valid",
        "the outline crosses itself and cannot be repaired",
        "轮廓自相交且无法修复"
    );
    public static readonly Finding NoOutline = new(
        "no-outline",
        "mapped as a point or line, without an outline",
        "只有点或线,没有轮廓"
    );
    public static readonly Finding NotStanding = new("not-standing", "not a standing building", "不是现存建筑");
    public static readonly Finding NotOnBuilding = new(
        "not-on-building",
        "not on the outline of a building",
        "不在楼栋轮廓上"
    );
    public static readonly Finding NotADoor = new(
        "not-a-door",
        "an emergency exit or a garage door",
        "应急出口或车库门"
    );
    public static readonly Finding Nameless = new("nameless", "no name and no wall or fence", "无名称也无围墙");
    public static readonly Finding NotPublic = new("not-public", "not open to the public", "不对公众开放");
    public static readonly Finding BesideFootway = new("beside-footway", "a footway runs beside it", "旁边另有人行道");
    public static readonly Finding Unreached = new(
        "unreached",
        "a square, pier or platform no way leads to",
        "没有道路通达的广场、码头或站台"
    );
    public static readonly Finding GateOffNetwork = new(
        "gate-off-network",
        "on no way that can be walked",
        "不在可步行道路上"
    );

    // Taken, with a remark.
    public static readonly Finding Broken = new(
        "broken",
        "kept in parts: nodes are not in the file",
        "节点缺失,分段保留"
    );
    public static readonly Finding Split = new("split", "cut at a barrier nobody passes", "在不可通行的障碍处断开");
    public static readonly Finding Repaired = new(
        "repaired",
        "the outline crossed itself and was repaired",
        "轮廓自相交,已修复"
    );
    public static readonly Finding Partial = new(
        "partial",
        "kept in part: members are not in the file",
        "成员缺失,部分保留"
    );
    public static readonly Finding HoursUnknown = new(
        "hours-unknown",
        "opening hours not understood",
        "开放时间无法识别"
    );
    public static readonly Finding Island = new(
        "island",
        "cut off from the largest part of the network",
        "与主路网不连通"
    );
    public static readonly Finding Crossed = new(
        "crossed",
        "an open area crossed along lines of sight",
        "广场内部直线穿行"
    );
    public static readonly Finding GateUnknownOpen = new(
        "gate-unknown-open",
        "no access tag, on an open way: taken as open",
        "无通行标签,位于公共道路:视为开放"
    );
    public static readonly Finding GateUnknownResidents = new(
        "gate-unknown-residents",
        "no access tag, at a compound or private way: residents only",
        "无通行标签,位于小区或私有道路:仅限住户"
    );
    private static readonly Finding CrossesZone = new(
        "crosses-compound-wall",
        "runs through the wall of a compound without a gate",
        "无大门而穿过小区围墙"
    );
    private static readonly Finding CrossesBarrier = new(
        "crosses-barrier",
        "runs through a wall or fence without a gate",
        "无门而穿过围墙或栅栏"
    );
    private static readonly Finding CrossesWater = new(
        "crosses-water",
        "runs through water without a bridge",
        "无桥而穿过水面"
    );
    private static readonly Finding CrossesRailway = new(
        "crosses-railway",
        "runs across a railway without a crossing",
        "无道口而穿过铁路"
    );
    private static readonly Finding CrossesCoast = new("crosses-coast", "runs out over the coast", "伸出海岸线");

    public static readonly Finding ApproximatePlace = new(
        "approximate-place",
        "placed by the part of its outline in the file",
        "仅据部分轮廓定位"
    );
    public static readonly Finding KeptBesideFootway = new(
        "kept-beside-footway",
        "a separate pavement is tagged, but not drawn or not joined: carriageway kept",
        "标注有独立人行道但未绘制或未连通:保留车行道"
    );

    /// <summary>A way that runs through something it cannot.</summary>
    public static Finding Crosses(WallKind kind) =>
        kind switch
        {
            WallKind.Zone => CrossesZone,
            WallKind.Barrier => CrossesBarrier,
            WallKind.Water => CrossesWater,
            WallKind.Railway => CrossesRailway,
            _ => CrossesCoast,
        };
}
