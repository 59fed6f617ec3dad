using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Compounds;

/// <summary>Where an estate's ring road meets the streets, and who may pass there.</summary>
internal sealed class GateDrawing(TownDraft town, Parcel parcel, EstatePlan plan, CompoundDraft compound, Chance chance)
{
    private const string NightClosed = "05:30-23:00";

    private enum Side
    {
        South,
        East,
        North,
        West,
    }

    public void Draw(double gateLevel, List<WayDraft> ways)
    {
        List<Side> sides = [.. SidesWithStreets()];
        int count =
            parcel.Kind == CompoundKind.OpenUnmanaged ? sides.Count : Math.Min(sides.Count, chance.Between(2, 4));
        foreach ((Side side, int order) in sides.Take(count).Select((side, order) => (side, order)))
        {
            (PlanePoint inner, PlanePoint gate, PlanePoint outer) = Points(side, gateLevel);
            ways.Add(
                new WayDraft
                {
                    Kind = WayKind.Service,
                    Community = compound.Community,
                    Line = [inner, gate, outer],
                }
            );
            if (compound.IsWalled)
            {
                compound.Gates.Add(Gate(side, order, gate));
            }
        }
    }

    /// <summary>The widest street first: the main gate is there.</summary>
    private IEnumerable<Side> SidesWithStreets() =>
        new (Side Side, WayKind? Street)[]
        {
            (Side.South, parcel.Streets.South),
            (Side.East, parcel.Streets.East),
            (Side.North, parcel.Streets.North),
            (Side.West, parcel.Streets.West),
        }
            .Where(s => s.Street is not null)
            .OrderBy(s => s.Street)
            .Select(s => s.Side);

    private (PlanePoint Inner, PlanePoint Gate, PlanePoint Outer) Points(Side side, double level)
    {
        Patch ground = parcel.Ground;
        return side switch
        {
            Side.South => (
                At(plan.Middle, plan.RingSouth),
                At(plan.Middle, plan.WallSouth),
                town.Splits.Vertex(ground.South.Points, plan.Middle)
            ),
            Side.North => (
                At(plan.Middle, plan.RingNorth),
                At(plan.Middle, plan.WallNorth),
                town.Splits.Vertex(ground.North.Points, plan.Middle)
            ),
            Side.East => (
                At(plan.RingEast, level),
                At(plan.WallEast, level),
                town.Splits.Vertex(ground.East.Points, level)
            ),
            _ => (At(plan.RingWest, level), At(plan.WallWest, level), town.Splits.Vertex(ground.West.Points, level)),
        };

        PlanePoint At(double s, double t) => PlanePoint.Of(ground.At(s, t));
    }

    private GateDraft Gate(Side side, int order, PlanePoint at)
    {
        string name =
            side switch
            {
                Side.South => "南",
                Side.East => "东",
                Side.North => "北",
                _ => "西",
            } + "门";
        (GateAccess access, string? hours) = (parcel.Kind, order) switch
        {
            (CompoundKind.ManagedHighRise, 0) => (GateAccess.StaffedVisitors, null),
            (CompoundKind.MixedCommercial, 0) => (GateAccess.Open, null),
            (CompoundKind.OpenUnmanaged, _) => (GateAccess.Open, order == 0 ? null : NightClosed),
            (CompoundKind.MixedCommercial, 1) => (GateAccess.StaffedVisitors, "06:00-22:30"),
            _ => SideGate(order),
        };
        DateOnly? checkedOn = chance.Happens(0.12) ? null : new DateOnly(2026, 3, 2).AddDays(chance.Between(0, 240));
        return new GateDraft(name, at, access, hours, checkedOn);
    }

    private (GateAccess Access, string? Hours) SideGate(int order)
    {
        if (order >= 2)
        {
            return chance.Between(0, 5) switch
            {
                0 => (GateAccess.Closed, null),
                1 => (GateAccess.EmergencyOnly, null),
                2 => (GateAccess.ResidentsOnly, "06:30-08:30,16:30-19:00"),
                _ => (GateAccess.ResidentsOnly, NightClosed),
            };
        }

        return (GateAccess.ResidentsOnly, chance.Happens(0.6) ? NightClosed : null);
    }
}
