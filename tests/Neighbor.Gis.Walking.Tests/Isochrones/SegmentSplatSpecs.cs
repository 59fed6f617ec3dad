using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Walking.Isochrones;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

public sealed class SegmentSplatSpecs
{
    private const float Reach = 5;
    private static readonly StripShape Shape = new(FirstRow: 7, Rows: 40, Width: 60, Stride: 64 + SegmentSplat.Room);

    [Fact]
    public void With_and_without_vectors_a_segment_is_written_the_same_to_the_bit() =>
        Prop.ForAll(
                AnyParts.ToArbitrary(),
                parts =>
                {
                    (float[] vectors, float[] scalars) = (Blank(), Blank());
                    foreach (ReachPart part in parts)
                    {
                        SegmentSplat.Write(vectors, Shape, part, Reach);
                        SegmentSplat.Write(scalars, Shape, part, Reach, isScalar: true);
                    }

                    return vectors.AsSpan().SequenceEqual(scalars);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_point_within_reach_knows_its_nearest_segment_and_no_other_point_less() =>
        Prop.ForAll(
                AnyParts.ToArbitrary(),
                parts =>
                {
                    float[] field = Blank();
                    foreach (ReachPart part in parts)
                    {
                        SegmentSplat.Write(field, Shape, part, Reach);
                    }

                    for (int row = Shape.FirstRow; row < Shape.FirstRow + Shape.Rows; row++)
                    {
                        for (int column = 0; column < Shape.Width; column++)
                        {
                            double nearest = parts.Min(part => Distance(part, column, row));
                            double known = Math.Sqrt(field[Shape.At(row) + column]);
                            Assert.Equal(Math.Min(Reach, nearest), known, 0.001);
                        }
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void With_and_without_vectors_the_field_is_finished_the_same_to_the_bit() =>
        Prop.ForAll(
                AnyParts.ToArbitrary(),
                parts =>
                {
                    int[][] finished =
                    [
                        .. new[] { false, true }.Select(isScalar =>
                        {
                            DistanceField field = new();
                            field.Start(Shape, off: 4, cutoffs: 2);
                            field.TakeUnreached(parts, []);
                            field.Finish(0, parts, isScalar);
                            field.Finish(1, parts, isScalar);
                            return field.Phi.ToArray();
                        }),
                    ];
                    return finished[0].AsSpan().SequenceEqual(finished[1]);
                }
            )
            .QuickCheckThrowOnFailure();

    private static float[] Blank()
    {
        float[] field = new float[Shape.Size];
        Array.Fill(field, Reach * Reach);
        return field;
    }

    private static double Distance(ReachPart part, double x, double y)
    {
        (double dx, double dy) = (part.Bx - part.Ax, part.By - part.Ay);
        double squared = (dx * dx) + (dy * dy);
        double along = squared > 0 ? Math.Clamp((((x - part.Ax) * dx) + ((y - part.Ay) * dy)) / squared, 0, 1) : 0;
        return double.Hypot(x - part.Ax - (along * dx), y - part.Ay - (along * dy));
    }

    private static Gen<ReachPart[]> AnyParts =>
        from count in Gen.Choose(1, 6)
        from parts in AnyPart.ArrayOf(count)
        select parts;

    // Long and short, upright and level, without length, and beyond the strip.
    private static Gen<ReachPart> AnyPart =>
        from ax in Gen.Choose(-400, 1000)
        from ay in Gen.Choose(-400, 1000)
        from dx in Gen.Choose(-30, 30)
        from dy in Gen.Choose(-30, 30)
        from stretch in Gen.Elements(0, 1, 7, 40)
        from rank in Gen.Choose(0, 2)
        select new ReachPart(
            ax / 16f,
            ay / 16f,
            (ax + (dx * stretch)) / 16f,
            (ay + (dy * stretch)) / 16f,
            rank,
            Owner: 0
        );
}
