using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Obstacles;
using Neighbor.Gis.Spatial.Hours;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest.Surveys;

/// <summary>路网测绘. The rows of the ledgers as a walking network takes them: the one way from ledgers to a network.</summary>
public static class NetworkSurvey
{
    /// <summary>Collects ways, compounds, gates, obstacles and water; the rest of the grounds stops nobody.</summary>
    public static WalkingNetworkBuilder Collect(
        IEnumerable<SurveyedWay> ways,
        IReadOnlyCollection<Compound> compounds,
        IEnumerable<Gate> gates,
        IEnumerable<Obstacle> obstacles,
        IEnumerable<Ground> grounds
    )
    {
        var builder = new WalkingNetworkBuilder();
        HashSet<string> codes = [.. compounds.Select(compound => compound.Code)];
        foreach (SurveyedWay way in ways)
        {
            builder.AddWay(way);
        }

        foreach (Compound compound in compounds)
        {
            string? parent = compound.ParentCode is { } code && codes.Contains(code) ? code : null;
            builder.AddZone(new Zone(compound.Code, parent, compound.Geom, compound.IsWalled));
        }

        foreach (Gate gate in gates)
        {
            builder.AddGate(Surveyed(gate, codes));
        }

        foreach (Obstacle obstacle in obstacles)
        {
            builder.AddObstacle(new SurveyedObstacle(obstacle.Code, KindOf(obstacle.Kind), obstacle.Geom));
        }

        foreach (Ground water in grounds.Where(ground => ground.Kind == GroundKind.Water))
        {
            builder.AddObstacle(new SurveyedObstacle(water.Code, WallKind.Water, water.Geom));
        }

        return builder;
    }

    /// <summary>How a walker meets a gate of this access while it is open.</summary>
    public static Passage PassageOf(GateAccess access) =>
        access switch
        {
            GateAccess.Open => Passage.Free,
            GateAccess.ResidentsOnly or GateAccess.StaffedVisitors => Passage.Terminal,
            GateAccess.Closed or GateAccess.EmergencyOnly => Passage.Blocked,
            _ => throw new ArgumentOutOfRangeException(nameof(access), access, "Unknown gate access."),
        };

    /// <summary>When a gate is open; null means always. Hours that cannot be read are kept in the ledger and count as always.</summary>
    public static OpeningHours? HoursOf(Gate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return gate.Hours is { } text && OpeningHours.TryParse(text, out OpeningHours? read, out _) ? read : null;
    }

    private static SurveyedGate Surveyed(Gate gate, HashSet<string> compounds)
    {
        string? zone = gate.CompoundCode is { } code && compounds.Contains(code) ? code : null;
        return new SurveyedGate(
            gate.Code,
            gate.NodeId,
            PassageOf(gate.Access),
            HoursOf(gate),
            zone,
            DirectionOf(gate.Flow)
        );
    }

    private static GateDirection DirectionOf(GateFlow flow) =>
        flow switch
        {
            GateFlow.Both => GateDirection.Both,
            GateFlow.InOnly => GateDirection.InOnly,
            GateFlow.OutOnly => GateDirection.OutOnly,
            _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, "Unknown gate flow."),
        };

    private static WallKind KindOf(ObstacleKind kind) =>
        kind switch
        {
            ObstacleKind.Railway => WallKind.Railway,
            ObstacleKind.Coast => WallKind.Coast,
            _ => WallKind.Barrier,
        };
}
