using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Layers.Tiles;

/// <summary>瓦片. One tile of the tile matrix set WebMercatorQuad; only tiles that exist can be made.</summary>
/// <remarks>
/// <para>
/// Source: OGC 17-083r4, annex D.1 (WebMercatorQuad). Rows count from the north, columns from the west; addresses are
/// matrix, row, column in this order, unlike z/x/y. Bounds are for cutting tiles, never for measuring: the projection
/// stretches lengths by 1/cos(latitude).
/// </para>
/// <para>Units: metres of EPSG:3857, or degrees.</para>
/// </remarks>
public readonly record struct WebMercatorTile
{
    /// <summary>The deepest matrix.</summary>
    public const int DeepestMatrix = 24;

    /// <summary>The latitude at which the square world ends.</summary>
    public const double LatitudeLimit = 85.0511287798066;

    private const double EarthRadiusMetres = 6378137;
    private const double HalfWorldMetres = Math.PI * EarthRadiusMetres;

    private WebMercatorTile(int matrix, int row, int column)
    {
        Matrix = matrix;
        Row = row;
        Column = column;
    }

    /// <summary>The zoom level.</summary>
    public int Matrix { get; }

    /// <summary>The row, from the north.</summary>
    public int Row { get; }

    /// <summary>The column, from the west.</summary>
    public int Column { get; }

    /// <summary>The tile's ground in metres of EPSG:3857.</summary>
    public Envelope BoundsMetres
    {
        get
        {
            double side = 2 * HalfWorldMetres / (1 << Matrix);
            double west = (Column * side) - HalfWorldMetres;
            double north = HalfWorldMetres - (Row * side);
            return new Envelope(west, west + side, north - side, north);
        }
    }

    /// <summary>The tile's ground in degrees.</summary>
    public Envelope BoundsDegrees =>
        new(LongitudeOfColumn(Column), LongitudeOfColumn(Column + 1), LatitudeOfRow(Row + 1), LatitudeOfRow(Row));

    /// <summary>The tile at an address, if there is one.</summary>
    public static bool TryCreate(int matrix, int row, int column, out WebMercatorTile tile)
    {
        bool exists = matrix is >= 0 and <= DeepestMatrix && (uint)row < 1u << matrix && (uint)column < 1u << matrix;
        tile = exists ? new WebMercatorTile(matrix, row, column) : default;
        return exists;
    }

    /// <summary>The tile that holds a position; beyond the latitude limit the tile at the edge.</summary>
    public static WebMercatorTile At(Position position, int matrix)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(matrix);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(matrix, DeepestMatrix);
        int count = 1 << matrix;
        double latitude = double.DegreesToRadians(Math.Clamp(position.Latitude, -LatitudeLimit, LatitudeLimit));
        double column = (position.Longitude + 180) / 360 * count;
        double row = (1 - (Math.Asinh(Math.Tan(latitude)) / Math.PI)) / 2 * count;
        return new WebMercatorTile(
            matrix,
            Math.Clamp((int)Math.Floor(row), 0, count - 1),
            Math.Clamp((int)Math.Floor(column), 0, count - 1)
        );
    }

    private double LongitudeOfColumn(int column) => (column * 360.0 / (1 << Matrix)) - 180;

    private double LatitudeOfRow(int row) =>
        double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - (2.0 * row / (1 << Matrix))))));
}
