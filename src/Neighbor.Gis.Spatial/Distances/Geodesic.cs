namespace Neighbor.Gis.Spatial.Distances;

/// <summary>大地距离. Lengths and directions on the CGCS2000 ellipsoid: the only metres this product reports.</summary>
public static class Geodesic
{
    private static readonly GeodesicInverse OnCgcs2000 = new(Ellipsoid.Cgcs2000);

    /// <summary>The length of the shortest line between two positions, in metres, true to a nanometre or so.</summary>
    public static double Metres(Position a, Position b) => OnCgcs2000.Solve(a, b).Metres;

    /// <summary>The shortest line from <paramref name="a"/> to <paramref name="b"/>: its length and its
    /// azimuths.</summary>
    public static GeodesicLine Inverse(Position a, Position b) => OnCgcs2000.Solve(a, b);

    /// <summary>The length of a line through several positions, in metres.</summary>
    public static double Metres(ReadOnlySpan<Position> line)
    {
        double metres = 0;
        for (int i = 1; i < line.Length; i++)
        {
            metres += OnCgcs2000.Solve(line[i - 1], line[i]).Metres;
        }

        return metres;
    }
}
