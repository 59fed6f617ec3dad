using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Searches;

namespace Neighbor.Gis.Walking.Explanations;

/// <summary>Lists what a walk goes through, in order.</summary>
public static class WalkCrossings
{
    /// <summary>The gates, steps, lifts and signals of a walk; what lies on several links in a row is one.</summary>
    public static IReadOnlyList<WalkCrossing> Of(WalkingNetwork network, WalkPath path)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(path);
        List<WalkCrossing> crossings = [];
        bool isOpen = false; // whether the last crossing goes on
        foreach (WalkLeg leg in path.Legs)
        {
            if (leg is WalkLeg.Through through)
            {
                GateArc gate = network.Gates[through.Gate];
                crossings.Add(
                    new WalkCrossing(CrossingKind.Gate, network.PositionOf(gate.OuterNode), 0, 0)
                    {
                        Gate = through.Gate,
                        IsInward = through.IsInward,
                    }
                );
                isOpen = false;
                continue;
            }

            var along = (WalkLeg.Along)leg;
            int lengthMm = Math.Abs(along.ToMm - along.FromMm);
            if (lengthMm == 0)
            {
                continue;
            }

            Terrain terrain = network.TerrainOf(along.Link);
            if (KindOf(terrain) is not { } kind)
            {
                isOpen = false;
                continue;
            }

            WalkCrossing crossing = new(kind, network.PositionAt(along.Link, along.FromMm), lengthMm, along.WalkMs)
            {
                StepCount = StepsOf(terrain, lengthMm),
            };
            if (isOpen && crossings[^1] is { } last && last.Kind == kind)
            {
                crossings[^1] = last with
                {
                    LengthMm = last.LengthMm + lengthMm,
                    WalkMs = last.WalkMs + along.WalkMs,
                    StepCount = last.StepCount + crossing.StepCount,
                };
            }
            else
            {
                crossings.Add(crossing);
            }

            isOpen = true;
        }

        return crossings;
    }

    private static CrossingKind? KindOf(Terrain terrain) =>
        terrain switch
        {
            { Kind: WayKind.Steps } => CrossingKind.Steps,
            { Kind: WayKind.Elevator } => CrossingKind.Lift,
            { Signals: SignalCrossing.Minor } => CrossingKind.MinorSignal,
            { Signals: SignalCrossing.Major } => CrossingKind.MajorSignal,
            _ => null,
        };

    /// <summary>A part of a flight has its share of the steps.</summary>
    private static int? StepsOf(Terrain terrain, int lengthMm) =>
        terrain is { Kind: WayKind.Steps, StepCount: > 0, WayLengthMm: > 0 }
            ? (int)Math.Round((double)terrain.StepCount * lengthMm / terrain.WayLengthMm)
            : null;
}
