using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

/// <summary>What a drawing must hold to be accepted, on every real extract.</summary>
/// <remarks>
/// <para>
/// Nothing is left out of the measure: ways over and under others, tunnels and passages on other floors count as any way
/// does, though no drawing on a plane can part what lies exactly over one another.
/// </para>
/// </remarks>
public sealed class RealExtractSpecs(ITestOutputHelper output)
{
    private const int Origins = 25;
    private const double LeastReached = 0.998;
    private const double MostFalse = 0.005;

    private static readonly int[] CutoffsMs = [300_000, 600_000, 900_000];

    public static TheoryData<string> Extracts => [.. RealNetworks.Extracts];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Extracts))]
    public async Task What_is_reached_is_inside_and_what_is_not_is_outside(string extract)
    {
        await Task.Yield();
        WalkingNetwork network = RealNetworks.Read(extract);
        IsochroneSearch search = new(network);
        IsochroneSearch other = new(network);
        WalkingSearch walk = new(network);
        (double reached, double inside, double outside) = (0, 0, 0);
        foreach ((Position at, SnapPoint[] seeds) in OriginsOf(network))
        {
            IReadOnlyList<Isochrone> drawn = search.Draw(at, seeds, Pace.Planning, CutoffsMs);
            AssertSound(drawn, at);
            Assert.All(
                other.Draw(at, seeds, Pace.Planning, CutoffsMs).Zip(drawn),
                pair => Assert.Equal(pair.First.Geom.AsBinary(), pair.Second.Geom.AsBinary())
            );
            walk.Run(seeds, Pace.Planning, CutoffsMs[^1]);
            foreach (Isochrone one in drawn)
            {
                InsideLengths lengths = new(one.Geom);
                List<Stretch> stretches = [];
                walk.ReachedInto(one.CutoffMs, stretches);
                Assert.Equal(stretches.Sum(stretch => (long)stretch.LengthMm), one.ReachedMm);
                reached += one.ReachedMm / 1000.0;
                inside += MetresInside(network, stretches, lengths);
                stretches.Clear();
                walk.UnreachedInto(Box.Of(one.Geom), one.CutoffMs, stretches);
                outside += MetresInside(network, stretches, lengths);
            }
        }

        output.WriteLine($"{extract}: reached {inside / reached:p3}, false {outside / reached:p3}");
        Assert.True(inside / reached >= LeastReached, $"reached {inside / reached:p3}");
        Assert.True(outside / reached <= MostFalse, $"false {outside / reached:p3}");
    }

    private static IEnumerable<(Position At, SnapPoint[] Seeds)> OriginsOf(WalkingNetwork network)
    {
        Snapper snapper = new(network);
        Random random = new(1);
        for (int found = 0; found < Origins; )
        {
            LinkId link = new(random.Next(network.LinkCount));
            Position at = network.PositionAt(link, network.LengthMm(link) / 2);
            if (!network.IsOnIsland(link) && snapper.Snap(at) is Snapping.Snapped snap)
            {
                found++;
                yield return (at, snap.ToArray());
            }
        }
    }

    private static void AssertSound(IReadOnlyList<Isochrone> drawn, Position origin)
    {
        Point point = new(origin.Longitude, origin.Latitude);
        for (int i = 0; i < drawn.Count; i++)
        {
            IsValidOp check = new(drawn[i].Geom);
            Assert.True(check.IsValid, check.ValidationError?.ToString());
            Assert.True(drawn[i].Geom.Contains(point), "the origin is outside");
            Assert.True(i == 0 || drawn[i].Geom.Covers(drawn[i - 1].Geom), $"cutoff {i} does not cover the one before");
        }
    }

    private static double MetresInside(WalkingNetwork network, List<Stretch> stretches, InsideLengths lengths)
    {
        double metres = 0;
        foreach (Stretch stretch in stretches)
        {
            Position[] course = network.CourseOf(stretch);
            for (int i = 1; i < course.Length; i++)
            {
                metres += lengths.MetresOf(course[i - 1], course[i]);
            }
        }

        return metres;
    }
}
