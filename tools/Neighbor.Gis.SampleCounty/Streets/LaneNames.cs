using Neighbor.Gis.SampleCounty.Chances;

namespace Neighbor.Gis.SampleCounty.Streets;

/// <summary>Invented names of lanes, each given once.</summary>
internal sealed class LaneNames
{
    private static readonly string[] Firsts =
    [
        "桂花",
        "青石",
        "水井",
        "竹篾",
        "花灯",
        "米市",
        "布衣",
        "杏子",
        "枇杷",
        "杨梅",
        "榕须",
        "燕尾",
        "鱼骨",
        "灯芯",
        "砚池",
        "茶亭",
        "石榴",
        "紫藤",
        "半月",
        "听雨",
        "照壁",
        "双井",
        "柳絮",
        "梅影",
        "豆坊",
        "油纸",
        "钟楼",
        "云梯",
        "仙桥",
        "白墙",
        "黛瓦",
        "松针",
        "兰草",
        "采莲",
        "渡口",
        "盐埕",
        "篾匠",
        "棋盘",
        "曲水",
        "流霞",
        "晒谷",
        "橘香",
        "蝉鸣",
        "萤火",
        "望月",
        "踏歌",
        "琴台",
        "墨香",
        "银杏",
        "芙蓉",
        "木棉",
        "凤尾",
        "麦芽",
        "糖坊",
        "染布",
        "磨坊",
        "风车",
        "石狮",
        "雀舌",
        "莲心",
        "雨巢",
        "花墙",
        "古藤",
        "月牙",
        "星桥",
        "春晓",
        "秋水",
        "清泉",
        "溪头",
        "溪尾",
        "坡顶",
        "坡脚",
    ];

    private static readonly string[] Lasts = ["巷", "弄", "里", "坊"];

    private readonly Queue<string> _names;

    public LaneNames(Chance chance)
    {
        List<string> lanes = chance.Shuffled(Firsts.Select(first => first + "巷"));
        List<string> others = chance.Shuffled(Lasts.Skip(1).SelectMany(last => Firsts.Select(first => first + last)));
        _names = new Queue<string>([.. lanes, .. others]);
    }

    public string Next() => _names.Dequeue();
}
