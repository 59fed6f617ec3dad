using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>Towns with and without zones, and places thrown over them, some too far from any way.</summary>
internal static class RandomScenes
{
    /// <summary>Holds a law on many of them.</summary>
    public static void Check(Action<WalkingNetwork, Snapping[], Random> check, int tests = 120) =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                seed =>
                {
                    Random random = new(seed);
                    bool hasZones = seed % 2 == 0;
                    WalkingNetwork network = hasZones
                        ? RandomZones.Make(seed).Build()
                        : RandomSurvey.Make(seed, 14).Build();
                    double extent = hasZones ? 260 : 1_100;
                    Snapper snapper = new(network);
                    Snapping[] places =
                    [
                        .. Enumerable
                            .Range(0, 24)
                            .Select(_ =>
                                snapper.Snap(
                                    Ground.At(extent * random.NextDouble() - 30, extent * random.NextDouble() - 30)
                                )
                            ),
                    ];
                    check(network, places, random);
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
