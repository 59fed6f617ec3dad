using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Chances;

namespace Neighbor.Gis.SampleCounty.Compounds;

/// <summary>Invented names of compounds, each given once.</summary>
internal sealed class CompoundNames
{
    private static readonly string[] Firsts =
    [
        "云栖",
        "听澜",
        "望溪",
        "枕河",
        "观澜",
        "沁园",
        "兰亭",
        "雅苑",
        "鹭岛",
        "翠湖",
        "金桂",
        "丹枫",
        "澄心",
        "锦绣",
        "和风",
        "朗月",
        "星河",
        "溪语",
        "竹韵",
        "荷风",
        "松涛",
        "梧桐",
        "紫薇",
        "碧波",
        "晴岚",
        "映月",
        "静湖",
        "银滩",
        "青禾",
        "向阳",
        "春江",
        "秋实",
        "嘉禾",
        "瑞景",
        "长风",
        "若水",
    ];

    private static readonly string[] Managed = ["苑", "府", "雅居", "华庭", "公馆"];
    private static readonly string[] Mixed = ["广场", "城", "中心", "里"];
    private static readonly string[] Open = ["新村", "小区", "宿舍区"];

    private readonly Queue<string> _managed;
    private readonly Queue<string> _mixed;
    private readonly Queue<string> _open;

    public CompoundNames(Chance chance)
    {
        _managed = Names(Managed, chance);
        _mixed = Names(Mixed, chance);
        _open = Names(Open, chance);
    }

    public string Next(CompoundKind kind)
    {
        Queue<string> names = kind switch
        {
            CompoundKind.ManagedHighRise => _managed,
            CompoundKind.MixedCommercial => _mixed,
            _ => _open,
        };
        return names.Dequeue();
    }

    private static Queue<string> Names(string[] lasts, Chance chance)
    {
        List<string> firsts = chance.Shuffled(Firsts);
        IEnumerable<string> once = firsts.Select((first, i) => first + lasts[i % lasts.Length]);
        IEnumerable<string> again = firsts.Select((first, i) => first + lasts[(i + 1) % lasts.Length]);
        return new Queue<string>([.. once, .. again]);
    }
}
