using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

/// <summary>A drawing spreads 25 m beside what is reached; what stands nearer stops it, within a cell of 4 m.</summary>
public sealed class BarrierSpecs
{
    private const int Diagonal = 6; // of a cell, rounded up

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(15)]
    public void Ground_behind_a_wall_beside_a_street_is_outside(int apart)
    {
        WalkingNetwork network = TownNetwork.Of(
            [
                [(-300, 0), (300, 0)],
            ],
            [
                [(-250, apart), (250, apart), (250, apart + 100), (-250, apart + 100)],
            ]
        );
        DrawnReach drawn = DrawFrom(network, -20, 0);
        for (int x = -240; x <= 240; x++)
        {
            Assert.True(drawn.HoldsMetres(x, 0), $"the street at {x} m");
            Assert.True(drawn.HoldsMetres(x, -20), $"the open side at {x} m");
            for (int y = apart + Diagonal; y <= apart + 40; y++)
            {
                Assert.False(drawn.HoldsMetres(x, y), $"{y - apart} m behind the wall at {x} m");
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(15)]
    public void Ground_round_the_corner_of_a_wall_is_outside(int apart)
    {
        // The street goes around two sides of the compound.
        WalkingNetwork network = TownNetwork.Of(
            [
                [(-200, 0), (0, 0), (0, 200)],
            ],
            [
                [(-apart, apart), (-apart, 150), (-150, 150), (-150, apart)],
            ]
        );
        DrawnReach drawn = DrawFrom(network, -100, 0);
        for (int x = -140; x <= -apart - Diagonal; x++)
        {
            for (int y = apart + Diagonal; y <= 140; y++)
            {
                Assert.False(drawn.HoldsMetres(x, y), $"({x}, {y}) is behind the wall");
            }
        }
    }

    [Fact]
    public void The_far_bank_of_a_stream_is_outside_until_a_bridge_is_reached()
    {
        // Two banks 6 m apart, 4 m from the street: far nearer than the drawing spreads.
        (int, int)[] street = [(-300, 0), (0, 0), (300, 0)];
        (int, int)[] water = [(-280, 4), (280, 4), (280, 10), (-280, 10)];
        DrawnReach here = DrawFrom(TownNetwork.Of([street], [water]), -100, 0);
        DrawnReach there = DrawFrom(TownNetwork.Of([street, [(0, 0), (0, 80)]], [water]), -100, 0);
        for (int x = -270; x <= 270; x++)
        {
            Assert.False(here.HoldsMetres(x, 10 + Diagonal), $"the far bank at {x} m");
            Assert.True(Math.Abs(x) < 40 || !there.HoldsMetres(x, 10 + Diagonal), $"the far bank at {x} m");
        }

        for (int y = 0; y <= 80; y++)
        {
            Assert.True(there.HoldsMetres(0, y), $"{y} m along the bridge");
        }
    }

    [Theory]
    [InlineData(Passage.Blocked, false)]
    [InlineData(Passage.Free, true)]
    public void A_gate_that_is_shut_lets_nothing_in(Passage passage, bool isInside)
    {
        WalkingNetwork network = TownNetwork.Of(
            [
                [(-300, 0), (0, 0), (300, 0)],
                [(0, 0), (0, 20)],
                [(0, 20), (0, 80)],
            ],
            [
                [(-100, 20), (100, 20), (100, 120), (-100, 120)],
            ],
            ((0, 20), passage)
        );
        DrawnReach drawn = DrawFrom(network, -50, 0);
        Assert.True(drawn.HoldsMetres(0, 14));
        Assert.Equal(isInside, drawn.HoldsMetres(0, 40));
        for (int x = -90; x <= 90; x++)
        {
            for (int y = 20 + Diagonal; y <= 60 && !isInside; y++)
            {
                Assert.False(drawn.HoldsMetres(x, y), $"({x}, {y}) is behind the gate");
            }
        }
    }

    [Fact]
    public void A_walled_yard_keeps_its_hole_however_small_and_empty_ground_does_not()
    {
        (int, int)[] block = [(0, 0), (70, 0), (70, 70), (0, 70), (0, 0)];
        Assert.Equal(0, HolesOf(TownNetwork.Of([block], [])));
        Assert.Equal(
            1,
            HolesOf(
                TownNetwork.Of(
                    [block],
                    [
                        [(20, 20), (50, 20), (50, 50), (20, 50)],
                    ]
                )
            )
        );
    }

    private static int HolesOf(WalkingNetwork network)
    {
        Geometry drawing = Assert.Single(Draw(network, 30, 0)).Geom;
        return Assert.IsType<Polygon>(drawing.GetGeometryN(0)).NumInteriorRings;
    }

    private static DrawnReach DrawFrom(WalkingNetwork network, int x, int y) =>
        new(Assert.Single(Draw(network, x, y)).Geom);

    private static IReadOnlyList<Isochrone> Draw(WalkingNetwork network, int x, int y)
    {
        ServiceAreaOrigin origin = TownNetwork.OriginAt(network, x, y);
        return new IsochroneSearch(network).Draw(origin.Position, [.. origin.Seeds], Pace.Planning, [900_000]);
    }
}
