using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Postgis.Changes;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Server.Tests.Hosting;
using Neighbor.Gis.Testing.Scenes;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Snapshots;

public class RestrictedNetworkSpecs
{
    private static readonly Delivery Town = SmallTown.Deliver();
    private static readonly NeighborhoodSnapshot Built = SnapshotBuilder.Build(TownHost.RowsOf(Town));

    private static readonly string?[] HoursTried = [null, "Mo-Fr 08:00-18:00", "22:00-05:30", "off", "not hours"];

    /// <summary>A new map built from the changed gates is the oracle for the overlay on the old network.</summary>
    [Fact]
    public void Gates_that_change_on_the_same_network_hold_back_as_in_a_network_built_anew()
    {
        Gen<(GateAccess Access, string? Hours)> gate =
            from access in Gen.Elements(Enum.GetValues<GateAccess>())
            from hours in Gen.Elements(HoursTried)
            select (access, hours);
        Gen<DateTime?> moment =
            from isWhenever in Gen.Elements(true, false)
            from minute in Gen.Choose(0, (7 * 24 * 60) - 1)
            select isWhenever ? (DateTime?)null : new DateTime(2026, 11, 23).AddMinutes(minute);
        var states =
            from gates in Gen.ArrayOf(gate, Town.Gates.Count)
            from at in moment
            from east in Gen.Choose(0, 90)
            from north in Gen.Choose(0, 60)
            select (Gates: gates, At: at, East: east * 10, North: north * 10);
        Prop.ForAll(
                Arb.From(states),
                state =>
                {
                    Gate[] gates =
                    [
                        .. Town.Gates.Zip(
                            state.Gates,
                            (before, wanted) => Hosting.Gates.With(before, wanted.Access, wanted.Hours)
                        ),
                    ];
                    NeighborhoodSnapshot renewed = Built.With(new Restrictions(2, gates, []))!;
                    NeighborhoodSnapshot anew = SnapshotBuilder.Build(TownHost.RowsOf(Town with { Gates = gates }));
                    Assert.Same(Built.Network, renewed.Network);
                    Assert.Equal(WalksOf(anew, state), WalksOf(renewed, state));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_gate_that_comes_or_goes_takes_a_new_network()
    {
        Assert.Null(Built.With(new Restrictions(2, [.. Town.Gates.Skip(1)], [])));
        Assert.NotNull(Built.With(new Restrictions(2, Town.Gates, [])));
    }

    [Fact]
    public void Two_gates_at_one_place_take_a_new_network_when_one_changes()
    {
        Gate first = Town.Gates[0];
        Gate twin = new()
        {
            Code = first.Code + "B",
            Name = first.Name,
            CompoundCode = first.CompoundCode,
            Access = GateAccess.Open,
            NodeId = first.NodeId,
            Geom = first.Geom,
            Source = first.Source,
        };
        Gate[] gates = [.. Town.Gates, twin];
        NeighborhoodSnapshot built = SnapshotBuilder.Build(TownHost.RowsOf(Town with { Gates = gates }));
        Gate[] opened = [Hosting.Gates.With(first, GateAccess.Open, null), .. gates.Skip(1)];
        Assert.Null(built.With(new Restrictions(2, opened, [])));
        Assert.NotNull(built.With(new Restrictions(2, gates, [])));
    }

    private static string WalksOf(
        NeighborhoodSnapshot map,
        ((GateAccess Access, string? Hours)[] Gates, DateTime? At, int East, int North) state
    )
    {
        var moment = new Moment(state.At, IsHoliday: false, DateTime.UtcNow);
        if (map.Snap(SmallTown.At(state.East, state.North)) is not Snapping.Snapped seeds)
        {
            return "no path near"; // in the pond
        }

        IEnumerable<string> walks = Enum.GetValues<ServiceFunction>()
            .SelectMany(function =>
                map.NearestServicePoints(seeds.ToArray(), function, 10, WalkTerms.At(map, Pace.Adult, moment), 60)
            )
            .Select((PostFound<ServicePoint> found) => $"{found.Post.Code} {found.Walk.WalkMs}");
        return string.Join(' ', walks);
    }
}
