using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>Lifts mapped as one node: each floor that ways reach gets a landing of its own, and a ride joins every two of them.</summary>
/// <remarks>
/// <para>Source: own. Ways of one <c>level</c> share a landing; a way that says no level has one to itself. The first keeps the
/// node. A lift nobody may use joins nothing.</para>
/// </remarks>
internal sealed class Lifts
{
    private readonly Dictionary<(int Node, int Way), long> _landings = [];
    private readonly List<SurveyedWay> _rides = [];

    /// <summary>The rides, as ways without length.</summary>
    public IReadOnlyList<SurveyedWay> Rides => _rides;

    /// <summary>Looks for lift nodes where ways of different floors meet.</summary>
    public static Lifts Find(ImportScope scope, IEnumerable<WayPiece> pieces, HashSet<int> blocked, FreshIds ids)
    {
        var lifts = new Lifts();
        HashSet<int> nodes =
        [
            .. scope
                .Objects.TaggedNodes.ToArray()
                .Where(n => scope.Objects.NodeTags(n)["highway"] == "elevator" && !blocked.Contains(n)),
        ];
        if (nodes.Count == 0)
        {
            return lifts;
        }

        IEnumerable<IGrouping<int, (int Node, JudgedWay Way)>> meetings = pieces
            .SelectMany(piece => piece.Nodes.Where(nodes.Contains).Select(node => (node, piece.Of)))
            .Where(visit => WayTraits.Kind(visit.Of.Tags) != WayKind.Elevator)
            .Distinct()
            .GroupBy(visit => visit.node)
            .OrderBy(meeting => meeting.Key);
        foreach (IGrouping<int, (int Node, JudgedWay Way)> meeting in meetings)
        {
            lifts.Open(scope, meeting.Key, [.. meeting.Select(visit => visit.Way)], ids);
        }

        return lifts;
    }

    /// <summary>The id a way's vertex on a node goes by.</summary>
    public long NodeId(ImportScope scope, int node, JudgedWay way) =>
        _landings.TryGetValue((node, way.Way), out long landing) ? landing : scope.Objects.NodeId(node);

    private void Open(ImportScope scope, int node, List<JudgedWay> ways, FreshIds ids)
    {
        var landings = new List<(long Id, JudgedWay Way)>();
        foreach (IGrouping<string, JudgedWay> floor in ways.GroupBy(way => way.Tags["level"] ?? $"way {way.Way}"))
        {
            long landing = landings.Count == 0 ? scope.Objects.NodeId(node) : ids.Next();
            landings.Add((landing, floor.First()));
            foreach (JudgedWay way in floor)
            {
                _landings.Add((node, way.Way), landing);
            }
        }

        OsmTags lift = scope.Objects.NodeTags(node);
        if (AccessWords.Of(lift) == AccessWord.Closed)
        {
            return;
        }

        for (int i = 0; i < landings.Count; i++)
        {
            for (int j = i + 1; j < landings.Count; j++)
            {
                int? floors = Floors.Between(landings[i].Way.Tags, landings[j].Way.Tags) ?? Floors.Between(lift);
                _rides.Add(Ride(scope, node, ids.Next(), landings[i].Id, landings[j].Id, floors));
            }
        }
    }

    private static SurveyedWay Ride(ImportScope scope, int node, long id, long from, long to, int? floors)
    {
        OsmTags lift = scope.Objects.NodeTags(node);
        Coordinate place = scope.Place(node);
        return new SurveyedWay
        {
            Id = id,
            Source = scope.Source,
            Name = Names.Of(lift),
            Kind = WayKind.Elevator,
            Access = AccessWords.Of(lift) is AccessWord.Reserved or AccessWord.Visitors
                ? WayAccess.Private
                : WayAccess.Public,
            Hours = ConditionalHours.Of(lift, out _),
            Floors = floors,
            NodeIds = [from, to],
            Geom = ImportScope.Geometry.CreateLineString([place, place.Copy()]),
        };
    }
}
