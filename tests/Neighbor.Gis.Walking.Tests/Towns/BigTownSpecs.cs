using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Towns;

/// <summary>The made-up town that benchmarks are run on is what the figures beside them say it is.</summary>
public class BigTownSpecs
{
    private const int QuarterHourMm = 1_080_000; // at 1.2 m/s; at the pace of plans a millimetre is a millisecond

    [Fact]
    public void A_small_town_has_ten_thousand_nodes_with_segments_of_twenty_eight_metres()
    {
        BigTown town = BigTown.Make(BigTown.SmallMetres);

        Assert.InRange(town.Nodes.Count, 9_500, 10_500);
        Assert.InRange((double)town.Segments.Count / town.Nodes.Count, 1.43, 1.46);
        Assert.InRange((double)town.Segments.Count / town.Ways.Count, 3.3, 3.6);
        double[] metres =
        [
            .. town
                .Segments.Select(one => Spatial.Distances.Geodesic.Metres(town.Nodes[one.From], town.Nodes[one.To]))
                .Order(),
        ];
        Assert.InRange(metres.Average(), 27, 29);
        Assert.True(metres[0] > 1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_town_and_another_seed_another()
    {
        BigTown town = BigTown.Make(BigTown.SmallMetres, seed: 3);
        BigTown again = BigTown.Make(BigTown.SmallMetres, seed: 3);
        BigTown other = BigTown.Make(BigTown.SmallMetres, seed: 4);

        Assert.Equal(town.Nodes, again.Nodes);
        Assert.Equal(town.Segments, again.Segments);
        Assert.NotEqual(town.Nodes, other.Nodes);
    }

    [Fact]
    public void All_of_it_hangs_together()
    {
        WalkingNetwork network = Build(BigTown.Make(BigTown.SmallMetres), out BuildReport report);

        Assert.Equal(1, report.Components);
        Assert.True(network.NodeCount > 5_000);
    }

    [Fact]
    public void A_quarter_of_an_hour_in_the_large_town_reaches_four_thousand_nodes_of_the_survey()
    {
        BigTown town = BigTown.Make(BigTown.TownMetres);
        Assert.InRange(town.Nodes.Count, 303_000, 308_000);
        Assert.InRange(town.Segments.Count, 438_000, 445_000);
        Assert.InRange(town.Ways.Count, 124_000, 131_000);

        WalkingNetwork network = Build(town, out _);
        WalkingSearch search = new(network);
        Random random = new(1);
        double reached = 0;
        const int Origins = 300;
        for (int i = 0; i < Origins; i++)
        {
            search.Run([MiddleOf(network, random)], Pace.Planning, QuarterHourMm);
            reached += Enumerable
                .Range(0, network.NodeCount)
                .Count(node => search.WalkMs(new NodeId(node)) is not null);
        }

        double surveyNodesToANode = (double)town.Nodes.Count / network.NodeCount;
        Assert.InRange(reached / Origins * surveyNodesToANode, 3_900, 4_600);

        CatchmentSearch catchments = new(network);
        double covered = 0;
        const int Draws = 10;
        for (int draw = 0; draw < Draws; draw++)
        {
            Snapping[] centers = new Snapping[24];
            for (int i = 0; i < centers.Length; i++)
            {
                centers[i] = new Snapping.Snapped(MiddleOf(network, random), null);
            }

            catchments.Run(new PlacedPoints(network, centers), Pace.Planning, QuarterHourMm);
            covered += Enumerable
                .Range(0, network.LinkCount)
                .Count(link => catchments.NearestTo(PlaceOn(network, new LinkId(link), 0)) is not null);
        }

        Assert.InRange(covered / Draws / network.LinkCount, 0.2, 0.3);
    }

    private static SnapPoint MiddleOf(WalkingNetwork network, Random random)
    {
        LinkId link = new(random.Next(network.LinkCount));
        return PlaceOn(network, link, network.LengthMm(link) / 2);
    }

    private static SnapPoint PlaceOn(WalkingNetwork network, LinkId link, int offsetMm) =>
        new(link, offsetMm, 0, network.PositionAt(link, offsetMm), ZoneId.Outside);

    private static WalkingNetwork Build(BigTown town, out BuildReport report)
    {
        WalkingNetworkBuilder builder = new();
        foreach (SurveyedWay way in town.Survey())
        {
            builder.AddWay(way);
        }

        WalkingNetwork network = builder.Build();
        report = builder.Report;
        return network;
    }
}
