using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Layers.Tiles;
using Neighbor.Gis.Spatial;
using Xunit;

namespace Neighbor.Gis.Layers.Tests.Tiles;

public sealed class WebMercatorTileSpecs
{
    // Quanzhou, computed with an independent program: z10 x849 y438, z15 x27186 y14045, z18 x217489 y112361.
    [Theory]
    [InlineData(10, 438, 849)]
    [InlineData(15, 14045, 27186)]
    [InlineData(18, 112361, 217489)]
    public void A_known_place_lies_in_its_known_tile(int matrix, int row, int column)
    {
        WebMercatorTile tile = WebMercatorTile.At(new Position(118.6757, 24.8741), matrix);
        Assert.Equal((matrix, row, column), (tile.Matrix, tile.Row, tile.Column));
        Assert.True(tile.BoundsDegrees.Contains(118.6757, 24.8741));
    }

    [Fact]
    public void The_first_tile_is_the_square_world()
    {
        Assert.True(WebMercatorTile.TryCreate(0, 0, 0, out WebMercatorTile world));
        Assert.Equal(-20037508.3427892, world.BoundsMetres.MinX, 6);
        Assert.Equal(20037508.3427892, world.BoundsMetres.MaxY, 6);
        Assert.Equal(40075016.6855785, world.BoundsMetres.Width, 6);
        Assert.Equal(WebMercatorTile.LatitudeLimit, world.BoundsDegrees.MaxY, 12);
        Assert.Equal(-180, world.BoundsDegrees.MinX);
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(25, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(3, -1, 0)]
    [InlineData(3, 0, -1)]
    [InlineData(3, 8, 0)]
    [InlineData(3, 0, 8)]
    public void A_tile_that_does_not_exist_cannot_be_made(int matrix, int row, int column) =>
        Assert.False(WebMercatorTile.TryCreate(matrix, row, column, out _));

    [Fact]
    public void Poles_and_the_antimeridian_lie_in_the_tiles_at_the_edge()
    {
        Assert.Equal((0, 7), Address(new Position(180, 90)));
        Assert.Equal((7, 0), Address(new Position(-180, -90)));

        static (int, int) Address(Position position)
        {
            WebMercatorTile tile = WebMercatorTile.At(position, 3);
            return (tile.Row, tile.Column);
        }
    }

    [Fact]
    public void Bounds_in_degrees_and_in_metres_are_the_same_ground_and_neighbours_touch_without_a_gap() =>
        Prop.ForAll(
                Gen.Choose(1, WebMercatorTile.DeepestMatrix)
                    .SelectMany(matrix =>
                        Gen.Choose(0, (1 << matrix) - 2)
                            .Zip(Gen.Choose(0, (1 << matrix) - 2), (row, column) => (matrix, row, column))
                    )
                    .ToArbitrary(),
                address =>
                {
                    Assert.True(WebMercatorTile.TryCreate(address.matrix, address.row, address.column, out var tile));
                    WebMercatorTile.TryCreate(address.matrix, address.row + 1, address.column + 1, out var next);
                    double north = 6378137 * Math.Asinh(Math.Tan(double.DegreesToRadians(tile.BoundsDegrees.MaxY)));
                    Assert.Equal(tile.BoundsMetres.MaxY, north, 1e-6);
                    Assert.Equal(
                        tile.BoundsMetres.MinX,
                        6378137 * double.DegreesToRadians(tile.BoundsDegrees.MinX),
                        1e-6
                    );
                    Assert.Equal(tile.BoundsDegrees.MinY, next.BoundsDegrees.MaxY);
                    Assert.Equal(tile.BoundsDegrees.MaxX, next.BoundsDegrees.MinX);
                    Position centre = new(tile.BoundsDegrees.Centre.X, tile.BoundsDegrees.Centre.Y);
                    Assert.Equal(tile, WebMercatorTile.At(centre, address.matrix));
                }
            )
            .QuickCheckThrowOnFailure();
}
