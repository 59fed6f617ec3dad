namespace Neighbor.Gis.SampleCounty.Plane;

/// <summary>
/// Ground between four lines, with a place for every pair of shares: s from west to east, t from south to north.
/// </summary>
/// <remarks><para>Source: Coons, "Surfaces for computer-aided design of space forms", MIT 1967 (bilinear blending).</para></remarks>
internal sealed class Patch(Polyline south, Polyline east, Polyline north, Polyline west)
{
    /// <summary>West to east.</summary>
    public Polyline South { get; } = south;

    /// <summary>South to north.</summary>
    public Polyline East { get; } = east;

    /// <summary>West to east.</summary>
    public Polyline North { get; } = north;

    /// <summary>South to north.</summary>
    public Polyline West { get; } = west;

    /// <summary>Metres from west to east, in the middle.</summary>
    public double Width => (South.Length + North.Length) / 2;

    /// <summary>Metres from south to north, in the middle.</summary>
    public double Height => (West.Length + East.Length) / 2;

    public Vector At(double s, double t)
    {
        Vector ruledS = Vector.Between(South.At(s), North.At(s), t);
        Vector ruledT = Vector.Between(West.At(t), East.At(t), s);
        Vector corners = Vector.Between(
            Vector.Between(South.At(0), South.At(1), s),
            Vector.Between(North.At(0), North.At(1), s),
            t
        );
        return ruledS + ruledT - corners;
    }

    /// <summary>The direction in which s grows.</summary>
    public Vector Eastward(double s, double t) => (At(s + 0.03, t) - At(s - 0.03, t)).Unit;

    /// <summary>The four sides as one counter-clockwise ring.</summary>
    public List<PlanePoint> Ring() =>
        [
            .. South.Points.SkipLast(1),
            .. East.Points.SkipLast(1),
            .. North.Points.Reverse().SkipLast(1),
            .. West.Points.Reverse().SkipLast(1),
        ];
}
