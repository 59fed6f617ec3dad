using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>What is drawn as reached is what walks say is reached, to the millimetre.</summary>
public sealed class StretchSpecs
{
    private const int CutoffMs = 400_000;
    private const int LimitMs = 700_000;

    [Fact]
    public void A_place_is_in_a_reached_stretch_where_the_walk_to_it_is_within_the_cutoff_and_nowhere_else() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    Survey survey =
                        seed % 3 == 0 ? RandomZones.Make(seed) : RandomSurvey.Make(seed, 12, hasTerrain: true);
                    WalkingNetwork network = survey.Build();
                    Random random = new(seed);
                    LineString closed = new([
                        Ground.CoordinateAt(random.Next(1_000), random.Next(1_000)),
                        Ground.CoordinateAt(random.Next(1_000), random.Next(1_000)),
                    ]);
                    NetworkOverlay[] overlays = [network.WheneverOpen, network.WheneverOpen.Closing(closed)];
                    SnapPoint[] seeds =
                    [
                        RandomPlace(network, random) with
                        {
                            AccessMm = random.Next(50_000),
                        },
                        RandomPlace(network, random),
                    ];
                    WalkingSearch search = new(network);
                    foreach (WalkDirection direction in Enum.GetValues<WalkDirection>())
                    {
                        foreach (NetworkOverlay overlay in overlays)
                        {
                            search.Run(seeds, Pace.Elder, LimitMs, direction, overlay);
                            Compare(network, search, random);
                        }
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    private static void Compare(WalkingNetwork network, WalkingSearch search, Random random)
    {
        List<Stretch> reached = [];
        List<Stretch> unreached = [];
        search.ReachedInto(CutoffMs, reached);
        search.UnreachedInto(network.Bounds, CutoffMs, unreached);
        IEnumerable<int> links = Enumerable.Range(0, network.LinkCount);
        Assert.Equal(
            links.Sum(link => (long)network.LengthMm(new LinkId(link))),
            reached.Concat(unreached).Sum(stretch => (long)stretch.LengthMm)
        );
        ILookup<LinkId, Stretch> ofLink = reached.ToLookup(stretch => stretch.Link);
        foreach (LinkId link in links.Select(static link => new LinkId(link)))
        {
            int lengthMm = network.LengthMm(link);
            IEnumerable<int> ends = ofLink[link].SelectMany(one => new[] { one.FromMm, one.ToMm });
            IEnumerable<int> offsetsMm = ends.SelectMany(end => new[] { end - 1, end, end + 1 })
                .Concat(Enumerable.Range(0, 8).Select(_ => random.Next(lengthMm + 1)));
            foreach (int offsetMm in offsetsMm.Where(offset => offset >= 0 && offset <= lengthMm))
            {
                bool isDrawn = ofLink[link].Any(one => one.FromMm <= offsetMm && offsetMm <= one.ToMm);
                if (isDrawn != IsReached(network, search, link, offsetMm))
                {
                    // A single place, which one comes to and not on from, has no length to be drawn.
                    Assert.False(isDrawn, $"{link} is drawn at {offsetMm} mm of {lengthMm} but not reached.");
                    Assert.False(IsReached(network, search, link, offsetMm - 1));
                    Assert.False(IsReached(network, search, link, offsetMm + 1));
                }
            }
        }
    }

    private static bool IsReached(WalkingNetwork network, WalkingSearch search, LinkId link, int offsetMm) =>
        offsetMm >= 0
        && offsetMm <= network.LengthMm(link)
        && search.WalkMs(new SnapPoint(link, offsetMm, 0, default, ZoneId.Outside)) <= CutoffMs;

    private static SnapPoint RandomPlace(WalkingNetwork network, Random random)
    {
        LinkId link = new(random.Next(network.LinkCount));
        int offsetMm = random.Next(network.LengthMm(link) + 1);
        return new SnapPoint(link, offsetMm, 0, network.PositionAt(link, offsetMm), network.ZoneOf(link));
    }
}
