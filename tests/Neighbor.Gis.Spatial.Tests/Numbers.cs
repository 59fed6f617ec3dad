using FsCheck;
using FsCheck.Fluent;

namespace Neighbor.Gis.Spatial.Tests;

/// <summary>Makes the numbers properties are asked of.</summary>
internal static class Numbers
{
    /// <summary>A number between two others.</summary>
    public static Gen<double> Between(double low, double high) =>
        Gen.Choose(0, int.MaxValue).Select(step => low + ((high - low) * ((double)step / int.MaxValue)));

    /// <summary>A position inside a window.</summary>
    public static Gen<Position> Positions(double west, double south, double east, double north) =>
        from longitude in Between(west, east)
        from latitude in Between(south, north)
        select new Position(longitude, latitude);

    /// <summary>A position on the mainland, well away from its outline.</summary>
    public static Gen<Position> InlandPositions => Positions(99, 24, 117.5, 40);

    /// <summary>A position in Fujian.</summary>
    public static Gen<Position> FujianPositions => Positions(116, 24.5, 119.3, 28.2);
}
