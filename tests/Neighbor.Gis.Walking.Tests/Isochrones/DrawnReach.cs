using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Walking.Isochrones;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

/// <summary>Asks a drawing which metres of which ways lie inside it.</summary>
internal sealed class DrawnReach(Geometry drawing)
{
    private readonly IndexedPointInAreaLocator _locator = new(drawing);

    public bool Holds(Position position) =>
        _locator.Locate(new Coordinate(position.Longitude, position.Latitude)) == Location.Interior;

    public bool HoldsMetres(double x, double y) => Holds(MetreTown.At(x, y));

    /// <summary>The metres of the stretches inside, and all their metres.</summary>
    public (double Inside, double All) MetresOf(Stretches stretches)
    {
        (double inside, double all) = (0, 0);
        for (int i = 0; i < stretches.Count; i++)
        {
            for (int k = 1; k < stretches[i].Length; k++)
            {
                (Position from, Position to) = (stretches[i][k - 1], stretches[i][k]);
                double metres = Geodesic.Metres(from, to);
                int steps = Math.Max(1, (int)Math.Round(metres));
                all += metres;
                for (int step = 0; step < steps; step++)
                {
                    double share = (step + 0.5) / steps;
                    Position at = new(
                        from.Longitude + (share * (to.Longitude - from.Longitude)),
                        from.Latitude + (share * (to.Latitude - from.Latitude))
                    );
                    inside += Holds(at) ? metres / steps : 0;
                }
            }
        }

        return (inside, all);
    }
}
