using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Plan;

/// <summary>The plan of the invented county seat, drawn by hand: the river, the street lines and the use of every square.</summary>
internal static class TownPlan
{
    /// <summary>The course of the river: metres north at every 400 m from 2,400 m west of the origin.</summary>
    public static Curve River { get; } =
        new(-2400, 400, [340, 280, 190, 60, -130, -300, -350, -260, -60, 90, 70, -80, -230]);

    /// <summary>Half the width of the river in metres.</summary>
    public static Curve RiverHalfWidth { get; } = new(-2400, 400, [34, 34, 38, 36, 40, 46, 52, 46, 40, 38, 44, 50, 56]);

    /// <summary>The street that is for walkers only where it runs through the old town.</summary>
    public const string ShoppingStreet = "榕荫街";

    /// <summary>The northern bank, with the old town inside the bend.</summary>
    public static BankPlan North { get; } =
        new(
            1,
            [
                new(-2050),
                new(-1650, WayKind.Tertiary, "松风路"),
                new(-1300, WayKind.Primary, "云栖大道", HasBridge: true),
                new(-980, WayKind.Tertiary, "竹影路"),
                new(-700, WayKind.Secondary, "望山路"),
                new(-490, WayKind.Secondary, "石桥路", HasBridge: true),
                new(-300, WayKind.Residential, "书院街"),
                new(-110, WayKind.Tertiary, "鼓楼路"),
                new(80, WayKind.Residential, "染坊街"),
                new(270, WayKind.Primary, "樾溪大道", HasBridge: true),
                new(480, WayKind.Secondary, "桂苑路"),
                new(780, WayKind.Tertiary, "晴川路"),
                new(1100, WayKind.Secondary, "望潮路", HasBridge: true),
                new(1450, WayKind.Tertiary, "荷塘路"),
                new(1780, WayKind.Tertiary, "东埔路"),
                new(2080),
            ],
            [
                new(0, WayKind.Secondary, "滨溪北路"),
                new(190, WayKind.Tertiary, "榕荫街"),
                new(380, WayKind.Tertiary, "文澜路"),
                new(590, WayKind.Primary, "青榕大道"),
                new(850, WayKind.Tertiary, "鹿鸣路"),
                new(1140, WayKind.Secondary, "云湖路"),
                new(1470, WayKind.Secondary, "北环路"),
                new(1860),
            ],
            [
                "FUHPOOCOGOUHKSV",
                "FHDMTOOOOOMPDHF",
                "FMUUTOOSOUHPHMF",
                "FHSUE<U<C<UMHDV",
                "VHDUU<M<D<MHSHF",
                "FVHMH<S<H<HDUFF",
                "FFFFU<F<V<FVFFF",
            ],
            [
                "ccccccddddiiiii",
                "bbcccdddddiiiii",
                "bbbbeeeeeeiihhh",
                "bbbbeeeeeehhhhh",
                "aaaaffffffggggg",
                "aaaaffffffggggg",
                "aaaaffffffggggg",
            ]
        );

    /// <summary>The southern bank.</summary>
    public static BankPlan South { get; } =
        new(
            -1,
            [
                new(-2050),
                new(-1680, WayKind.Tertiary, "芦花路"),
                new(-1300, WayKind.Primary, "云栖大道", HasBridge: true),
                new(-1030, WayKind.Tertiary, "白沙路"),
                new(-760, WayKind.Tertiary, "鸥鹭路"),
                new(-490, WayKind.Secondary, "石桥路", HasBridge: true),
                new(-110, WayKind.Tertiary, "渔歌路"),
                new(270, WayKind.Primary, "樾溪大道", HasBridge: true),
                new(550, WayKind.Tertiary, "海棠路"),
                new(820, WayKind.Secondary, "金穗路"),
                new(1100, WayKind.Secondary, "望潮路", HasBridge: true),
                new(1420, WayKind.Tertiary, "沙堤路"),
                new(1760, WayKind.Tertiary, "橘园路"),
                new(2080),
            ],
            [
                new(0, WayKind.Secondary, "滨溪南路"),
                new(240, WayKind.Tertiary, "芦洲路"),
                new(490, WayKind.Primary, "听涛大道"),
                new(760, WayKind.Tertiary, "南薰路"),
                new(1060, WayKind.Secondary, "南环路"),
                new(1440),
            ],
            ["FUHMDHPDHMUHF", "FUSHMMHMHHSMV", "FUHHMPUHMCHUF", "FIUVSUHUIIUVF", "FFVFFVFFFFFFF"],
            ["jjjjlllmmmnnn", "jjjjlllmmmnnn", "jjjjlllmmmnnn", "kkkkkkkknnnnn", "kkkkkkkknnnnn"]
        );

    /// <summary>The communities by the letter they have in the plan, with the town each belongs to (1 to 3).</summary>
    public static IReadOnlyDictionary<char, (int Town, string Name)> Communities { get; } =
        new SortedDictionary<char, (int, string)>
        {
            ['a'] = (1, "云岭社区"),
            ['b'] = (1, "松风社区"),
            ['c'] = (1, "榕荫社区"),
            ['d'] = (1, "古榕社区"),
            ['e'] = (1, "桂巷社区"),
            ['f'] = (2, "樾山社区"),
            ['g'] = (2, "云湖社区"),
            ['h'] = (2, "望鹤社区"),
            ['i'] = (2, "东埔社区"),
            ['j'] = (3, "听涛社区"),
            ['k'] = (3, "南坂社区"),
            ['l'] = (3, "白鹭社区"),
            ['m'] = (3, "芦洲社区"),
            ['n'] = (3, "沙堤社区"),
        };

    /// <summary>The names of the three towns.</summary>
    public static IReadOnlyList<string> Towns { get; } = ["青榕街道", "云湖街道", "听涛街道"];
}
