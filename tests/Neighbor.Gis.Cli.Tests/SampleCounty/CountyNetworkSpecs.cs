using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Spatial.Hours;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Cli.Tests.SampleCounty;

/// <summary>The county through the product's own walking engine.</summary>
public sealed class CountyNetworkSpecs
{
    private const int FifteenMinutesMs = 15 * 60 * 1000;

    private static Delivery County => GeneratedCounty.Delivery;

    [Fact]
    public void The_network_builder_finds_nothing_wrong_with_the_survey()
    {
        (WalkingNetwork _, BuildReport report) = Build();
        Assert.Equal(County.Ways.Count, report.Ways);
        Assert.Empty(report.WallCrossings);
        Assert.Empty(report.SealedZones);
        Assert.Empty(report.GatesOffTheNetwork);
        Assert.Empty(report.NodesInTwoPlaces);
        Assert.Empty(report.UnknownHours);
        Assert.Equal(0, report.UnknownGates);
        Assert.Equal(0, report.WaysWithoutLength);
        Assert.Equal(0, report.Islands);
        Assert.Equal(1.0, report.LargestComponentShare, 3);
    }

    [Fact]
    public void Everybody_walks_to_an_open_center_and_most_but_not_all_within_fifteen_minutes()
    {
        (WalkingNetwork network, BuildReport _) = Build();
        var snapper = new Snapper(network);
        var sources = new PlacedPoints(
            network,
            [
                .. County
                    .ServicePoints.Where(p => p is { CenterCode: not null, Status: ServicePointStatus.Open })
                    .Select(p => Snapped(snapper, p.Geom, null)),
            ]
        );
        var search = new CatchmentSearch(network);
        search.Run(sources, Pace.Planning, 4 * FifteenMinutesMs, WalkDirection.Reverse);

        Dictionary<string, (string? Compound, int Residents, int Doors)> buildings = County
            .Entrances.GroupBy(e => e.BuildingCode)
            .Join(
                County.Buildings,
                doors => doors.Key,
                b => b.Code,
                (doors, b) => (b.Code, (b.CompoundCode, b.Residents ?? 0, doors.Count()))
            )
            .ToDictionary();
        double within = 0;
        foreach (var entrance in County.Entrances)
        {
            (string? compound, int residents, int doors) = buildings[entrance.BuildingCode];
            NearestSource? nearest = search.NearestTo(Snapped(snapper, entrance.Geom, compound));
            Assert.True(nearest is not null, $"Nobody reaches a centre from {entrance.Code}.");
            within += nearest.Value.WalkMs <= FifteenMinutesMs ? (double)residents / doors : 0;
        }

        Assert.InRange(within / 180_000, 0.6, 0.95);
    }

    private static (WalkingNetwork Network, BuildReport Report) Build()
    {
        var builder = new WalkingNetworkBuilder();
        foreach (SurveyedWay way in County.Ways)
        {
            builder.AddWay(way);
        }

        foreach (Compound compound in County.Compounds)
        {
            builder.AddZone(new Zone(compound.Code, compound.ParentCode, compound.Geom, compound.IsWalled));
        }

        foreach (Gate gate in County.Gates)
        {
            Passage passage = gate.Access switch
            {
                GateAccess.Open => Passage.Free,
                GateAccess.ResidentsOnly or GateAccess.StaffedVisitors => Passage.Terminal,
                _ => Passage.Blocked,
            };
            OpeningHours? hours = gate.Hours is null ? null : OpeningHours.Parse(gate.Hours);
            builder.AddGate(new SurveyedGate(gate.Code, gate.NodeId, passage, hours, gate.CompoundCode));
        }

        return (builder.Build(), builder.Report);
    }

    private static Snapping.Snapped Snapped(Snapper snapper, Point place, string? zone) =>
        Assert.IsType<Snapping.Snapped>(snapper.Snap(new Position(place.X, place.Y), zone));
}
