using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Network;
using Neighbor.Gis.Ingest.Osm.Rules;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

public sealed class NeededWaysSpecs
{
    private const int Nodes = 12;

    [Fact]
    public void With_the_needed_ways_the_kept_ones_hang_together_as_with_all() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    (OsmObjects objects, List<JudgedWay> kept, List<JudgedWay> rest) = RandomNetwork(new Random(seed));
                    List<JudgedWay> needed = Needed(objects, kept, rest);
                    bool[] isKept = Passed(objects, kept);
                    string all = Partition(objects, [.. kept, .. rest], isKept);
                    return Partition(objects, [.. kept, .. needed], isKept) == all;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Of_needed_ways_with_two_ends_none_can_be_spared() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    (OsmObjects objects, List<JudgedWay> kept, List<JudgedWay> rest) = RandomNetwork(
                        random,
                        mostNodes: 2
                    );
                    List<JudgedWay> needed = Needed(objects, kept, rest);
                    bool[] isKept = Passed(objects, kept);
                    string all = Partition(objects, [.. kept, .. rest], isKept);
                    return needed
                        .Where(way => IsJoinedToKept(objects, kept, rest, way))
                        .All(way => Partition(objects, [.. kept, .. needed.Where(w => w != way)], isKept) != all);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Ways_that_reach_nothing_kept_are_all_needed() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    (OsmObjects objects, List<JudgedWay> kept, List<JudgedWay> rest) = RandomNetwork(new Random(seed));
                    List<JudgedWay> needed = Needed(objects, kept, rest);
                    return rest.Where(way => !IsJoinedToKept(objects, kept, rest, way)).All(needed.Contains);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static (OsmObjects Objects, List<JudgedWay> Kept, List<JudgedWay> Others) RandomNetwork(
        Random random,
        int mostNodes = 4
    )
    {
        var file = new DrawnFile();
        for (int i = 1; i <= Nodes; i++)
        {
            file.Node(i, random.Next(500), random.Next(500));
        }

        int ways = random.Next(1, 14);
        for (int i = 1; i <= ways; i++)
        {
            long[] refs = new long[random.Next(2, mostNodes + 1)];
            for (int j = 0; j < refs.Length; j++)
            {
                refs[j] = random.Next(1, Nodes + 1);
            }

            file.Way(i, "highway=path", refs);
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file.ToXml()));
        OsmObjects objects = OsmFile.Read(stream, "x", _ => { }, default).Objects;
        List<JudgedWay> all =
        [
            .. Enumerable
                .Range(0, ways)
                .Select(way => new JudgedWay(way, OsmTags.None, WayRules.Rows[^2], isArea: false)),
        ];
        int kept = random.Next(0, ways + 1);
        return (objects, all[..kept], all[kept..]);
    }

    private static List<JudgedWay> Needed(OsmObjects objects, List<JudgedWay> kept, List<JudgedWay> rest)
    {
        var union = new NodeUnion(objects.NodeCount);
        kept.ForEach(way => Join(objects, way, union));
        return [.. new NeededWays(objects, union, Passed(objects, kept)).Of(rest)];
    }

    private static bool[] Passed(OsmObjects objects, List<JudgedWay> ways)
    {
        bool[] isPassed = new bool[objects.NodeCount];
        foreach (int node in ways.SelectMany(way => objects.WayNodes(way.Way).ToArray()))
        {
            isPassed[node] = true;
        }

        return isPassed;
    }

    private static void Join(OsmObjects objects, JudgedWay way, NodeUnion union)
    {
        int[] nodes = objects.WayNodes(way.Way).ToArray();
        for (int i = 1; i < nodes.Length; i++)
        {
            union.Join(nodes[0], nodes[i]);
        }
    }

    /// <summary>For each kept node the first kept node it hangs together with.</summary>
    private static string Partition(OsmObjects objects, List<JudgedWay> ways, bool[] isKept)
    {
        var union = new NodeUnion(objects.NodeCount);
        ways.ForEach(way => Join(objects, way, union));
        int[] kept = [.. Enumerable.Range(0, objects.NodeCount).Where(node => isKept[node])];
        return string.Join(' ', kept.Select(node => kept.First(other => union.Find(other) == union.Find(node))));
    }

    private static bool IsJoinedToKept(OsmObjects objects, List<JudgedWay> kept, List<JudgedWay> rest, JudgedWay way)
    {
        var union = new NodeUnion(objects.NodeCount);
        rest.ForEach(other => Join(objects, other, union));
        bool[] isKept = Passed(objects, kept);
        int root = union.Find(objects.WayNodes(way.Way)[0]);
        return Enumerable.Range(0, objects.NodeCount).Any(node => isKept[node] && union.Find(node) == root);
    }
}
