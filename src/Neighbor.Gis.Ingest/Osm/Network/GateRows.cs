using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Distance;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>The gates on walked ways, and who passes those that do not say it.</summary>
/// <remarks>
/// <para>A gate without an access tag is for residents only where it stands on the outline of a compound or where a private
/// way begins, and open to all anywhere else: most gates carry no tag, and a town must not fall apart because somebody drew
/// the gate of a park. A gate on an outline belongs to that compound, the smallest if there are several.</para>
/// </remarks>
internal sealed class GateRows
{
    private const double OnOutlineWithinMetres = 10;
    private const double SearchDegrees = 0.0003;

    private readonly ImportScope _scope;
    private readonly STRtree<Compound> _compounds = new();
    private readonly Dictionary<int, bool> _hasPrivate = [];
    private readonly Dictionary<int, (int Before, int After)> _neighbours = [];

    private GateRows(ImportScope scope, IEnumerable<Compound> compounds, IEnumerable<WayPiece> pieces)
    {
        _scope = scope;
        foreach (Compound compound in compounds)
        {
            _compounds.Insert(compound.Geom.EnvelopeInternal, compound);
        }

        foreach (WayPiece piece in pieces)
        {
            bool isPrivate = piece.Of.Rule.Verdict == WayVerdict.Private;
            foreach (int node in piece.Nodes)
            {
                _hasPrivate[node] = isPrivate || _hasPrivate.GetValueOrDefault(node);
            }

            Remember(piece.Nodes);
        }
    }

    /// <summary>Reads the ledger.</summary>
    public static List<Gate> Read(ImportScope scope, IEnumerable<Compound> compounds, IEnumerable<WayPiece> pieces)
    {
        var rows = new GateRows(scope, compounds, pieces);
        var gates = new List<Gate>();
        foreach (int node in scope.Objects.TaggedNodes)
        {
            OsmTags tags = scope.Objects.NodeTags(node);
            BarrierVerdict verdict = BarrierRules.Judge(tags).Verdict;
            if (verdict is BarrierVerdict.Passable or BarrierVerdict.Blocked)
            {
                continue;
            }

            if (rows._hasPrivate.ContainsKey(node))
            {
                gates.Add(rows.ReadOne(node, tags, verdict));
            }
            else
            {
                scope.Tally.Add(Ledger.Gates, Findings.GateOffNetwork, OsmCodes.Node(scope.Objects.NodeId(node)));
            }
        }

        return gates;
    }

    private Gate ReadOne(int node, OsmTags tags, BarrierVerdict verdict)
    {
        string code = OsmCodes.Node(_scope.Objects.NodeId(node));
        Point point = _scope.Point(node);
        Compound? compound = CompoundAt(point);
        string? hours = ConditionalHours.Of(tags, out bool isUnknown);
        _scope.Tally.Add(Ledger.Gates, Findings.HoursUnknown, code, isUnknown ? 1 : 0);
        return new Gate
        {
            Code = code,
            Name = tags["name"] ?? tags["ref"] ?? "",
            CompoundCode = compound?.Code,
            Access = Access(verdict, compound is not null || _hasPrivate[node], code),
            Flow = compound is null ? GateFlow.Both : Flow(node, tags, compound),
            Hours = hours,
            NodeId = _scope.Objects.NodeId(node),
            Geom = point,
            Source = _scope.Source,
        };
    }

    /// <summary>Keeps what lies before and after each gate that is passed one way along a way.</summary>
    private void Remember(int[] nodes)
    {
        for (int i = 0; i < nodes.Length; i++)
        {
            if (GateFlows.AlongWay(_scope.Objects.NodeTags(nodes[i])) != 0)
            {
                (int before, int after) = _neighbours.GetValueOrDefault(nodes[i], (-1, -1));
                before = before < 0 && i > 0 ? nodes[i - 1] : before;
                after = after < 0 && i + 1 < nodes.Length ? nodes[i + 1] : after;
                _neighbours[nodes[i]] = (before, after);
            }
        }
    }

    private GateFlow Flow(int node, OsmTags tags, Compound compound)
    {
        int inward = GateFlows.OfZone(tags);
        if (inward == 0 && _neighbours.TryGetValue(node, out (int Before, int After) around))
        {
            bool endsInside = around.After >= 0 ? IsInside(around.After) : !IsInside(around.Before);
            inward = GateFlows.AlongWay(tags) * (endsInside ? 1 : -1);
        }

        return inward switch
        {
            > 0 => GateFlow.InOnly,
            < 0 => GateFlow.OutOnly,
            _ => GateFlow.Both,
        };

        bool IsInside(int other) => compound.Geom.Contains(_scope.Point(other));
    }

    private GateAccess Access(BarrierVerdict verdict, bool leadsInside, string code)
    {
        switch (verdict)
        {
            case BarrierVerdict.GateOpen:
                return GateAccess.Open;
            case BarrierVerdict.GateResidents:
                return GateAccess.ResidentsOnly;
            case BarrierVerdict.GateVisitors:
                return GateAccess.StaffedVisitors;
            case BarrierVerdict.GateClosed:
                return GateAccess.Closed;
            case BarrierVerdict.GateEmergency:
                return GateAccess.EmergencyOnly;
            default:
                Finding taken = leadsInside ? Findings.GateUnknownResidents : Findings.GateUnknownOpen;
                _scope.Tally.Add(Ledger.Gates, taken, code);
                return leadsInside ? GateAccess.ResidentsOnly : GateAccess.Open;
        }
    }

    private Compound? CompoundAt(Point point)
    {
        var around = new Envelope(point.Coordinate);
        around.ExpandBy(SearchDegrees);
        return _compounds
            .Query(around)
            .Where(compound => MetresToOutline(compound, point) <= OnOutlineWithinMetres)
            .OrderBy(compound => compound.Geom.Area)
            .ThenBy(compound => compound.Code, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static double MetresToOutline(Compound compound, Point point)
    {
        Coordinate nearest = DistanceOp.NearestPoints(compound.Geom.Boundary, point)[0];
        return Geodesic.Metres(new Spatial.Position(nearest.X, nearest.Y), new Spatial.Position(point.X, point.Y));
    }
}
