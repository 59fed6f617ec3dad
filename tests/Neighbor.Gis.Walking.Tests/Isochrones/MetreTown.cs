using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Projections;
using Neighbor.Gis.Walking.Isochrones;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

/// <summary>Streets drawn in metres around one origin, and what of them each cutoff reaches.</summary>
internal sealed class MetreTown
{
    public static readonly Position Origin = new(118.5, 25.2);

    private static readonly TransverseMercator Plane = TransverseMercator.Around(Origin);

    public Stretches Reached { get; } = new();

    public Stretches Unreached { get; } = new();

    public IsochroneBand Band => new(Reached, Unreached);

    public static Position At(double x, double y) => Plane.Inverse(x, y);

    public static (double X, double Y) MetresOf(double longitude, double latitude) =>
        Plane.Forward(new Position(longitude, latitude));

    /// <summary>A square lattice of streets, walked from its middle: the walk to (x, y) is |x| + |y|.</summary>
    public static MetreTown Lattice(double spacing, double cutoff, double half)
    {
        MetreTown town = new();
        int lines = (int)(half / spacing);
        for (int line = -lines; line <= lines; line++)
        {
            for (int block = -lines; block < lines; block++)
            {
                // Each side of a block is walked from the end nearer the middle.
                double across = line * spacing;
                double near = (block >= 0 ? block : block + 1) * spacing;
                double far = (block >= 0 ? block + 1 : block) * spacing;
                double left = Math.Clamp(cutoff - Math.Abs(across) - Math.Abs(near), 0, spacing);
                double cut = near + (Math.Sign(far - near) * left);
                town.Street(left, spacing, (near, across), (cut, across), (far, across));
                town.Street(left, spacing, (across, near), (across, cut), (across, far));
            }
        }

        return town;
    }

    public void Reach(params ReadOnlySpan<(double X, double Y)> line) => Add(Reached, line);

    public void Miss(params ReadOnlySpan<(double X, double Y)> line) => Add(Unreached, line);

    public static Stretches Walls(params ReadOnlySpan<(double X, double Y)> line)
    {
        Stretches walls = new();
        Add(walls, line);
        return walls;
    }

    private void Street(double left, double length, (double, double) near, (double, double) cut, (double, double) far)
    {
        if (left > 0)
        {
            Reach(near, cut);
        }

        if (left < length)
        {
            Miss(cut, far);
        }
    }

    private static void Add(Stretches stretches, ReadOnlySpan<(double X, double Y)> line)
    {
        foreach ((double x, double y) in line)
        {
            stretches.Append(At(x, y));
        }

        stretches.Close();
    }
}
