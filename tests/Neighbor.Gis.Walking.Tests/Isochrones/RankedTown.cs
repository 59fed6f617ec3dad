using Neighbor.Gis.Walking.Isochrones;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

/// <summary>Streets with the first of three cutoffs that reaches each (3: none does), and walls.</summary>
internal sealed record RankedTown(
    (int Rank, (double X, double Y)[] Line)[] Streets,
    (int Rank, (double X, double Y)[] Line)[] Fences
)
{
    public Stretches Walls
    {
        get
        {
            Stretches walls = new();
            foreach ((_, (double X, double Y)[] line) in Fences)
            {
                walls.Add([.. line.Select(at => MetreTown.At(at.X, at.Y))]);
            }

            return walls;
        }
    }

    public IsochroneBand[] Bands() => [.. Enumerable.Range(0, 3).Select(Band)];

    public RankedTown Reversed() => this with { Streets = [.. Streets.Reverse()] };

    private IsochroneBand Band(int cutoff)
    {
        MetreTown town = new();
        foreach ((int rank, (double X, double Y)[] line) in Streets)
        {
            if (rank <= cutoff)
            {
                town.Reach(line);
            }
            else
            {
                town.Miss(line);
            }
        }

        return town.Band;
    }
}
