using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Coverage.Demand;

/// <summary>门. Where the people of a building step onto the walking network.</summary>
public static class Doors
{
    /// <summary>The places of a building's doors: its entrances, or else the corners of its outline.</summary>
    /// <returns>At least one position; the first is where the building is drawn as a point.</returns>
    public static IReadOnlyList<Position> PlacesOf(Building building, IReadOnlyList<Entrance> entrances)
    {
        if (entrances.Count > 0)
        {
            return
            [
                .. entrances
                    .OrderBy(entrance => entrance.Code, StringComparer.Ordinal)
                    .Select(entrance => new Position(entrance.Geom.X, entrance.Geom.Y)),
            ];
        }

        Point centre = building.Geom.Centroid;
        var centrePlace = new Position(centre.X, centre.Y);
        return
        [
            centrePlace,
            .. building.Geom.Coordinates.Select(corner => new Position(corner.X, corner.Y)).Distinct(),
        ];
    }

    /// <summary>The doors of a building on the network.</summary>
    /// <param name="building">The building.</param>
    /// <param name="entrances">Its entrances; may be empty.</param>
    /// <param name="zoneCode">The compound it stands in, or null.</param>
    /// <param name="snapper">Places positions on the network.</param>
    /// <returns>
    /// With entrances, every place they open onto. Without, the one corner nearest to a path stands for the door, since
    /// nobody knows where the door is; the centre of the building only where no corner is near a path. Empty where
    /// no path is near.
    /// </returns>
    public static IReadOnlyList<SnapPoint> OnNetwork(
        Building building,
        IReadOnlyList<Entrance> entrances,
        string? zoneCode,
        Snapper snapper
    )
    {
        IReadOnlyList<Position> places = PlacesOf(building, entrances);
        if (entrances.Count > 0)
        {
            var doors = new List<SnapPoint>();
            foreach (Position place in places)
            {
                Add(snapper.Snap(place, zoneCode), doors);
            }

            return doors;
        }

        var door = new List<SnapPoint>();
        Add(snapper.SnapNearest([.. places.Skip(1), places[0]], zoneCode), door);
        return door;
    }

    private static void Add(Snapping snapping, List<SnapPoint> doors)
    {
        switch (snapping)
        {
            case Snapping.Snapped snapped:
                doors.Add(snapped.First);
                if (snapped.Second is { } second)
                {
                    doors.Add(second);
                }

                break;
            case Snapping.TooFar:
                break;
            default:
                throw new InvalidOperationException($"Unknown snapping {snapping}.");
        }
    }
}
