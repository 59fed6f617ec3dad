using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>The ways of the walking network.</summary>
/// <remarks>
/// <para>The first piece of a way keeps its id; further pieces, lines across squares, lifts and the two sides of a barrier
/// nobody passes get ids below all ids of the file, in the order of the ways.</para>
/// </remarks>
internal sealed class WayRows
{
    private readonly ImportScope _scope;
    private readonly HashSet<int> _blocked;
    private readonly FreshIds _ids;
    private readonly SignalCrossings _signals;
    private readonly Lifts _lifts;
    private readonly Dictionary<int, int> _endsAtBlocked = [];

    private WayRows(ImportScope scope, HashSet<int> blocked, SignalCrossings signals, List<WayPiece> pieces)
    {
        _scope = scope;
        _blocked = blocked;
        _signals = signals;
        _ids = new FreshIds(scope.Objects.LowestId);
        _lifts = Lifts.Find(scope, pieces, blocked, _ids);
    }

    /// <summary>Reads the ledger.</summary>
    public static WalkedWays Read(ImportScope scope)
    {
        List<JudgedWay> judged = JudgedWays.Read(scope);
        List<JudgedWay> kept = SeparatePavements.Drop(scope, judged);
        HashSet<int> blocked = WayPieces.BlockedNodes(scope);
        SignalCrossings signals = SignalCrossings.Find(scope, kept);
        List<WayPiece> pieces = WayPieces.WithoutUnreached(scope, WayPieces.Cut(scope, kept, blocked, signals));
        List<(JudgedWay Area, int From, int To)> crossings = AreaCrossings.Find(scope, pieces);

        List<SurveyedWay> surveyed = new WayRows(scope, blocked, signals, pieces).Survey(pieces, crossings);
        List<WayPiece> carriageways = WayPieces.Cut(scope, judged.Except(kept), [], signals);
        return new WalkedWays(surveyed, pieces, [.. pieces, .. carriageways], NetworkFigures.Of(scope, surveyed));
    }

    private List<SurveyedWay> Survey(List<WayPiece> pieces, List<(JudgedWay Area, int From, int To)> crossings)
    {
        foreach (WayPiece piece in pieces)
        {
            CountEnd(piece.Nodes[0]);
            CountEnd(piece.Nodes[^1]);
        }

        var ways = new List<SurveyedWay>(pieces.Count + crossings.Count);
        foreach (WayPiece piece in pieces)
        {
            long id = piece.Index == 0 ? _scope.Objects.WayId(piece.Of.Way) : _ids.Next();
            ways.Add(Survey(piece, id, Hours(piece)));
        }

        foreach ((JudgedWay area, int from, int to) in crossings)
        {
            if (!_blocked.Contains(from) && !_blocked.Contains(to))
            {
                ways.Add(Survey(new WayPiece(area, 0, [from, to]), _ids.Next(), ConditionalHours.Of(area.Tags, out _)));
            }
        }

        ways.AddRange(_lifts.Rides);

        return ways;
    }

    private void CountEnd(int node)
    {
        if (_blocked.Contains(node))
        {
            _endsAtBlocked[node] = _endsAtBlocked.GetValueOrDefault(node) + 1;
        }
    }

    private string? Hours(WayPiece piece)
    {
        string? hours = ConditionalHours.Of(piece.Of.Tags, out bool isUnknown);
        if (isUnknown && piece.Index == 0)
        {
            _scope.Tally.Add(Ledger.Ways, Findings.HoursUnknown, OsmCodes.Way(_scope.Objects.WayId(piece.Of.Way)));
        }

        return hours;
    }

    private SurveyedWay Survey(WayPiece piece, long id, string? hours)
    {
        JudgedWay way = piece.Of;
        int[] nodes = piece.Nodes;
        OsmTags tags = way.Tags;
        long[] nodeIds = Array.ConvertAll(nodes, node => _lifts.NodeId(_scope, node, way));
        nodeIds[0] = EndId(nodes[0], nodeIds[0]);
        nodeIds[^1] = EndId(nodes[^1], nodeIds[^1]);
        (WayRise rise, int? inclinePercent) = Inclines.Of(tags);
        return new SurveyedWay
        {
            Id = id,
            Source = _scope.Source,
            Name = Names.Of(tags),
            Kind = WayTraits.Kind(tags),
            Access = way.Rule.Verdict == WayVerdict.Private ? WayAccess.Private : WayAccess.Public,
            Direction = WayTraits.Direction(tags),
            Hours = hours,
            IsBridge = WayTraits.IsBridge(tags),
            IsTunnel = WayTraits.IsTunnel(tags),
            StepCount = WayTraits.StepCount(tags),
            Rise = rise,
            InclinePercent = inclinePercent,
            Floors = WayTraits.Kind(tags) == WayKind.Elevator ? Floors.Between(tags) : null,
            Signals = _signals.Of(piece),
            NodeIds = nodeIds,
            Geom = ImportScope.Geometry.CreateLineString(Array.ConvertAll(nodes, _scope.Place)),
        };
    }

    /// <summary>Where nobody passes, each end that meets there has a node of its own.</summary>
    private long EndId(int node, long id) => _endsAtBlocked.GetValueOrDefault(node) > 1 ? _ids.Next() : id;
}
