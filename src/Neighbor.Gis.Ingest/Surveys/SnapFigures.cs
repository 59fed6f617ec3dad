using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Ingest.Surveys;

/// <summary>落点距离. How far the doors of the buildings are from the ways they open onto.</summary>
/// <param name="Buildings">Buildings asked about.</param>
/// <param name="MedianMetres">Half of those placed are as near as this.</param>
/// <param name="P95Metres">Of a hundred placed ninety-five are.</param>
/// <param name="MaxMetres">All placed are.</param>
/// <param name="BeyondGood">How many are farther than <see cref="GoodMetres"/>.</param>
/// <param name="BeyondFair">How many are farther than <see cref="FairMetres"/>, those without a way included.</param>
/// <param name="TooFar">How many have no way within the limit.</param>
/// <param name="Far">Those beyond <see cref="FairMetres"/>, farthest first: the building and how far the nearest way is.</param>
public sealed record SnapFigures(
    int Buildings,
    double MedianMetres,
    double P95Metres,
    double MaxMetres,
    int BeyondGood,
    int BeyondFair,
    int TooFar,
    IReadOnlyList<(string Code, double Metres)> Far
)
{
    /// <summary>Ninety-five of a hundred doors ought to be as near as this; source: the design's walking rules.</summary>
    public const double GoodMetres = 60;

    /// <summary>A door farther off is named, for a way is missing there; source: the same.</summary>
    public const double FairMetres = 150;

    private const double MillimetresPerMetre = 1000;

    /// <summary>No building, no figures.</summary>
    public static SnapFigures None { get; } = new(0, 0, 0, 0, 0, 0, 0, []);

    /// <summary>Places every building: its entrances, or else whichever corner is nearest to a way.</summary>
    /// <param name="buildings">The buildings.</param>
    /// <param name="entrances">Their entrances.</param>
    /// <param name="snapper">Places positions on the network.</param>
    public static SnapFigures Of(IReadOnlyList<Building> buildings, IEnumerable<Entrance> entrances, Snapper snapper)
    {
        ILookup<string, Entrance> doors = entrances.ToLookup(e => e.BuildingCode, StringComparer.Ordinal);
        var snaps = new Snapping[buildings.Count];
        Parallel.For(
            0,
            snaps.Length,
            i =>
                snaps[i] = snapper.SnapNearest(
                    PlacesOf(buildings[i], doors[buildings[i].Code]),
                    buildings[i].CompoundCode
                )
        );
        double[] placed = [.. snaps.OfType<Snapping.Snapped>().Select(Metres).Order()];
        (string Code, double Metres)[] far =
        [
            .. buildings
                .Zip(snaps, (building, snap) => (building.Code, Metres: Metres(snap)))
                .Where(door => door.Metres > FairMetres)
                .OrderByDescending(door => door.Metres)
                .ThenBy(door => door.Code, StringComparer.Ordinal),
        ];
        int tooFar = snaps.Length - placed.Length;
        return new SnapFigures(
            snaps.Length,
            Quantile(placed, 0.5),
            Quantile(placed, 0.95),
            Quantile(placed, 1),
            placed.Count(metres => metres > GoodMetres) + tooFar,
            far.Length,
            tooFar,
            far
        );
    }

    private static Position[] PlacesOf(Building building, IEnumerable<Entrance> entrances)
    {
        Position[] doors = [.. entrances.Select(entrance => new Position(entrance.Geom.X, entrance.Geom.Y))];
        if (doors.Length > 0)
        {
            return doors;
        }

        Point centre = building.Geom.Centroid;
        return [.. building.Geom.Coordinates.Select(c => new Position(c.X, c.Y)), new Position(centre.X, centre.Y)];
    }

    private static double Metres(Snapping snap) =>
        snap switch
        {
            Snapping.Snapped snapped => snapped.First.AccessMm / MillimetresPerMetre,
            Snapping.TooFar far => far.NearestMetres,
            _ => throw new InvalidOperationException($"Unknown snapping {snap}."),
        };

    /// <summary>The smallest of the lengths that this share of all does not exceed.</summary>
    private static double Quantile(double[] ascending, double share) =>
        ascending.Length == 0 ? 0 : ascending[Math.Max(0, (int)Math.Ceiling(share * ascending.Length) - 1)];
}
