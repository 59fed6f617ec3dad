using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Walking.Isochrones;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

public sealed class StripSpecs
{
    private const int Cutoffs = 2;
    private const int Owners = 3;

    private static readonly DistanceFieldSettings Settings = new();
    private static readonly LatticePlane Plane = new(new Position(118.5, 25.2), Settings.CellMetres);

    [Fact]
    public void A_drawing_made_in_strips_is_the_one_made_at_once() =>
        Prop.ForAll(
                AnyScene.ToArbitrary(),
                scene =>
                {
                    Geometry[] whole = [.. Drawn(new ReachDrawing(Settings), scene)];
                    for (int rows = 2; rows <= 40; rows += 19)
                    {
                        Geometry[] strips = [.. Drawn(new ReachDrawing(Settings, rows * 136), scene)];
                        Assert.All(
                            strips.Zip(whole),
                            pair => Assert.Equal(pair.First.AsBinary(), pair.Second.AsBinary())
                        );
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static IEnumerable<Geometry> Drawn(ReachDrawing drawing, ReachScene scene) =>
        drawing
            .DrawWhole(scene, Plane, CancellationToken.None)
            .Concat(drawing.DrawOwners(scene, Owners, Plane, CancellationToken.None).SelectMany(one => one));

    private static Gen<ReachScene> AnyScene =>
        from count in Gen.Choose(0, 30)
        from parts in AnyPart.ArrayOf(count)
        select SceneOf(parts);

    private static Gen<(double Ax, double Ay, double Bx, double By, int Rank, int Owner)> AnyPart =>
        from ax in Gen.Choose(0, 1000)
        from ay in Gen.Choose(0, 1000)
        from dx in Gen.Choose(-200, 200)
        from dy in Gen.Choose(-200, 200)
        from rank in Gen.Choose(0, Cutoffs)
        from owner in Gen.Choose(0, Owners - 1)
        select (
            ax / 10.0,
            ay / 10.0,
            Math.Clamp((ax + dx) / 10.0, 0, 100),
            Math.Clamp((ay + dy) / 10.0, 0, 100),
            rank,
            owner
        );

    private static ReachScene SceneOf((double Ax, double Ay, double Bx, double By, int Rank, int Owner)[] parts)
    {
        ReachScene scene = new();
        scene.Start(LatticeWindow.Around(0, 0, 100, 100, margin: 9), Cutoffs);
        foreach ((double ax, double ay, double bx, double by, int rank, int owner) in parts)
        {
            scene.AddWay(ax, ay, bx, by, rank, owner);
        }

        for (int owner = 0; owner < Owners; owner++)
        {
            scene.AddOrigin(20 + (30 * owner), 50, owner);
        }

        return scene;
    }
}
