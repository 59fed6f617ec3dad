using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>A town where every one-way way and gate is turned round, and what climbs falls: time run backward.</summary>
internal static class TurnedTown
{
    public static WalkingNetwork Of(Survey survey)
    {
        WalkingNetworkBuilder builder = new();
        foreach (SurveyedWay way in survey.Ways)
        {
            builder.AddWay(Turned(way));
        }

        foreach (SurveyedGate gate in survey.Gates)
        {
            GateDirection direction = gate.Direction switch
            {
                GateDirection.InOnly => GateDirection.OutOnly,
                GateDirection.OutOnly => GateDirection.InOnly,
                GateDirection other => other,
            };
            builder.AddGate(gate with { Direction = direction });
        }

        foreach (Zone zone in survey.Zones)
        {
            builder.AddZone(zone);
        }

        return builder.Build();
    }

    private static SurveyedWay Turned(SurveyedWay way) =>
        new()
        {
            Id = way.Id,
            Source = way.Source,
            Kind = way.Kind,
            Access = way.Access,
            Direction = way.Direction switch
            {
                WayDirection.Forward => WayDirection.Backward,
                WayDirection.Backward => WayDirection.Forward,
                WayDirection other => other,
            },
            StepCount = way.StepCount,
            Rise = way.Rise switch
            {
                WayRise.Up => WayRise.Down,
                WayRise.Down => WayRise.Up,
                WayRise other => other,
            },
            InclinePercent = -way.InclinePercent,
            Floors = way.Floors,
            Signals = way.Signals,
            NodeIds = way.NodeIds,
            Geom = way.Geom,
        };
}
