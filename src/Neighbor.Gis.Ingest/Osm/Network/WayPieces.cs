using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>Cuts ways where nodes are missing, where barriers stop everybody and where the wait for a signal is over.</summary>
internal static class WayPieces
{
    /// <summary>The pieces, in the order of the ways.</summary>
    public static List<WayPiece> Cut(
        ImportScope scope,
        IEnumerable<JudgedWay> ways,
        HashSet<int> blocked,
        SignalCrossings signals
    )
    {
        var pieces = new List<WayPiece>();
        foreach (JudgedWay way in ways)
        {
            int before = pieces.Count;
            CutOne(scope, way, blocked, signals.CutOf(way.Way), pieces);
            if (pieces.Count == before)
            {
                scope.Tally.Add(Ledger.Ways, Findings.NoNodes, OsmCodes.Way(scope.Objects.WayId(way.Way)));
            }
        }

        return pieces;
    }

    /// <summary>Takes out squares, piers and platforms that no way leads to: pictures of ground, not ways to walk.</summary>
    public static List<WayPiece> WithoutUnreached(ImportScope scope, List<WayPiece> pieces)
    {
        var union = new NodeUnion(scope.Objects.NodeCount);
        foreach (WayPiece piece in pieces)
        {
            for (int i = 1; i < piece.Nodes.Length; i++)
            {
                union.Join(piece.Nodes[i - 1], piece.Nodes[i]);
            }
        }

        HashSet<int> reached =
        [
            .. pieces.Where(piece => !IsGround(piece.Of)).Select(piece => union.Find(piece.Nodes[0])),
        ];
        ILookup<bool, WayPiece> byReach = pieces.ToLookup(piece => reached.Contains(union.Find(piece.Nodes[0])));
        foreach (int way in byReach[false].Select(piece => piece.Of.Way).Distinct())
        {
            scope.Tally.Add(Ledger.Ways, Findings.Unreached, OsmCodes.Way(scope.Objects.WayId(way)));
        }

        return [.. byReach[true]];
    }

    private static bool IsGround(JudgedWay way) => way.IsArea || way.Tags["highway"] is null;

    /// <summary>The nodes at which nobody passes.</summary>
    public static HashSet<int> BlockedNodes(ImportScope scope)
    {
        var blocked = new HashSet<int>();
        foreach (int node in scope.Objects.TaggedNodes)
        {
            if (BarrierRules.Judge(scope.Objects.NodeTags(node)).Verdict == BarrierVerdict.Blocked)
            {
                blocked.Add(node);
            }
        }

        return blocked;
    }

    private static void CutOne(ImportScope scope, JudgedWay way, HashSet<int> blocked, int cutAt, List<WayPiece> pieces)
    {
        ReadOnlySpan<int> nodes = scope.Objects.WayNodes(way.Way);
        var run = new List<int>();
        int index = 0;
        bool isBroken = false;
        bool isSplit = false;
        for (int i = 0; i < nodes.Length; i++)
        {
            int node = nodes[i];
            if (node < 0)
            {
                isBroken = true;
                End(run);
                run.Clear();
                continue;
            }

            if (run.Count == 0 || run[^1] != node)
            {
                run.Add(node);
            }

            bool isBlocked = blocked.Contains(node);
            if ((isBlocked || node == cutAt) && run.Count > 1 && i + 1 < nodes.Length)
            {
                isSplit |= isBlocked;
                End(run);
                run.Clear();
                run.Add(node);
            }
        }

        End(run);
        string code = OsmCodes.Way(scope.Objects.WayId(way.Way));
        if (index > 0)
        {
            scope.Tally.Add(Ledger.Ways, Findings.Broken, code, isBroken ? 1 : 0);
            scope.Tally.Add(Ledger.Ways, Findings.Split, code, isSplit ? 1 : 0);
        }

        void End(List<int> finished)
        {
            if (finished.Count > 1)
            {
                pieces.Add(new WayPiece(way, index++, [.. finished]));
            }
        }
    }
}
