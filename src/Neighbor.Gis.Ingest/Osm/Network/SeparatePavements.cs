using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>
/// Drops carriageways and cycleways whose walkers use a footway drawn beside them, where that footway is really there and
/// nothing is cut off.
/// </summary>
/// <remarks>
/// <para>Source: own. A way goes only if a footway runs within 30 m of at least 80 % of it (on the tagged side) and what
/// it joins hangs together without it. Of a street in pieces those are put back that are needed for that.</para>
/// </remarks>
internal static class SeparatePavements
{
    private const double BesideWithinMetres = 30;
    private const double BesideShare = 0.8;

    /// <summary>The ways that stay.</summary>
    public static List<JudgedWay> Drop(ImportScope scope, List<JudgedWay> judged)
    {
        List<JudgedWay> kept = judged.FindAll(way => way.Rule.Verdict != WayVerdict.PublicUnlessBesideFootway);
        List<JudgedWay> doubtful = judged.FindAll(way => way.Rule.Verdict == WayVerdict.PublicUnlessBesideFootway);
        if (doubtful.Count == 0)
        {
            return judged;
        }

        NearbyLines footways = Footways(scope, kept);
        List<JudgedWay> dropped = doubtful.FindAll(way => IsBeside(scope, way, footways));
        kept.AddRange(doubtful.Except(dropped));
        PutBack(scope.Objects, kept, dropped);

        foreach (JudgedWay way in dropped)
        {
            scope.Tally.Add(Ledger.Ways, Findings.BesideFootway, Code(scope, way));
        }

        foreach (JudgedWay way in doubtful.Except(dropped).Where(w => WayRules.SeparateSide(w.Tags) is not null))
        {
            scope.Tally.Add(Ledger.Ways, Findings.KeptBesideFootway, Code(scope, way));
        }

        kept.Sort((a, b) => a.Way.CompareTo(b.Way));
        return kept;
    }

    private static string Code(ImportScope scope, JudgedWay way) => OsmCodes.Way(scope.Objects.WayId(way.Way));

    private static NearbyLines Footways(ImportScope scope, List<JudgedWay> kept)
    {
        double latitude = scope.Objects.NodeCount == 0 ? 0 : scope.Objects.LatE7(scope.Objects.NodeCount / 2) / 1e7;
        var footways = new NearbyLines(latitude, BesideWithinMetres);
        foreach (JudgedWay way in kept)
        {
            WayKind kind = WayTraits.Kind(way.Tags);
            if (way.Rule.Verdict == WayVerdict.Public && kind is WayKind.Path or WayKind.Pedestrian or WayKind.Steps)
            {
                footways.Add(Line(scope, way));
            }
        }

        return footways;
    }

    private static bool IsBeside(ImportScope scope, JudgedWay way, NearbyLines footways)
    {
        int side = WayRules.SeparateSide(way.Tags) ?? 0;
        return footways.ShareBeside(Line(scope, way), side) >= BesideShare;
    }

    private static Coordinate[] Line(ImportScope scope, JudgedWay way)
    {
        var line = new List<Coordinate>();
        foreach (int node in scope.Objects.WayNodes(way.Way))
        {
            if (node >= 0)
            {
                line.Add(scope.Place(node));
            }
        }

        return [.. line];
    }

    private static void PutBack(OsmObjects objects, List<JudgedWay> kept, List<JudgedWay> dropped)
    {
        var union = new NodeUnion(objects.NodeCount);
        bool[] isUsed = new bool[objects.NodeCount];
        kept.ForEach(way => Join(objects, way, union, isUsed));
        HashSet<JudgedWay> needed = [.. new NeededWays(objects, union, isUsed).Of(dropped)];
        dropped.RemoveAll(needed.Contains);
        kept.AddRange(needed);
    }

    private static void Join(OsmObjects objects, JudgedWay way, NodeUnion union, bool[] isUsed)
    {
        int before = -1;
        foreach (int node in objects.WayNodes(way.Way))
        {
            if (node >= 0)
            {
                isUsed[node] = true;
                if (before >= 0)
                {
                    union.Join(before, node);
                }
            }

            before = node;
        }
    }
}
