using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>
/// On a square lattice of streets g metres apart the walk from a crossing to (x, y) is |x| + |y|. Within k · g lie the
/// crossings of a diamond, 1 + 4 · (1 + 2 + … + k) = 2k² + 2k + 1 of them, and 4k² whole street sides.
/// </summary>
public sealed class LatticeSpecs
{
    private const int Half = 12;
    private const int Side = (2 * Half) + 1;
    private const int SpacingMetres = 50;
    private const int SpacingMm = SpacingMetres * 1000;

    private static readonly Lazy<(WalkingNetwork Network, SnapPoint Middle)> Lattice = new(Build);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    public void The_crossings_reached_are_the_diamond(int k)
    {
        WalkingSearch search = FromMiddle(k * SpacingMm);
        int reached = Enumerable
            .Range(0, search.Network.NodeCount)
            .Count(node => search.WalkMs(new NodeId(node)) is not null);
        Assert.Equal((2 * k * k) + (2 * k) + 1, reached);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    public void The_street_sides_reached_are_those_of_the_diamond(int k)
    {
        List<Stretch> stretches = [];
        FromMiddle(k * SpacingMm).ReachedInto(k * SpacingMm, stretches);
        Assert.Equal(4 * k * k, stretches.Count);
        Assert.All(stretches, stretch => Assert.Equal(SpacingMm, stretch.LengthMm));
    }

    [Theory]
    [InlineData(3, 20_000)]
    [InlineData(7, 30_000)]
    [InlineData(5, 1)]
    public void Between_crossings_streets_are_cut_to_the_millimetre(int k, int beyondMm)
    {
        // Beyond radius k·g each of the 4k crossings on the rim sends walkers on along its outward streets: the four
        // corners along three, the others along two, 8k + 4 in all. Below half a street those of neighbours do not meet.
        List<Stretch> stretches = [];
        int cutoffMs = (k * SpacingMm) + beyondMm;
        FromMiddle(cutoffMs).ReachedInto(cutoffMs, stretches);
        long lengthMm = stretches.Sum(stretch => (long)stretch.LengthMm);
        Assert.Equal((4L * k * k * SpacingMm) + ((8L * k) + 4) * beyondMm, lengthMm);
    }

    [Fact]
    public void One_search_is_drawn_for_several_cutoffs_and_each_holds_the_one_before()
    {
        WalkingSearch search = FromMiddle(500_000);
        Dictionary<LinkId, List<Stretch>> outer = [];
        long lengthMm = long.MaxValue;
        foreach (int cutoffMs in (int[])[500_000, 333_333, 123_456, 60_000, 0])
        {
            List<Stretch> stretches = [];
            search.ReachedInto(cutoffMs, stretches);
            long thisMm = stretches.Sum(stretch => (long)stretch.LengthMm);
            Assert.True(thisMm < lengthMm);
            foreach (Stretch stretch in stretches.Where(_ => outer.Count > 0))
            {
                Assert.Contains(
                    outer[stretch.Link],
                    other => other.FromMm <= stretch.FromMm && stretch.ToMm <= other.ToMm
                );
            }

            lengthMm = thisMm;
            outer = stretches
                .GroupBy(stretch => stretch.Link)
                .ToDictionary(group => group.Key, group => group.ToList());
        }

        Assert.Equal(0, lengthMm);
    }

    [Fact]
    public void What_is_reached_and_what_is_not_make_up_the_whole_network()
    {
        WalkingSearch search = FromMiddle(333_333);
        List<Stretch> stretches = [];
        search.ReachedInto(200_001, stretches);
        search.UnreachedInto(search.Network.Bounds, 200_001, stretches);
        Assert.Equal(
            Enumerable.Range(0, search.Network.LinkCount).Sum(link => (long)search.Network.LengthMm(new LinkId(link))),
            stretches.Sum(stretch => (long)stretch.LengthMm)
        );
        foreach (IGrouping<LinkId, Stretch> link in stretches.GroupBy(stretch => stretch.Link))
        {
            Stretch[] inOrder = [.. link.OrderBy(stretch => stretch.FromMm)];
            for (int i = 1; i < inOrder.Length; i++)
            {
                Assert.Equal(inOrder[i - 1].ToMm, inOrder[i].FromMm);
            }
        }
    }

    [Fact]
    public void A_start_within_a_street_reaches_both_ways_along_it()
    {
        (WalkingNetwork network, _) = Lattice.Value;
        LinkId link = new(network.LinkCount / 2);
        SnapPoint seed = new(link, 20_000, 3_000, network.PositionAt(link, 20_000), ZoneId.Outside);
        WalkingSearch search = new(network);
        search.Run([seed], Pace.Planning, 13_000);
        List<Stretch> stretches = [];
        search.ReachedInto(13_000, stretches);
        Assert.Equal([new Stretch(link, 10_000, 30_000)], stretches);
        search.Run([seed], Pace.Planning, 2_999); // not even as far as the street
        stretches.Clear();
        search.ReachedInto(2_999, stretches);
        Assert.Empty(stretches);
    }

    [Fact]
    public void The_course_of_a_stretch_begins_and_ends_where_it_is_cut()
    {
        (WalkingNetwork network, _) = Lattice.Value;
        Stretch stretch = new(new LinkId(3), 12_500, 37_500);
        Spatial.Position[] course = network.CourseOf(stretch);
        Assert.Equal(network.PositionAt(stretch.Link, 12_500), course[0]);
        Assert.Equal(network.PositionAt(stretch.Link, 37_500), course[^1]);
        Assert.Equal(25, Spatial.Distances.Geodesic.Metres(course), 1e-6);
        Assert.Equal(course.Length, network.LineOf(stretch).NumPoints);
    }

    private static WalkingSearch FromMiddle(int limitMs)
    {
        (WalkingNetwork network, SnapPoint middle) = Lattice.Value;
        WalkingSearch search = new(network);
        search.Run([middle], Pace.Planning, limitMs);
        return search;
    }

    private static (WalkingNetwork, SnapPoint) Build()
    {
        Survey survey = new();
        for (int i = 0; i < Side * Side; i++)
        {
            survey.Node(i, (i % Side - Half) * SpacingMetres, (i / Side - Half) * SpacingMetres);
        }

        for (int line = 0; line < Side; line++)
        {
            survey.Way([.. Enumerable.Range(0, Side).Select(i => (long)(line * Side) + i)]);
            survey.Way([.. Enumerable.Range(0, Side).Select(i => (long)(i * Side) + line)]);
        }

        WalkingNetwork network = survey.Build();
        return (network, ShortestWalkSpecs.On(network, survey.PositionOf((Half * Side) + Half)));
    }
}
