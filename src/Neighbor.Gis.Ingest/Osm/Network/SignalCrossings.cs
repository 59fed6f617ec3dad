using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>Where walkers wait for a signal, so that a crossing costs its wait once.</summary>
/// <remarks>
/// <para>Source: own. A signal stands on the crossing itself or on a node of it. The streets it crosses may cut it into
/// links: only the part up to the first street bears the signal. Of two crossings that meet on one street node – a crossing drawn in
/// halves – only the first does.</para>
/// </remarks>
internal sealed class SignalCrossings
{
    private static readonly string[] MajorStreets =
    [
        "motorway",
        "motorway_link",
        "trunk",
        "trunk_link",
        "primary",
        "primary_link",
        "secondary",
        "secondary_link",
    ];

    private static readonly string[] MinorStreets =
    [
        "tertiary",
        "tertiary_link",
        "unclassified",
        "residential",
        "living_street",
        "service",
        "road",
        "busway",
    ];

    private readonly Dictionary<int, (int CutAt, SignalCrossing Signal)> _byWay = [];

    /// <summary>The node a crossing is to be cut at, that lies between its ends; -1 for none.</summary>
    public int CutOf(int way) =>
        _byWay.TryGetValue(way, out (int CutAt, SignalCrossing Signal) found) ? found.CutAt : -1;

    /// <summary>Whether one waits on this piece of a way.</summary>
    public SignalCrossing Of(WayPiece piece)
    {
        if (!_byWay.TryGetValue(piece.Of.Way, out (int CutAt, SignalCrossing Signal) found))
        {
            return SignalCrossing.None;
        }

        bool bears = found.CutAt < 0 ? piece.Index == 0 : piece.Nodes[^1] == found.CutAt;
        return bears ? found.Signal : SignalCrossing.None;
    }

    /// <summary>Looks through the ways that are walked on, in their order.</summary>
    public static SignalCrossings Find(ImportScope scope, IEnumerable<JudgedWay> ways)
    {
        var crossings = new SignalCrossings();
        SignalCrossing[] streets = Streets(scope.Objects);
        HashSet<int> signalled = SignalledNodes(scope.Objects);
        var served = new HashSet<int>();
        foreach (JudgedWay way in ways)
        {
            int[] nodes = [.. scope.Objects.WayNodes(way.Way).ToArray().Where(node => node >= 0)];
            if (
                WayTraits.Kind(way.Tags) != WayKind.Crossing
                || !(SaysSignal(way.Tags) || Array.Exists(nodes, signalled.Contains))
            )
            {
                continue;
            }

            int[] crossed = Array.FindAll(nodes, node => streets[node] != SignalCrossing.None);
            if (!Array.Exists(crossed, served.Contains))
            {
                crossings.Add(way, nodes, crossed, streets);
            }

            served.UnionWith(crossed);
        }

        return crossings;
    }

    private void Add(JudgedWay way, int[] nodes, int[] crossed, SignalCrossing[] streets)
    {
        SignalCrossing signal = crossed.Select(node => streets[node]).Append(SignalCrossing.Minor).Max();
        bool isInside = crossed.Length > 0 && crossed[0] != nodes[0] && crossed[0] != nodes[^1];
        _byWay.Add(way.Way, (isInside ? crossed[0] : -1, signal));
    }

    /// <summary>By node: the greatest street through it, walked on or not.</summary>
    private static SignalCrossing[] Streets(OsmObjects objects)
    {
        var streets = new SignalCrossing[objects.NodeCount];
        for (int way = 0; way < objects.WayCount; way++)
        {
            OsmTags tags = objects.WayTags(way);
            SignalCrossing street =
                tags.Has("highway", MajorStreets) ? SignalCrossing.Major
                : tags.Has("highway", MinorStreets) ? SignalCrossing.Minor
                : SignalCrossing.None;
            if (street == SignalCrossing.None)
            {
                continue;
            }

            foreach (int node in objects.WayNodes(way))
            {
                if (node >= 0 && street > streets[node])
                {
                    streets[node] = street;
                }
            }
        }

        return streets;
    }

    private static HashSet<int> SignalledNodes(OsmObjects objects)
    {
        var signalled = new HashSet<int>();
        foreach (int node in objects.TaggedNodes)
        {
            if (SaysSignal(objects.NodeTags(node)))
            {
                signalled.Add(node);
            }
        }

        return signalled;
    }

    private static bool SaysSignal(OsmTags tags) =>
        tags["crossing:signals"] is "yes" or "shared" or "separate"
        || (tags["crossing:signals"] != "no" && (tags["crossing"] ?? "").Split(';').Contains("traffic_signals"));
}
