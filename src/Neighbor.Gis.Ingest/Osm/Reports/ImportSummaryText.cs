using System.Globalization;
using System.Text;
using Neighbor.Gis.Ingest.Surveys;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>Writes an <see cref="ImportSummary"/> for people, one fact a line.</summary>
public static class ImportSummaryText
{
    private const int MostPlacesShown = 8;
    private const int MostFarShown = 20;

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

        BuildReport build = summary.Build;
        Line(
            $"{Say("to be walked on", "可步行")}: {build.Nodes} {Say("nodes", "节点")}, {build.Links} {Say("links", "路段")}, {build.Obstacles} {Say("obstacles", "障碍线")}; {build.Components} {Say("parts", "个连通部分")}, {build.Islands} {Say("islands", "个孤岛")}, {build.SealedZones.Count} {Say("sealed compounds", "个无入口小区")}, {build.UnknownGates} {Say("unknown gates taken for residents only", "个未登记大门按仅限住户处理")}, {build.WallCrossings.Count} {Say("ways through walls without a gate", "处无门穿墙")}"
        );
        SnapFigures snaps = summary.Snaps;
        if (snaps.Buildings > 0)
        {
            Line(
                $"{Say("doors to ways", "楼门至道路")}: {snaps.Buildings} {Say("buildings, half within", "栋,半数不超过")} {snaps.MedianMetres:0} m, 95 % {Say("within", "不超过")} {snaps.P95Metres:0} m, {Say("the farthest placed", "已落点最远")} {snaps.MaxMetres:0} m; {snaps.BeyondGood} {Say("beyond", "栋超过")} {SnapFigures.GoodMetres:0} m, {snaps.BeyondFair} {Say("beyond", "栋超过")} {SnapFigures.FairMetres:0} m, {snaps.TooFar} {Say("without a way", "栋附近无路")}"
            );
            if (snaps.P95Metres > SnapFigures.GoodMetres)
            {
                Line($"  {Say("look at this: ways are missing where people live", "请检查:居民楼附近缺少道路")}");
            }

            foreach ((string code, double metres) in snaps.Far.Take(MostFarShown))
            {
                Line($"  {code}: {metres:0} m");
            }
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
