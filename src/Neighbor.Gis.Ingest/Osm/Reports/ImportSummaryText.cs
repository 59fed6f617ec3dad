using System.Globalization;
using System.Text;

namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>Writes an <see cref="ImportSummary"/> for people, one fact a line.</summary>
public static class ImportSummaryText
{
    private const int MostPlacesShown = 8;

    private static readonly Dictionary<Ledger, (string English, string Chinese)> LedgerNames = new()
    {
        [Ledger.Nodes] = ("nodes", "节点"),
        [Ledger.Ways] = ("ways", "步行道路"),
        [Ledger.Gates] = ("gates", "大门"),
        [Ledger.Buildings] = ("buildings", "楼栋"),
        [Ledger.Entrances] = ("entrances", "楼道"),
        [Ledger.Compounds] = ("compounds", "小区"),
        [Ledger.Lanes] = ("lanes", "街巷"),
        [Ledger.Grounds] = ("grounds", "水面绿地"),
        [Ledger.Obstacles] = ("obstacles", "障碍线"),
        [Ledger.ServicePoints] = ("service points", "服务点"),
    };

    /// <summary>Writes a summary.</summary>
    /// <param name="summary">What to write.</param>
    /// <param name="inChinese">In Chinese, else in English.</param>
    public static string Write(ImportSummary summary, bool inChinese = false)
    {
        var text = new StringBuilder();
        string Say(string english, string chinese) => inChinese ? chinese : english;
        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        Line($"{summary.File}: {summary.Format}, {summary.Bytes} {Say("bytes", "字节")}");
        Line(
            $"{Say("read", "读取")}: {summary.Read.Nodes} {Say("nodes", "节点")}, {summary.Read.Ways} {Say("ways", "线")}, {summary.Read.Relations} {Say("relations", "关系")}; {summary.MissingNodeRefs} {Say("references to nodes that are not in the file", "个引用的节点不在文件中")}"
        );
        foreach (LedgerCount kept in summary.Kept)
        {
            Line($"{Say("kept", "保留")}: {kept.Count} {Name(kept.Ledger)}");
        }

        NetworkFigures network = summary.Network;
        Line(
            $"{Say("walking network", "步行路网")}: {network.LengthMetres / 1000:0.0} km, {network.PrivateMetres / 1000:0.0} km {Say("of it private", "为私有")}; {network.Components} {Say("parts, the largest", "个连通部分,最大占")} {network.LargestShare:P1}, {network.Islands} {Say("islands", "个孤岛")}"
        );
        if (network.Ways > 0 && network.LargestShare < NetworkFigures.EnoughShare)
        {
            Line(
                $"  {Say("look at this: less than", "请检查:最大连通部分低于")} {NetworkFigures.EnoughShare:P0} {Say("hangs together", "")}"
            );
        }

        foreach (FindingCount found in summary.Findings)
        {
            Line(
                $"{Name(found.Ledger)}: {found.Count} × {Say(found.Finding.English, found.Finding.Chinese)} ({found.Example})"
            );
        }

        if (summary.Places.Count > 0)
        {
            string named = string.Join(", ", summary.Places.Take(MostPlacesShown).Select(p => $"{p.Name} ({p.Kind})"));
            Line(
                $"{Say("places", "地名")}: {summary.Places.Count}: {named}{(summary.Places.Count > MostPlacesShown ? ", …" : "")}"
            );
        }

        foreach (StageTime time in summary.Times)
        {
            Line($"{Say(English(time.Stage), Chinese(time.Stage))}: {time.Elapsed.TotalMilliseconds:0} ms");
        }

        return text.ToString();

        string Name(Ledger ledger) => Say(LedgerNames[ledger].English, LedgerNames[ledger].Chinese);
    }

    private static string English(ImportStage stage) =>
        stage switch
        {
            ImportStage.Reading => "reading",
            ImportStage.Drawing => "outlines and services",
            _ => "network",
        };

    private static string Chinese(ImportStage stage) =>
        stage switch
        {
            ImportStage.Reading => "读取文件",
            ImportStage.Drawing => "轮廓与服务点",
            _ => "路网",
        };
}
