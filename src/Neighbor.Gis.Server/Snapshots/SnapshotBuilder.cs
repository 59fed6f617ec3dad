using Neighbor.Gis.Coverage.Demand;
using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Ingest.Surveys;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Locations;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Postgis.Snapshots;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>Builds a snapshot from the rows of the ledgers.</summary>
/// <remarks><para>What a row does not say about where it belongs – its community, grid, compound – its place says.</para></remarks>
public static class SnapshotBuilder
{
    /// <summary>Builds a snapshot from rows that are in force.</summary>
    public static NeighborhoodSnapshot Build(LedgerSnapshot rows)
    {
        // Neither needs the other: on two cores the longer of the two is waited for.
        Task<WalkingNetwork> building = Task.Run(() =>
            NetworkSurvey.Collect(rows.Ways, rows.Compounds, rows.Gates, rows.Obstacles, rows.Grounds).Build()
        );
        var locator = new Locator(rows.Areas, rows.Grids, rows.MicroGrids, rows.Compounds, rows.Buildings);
        WalkingNetwork network = building.GetAwaiter().GetResult();
        var snapper = new Snapper(network);
        return new NeighborhoodSnapshot(
            rows.ChangeSeq,
            rows.Day,
            network,
            new RestrictedNetwork(network, rows.Gates, rows.Closures),
            locator,
            [.. rows.Areas.OrderBy(area => area.Level).ThenBy(area => area.Code.Value, StringComparer.Ordinal)],
            new GroupNames(
                rows.Areas,
                rows.Grids,
                rows.Compounds.Select(compound =>
                    (compound, compound.CommunityCode?.Value ?? locator.FindArea(Inside(compound.Geom))?.Code.Value)
                )
            ),
            DemandOf(rows, locator, snapper),
            rows.ServicePoints.Select(point => ServicePost(point, locator, snapper)),
            ResponderPosts(rows, locator, snapper)
        );
    }

    private static DemandPoint[] DemandOf(LedgerSnapshot rows, Locator locator, Snapper snapper)
    {
        ILookup<string, Entrance> entrances = rows.Entrances.ToLookup(
            entrance => entrance.BuildingCode,
            StringComparer.Ordinal
        );
        return
        [
            .. rows
                .Buildings.Where(DemandRules.IsDemand)
                .OrderBy(building => building.Code, StringComparer.Ordinal)
                .AsParallel()
                .AsOrdered()
                .Select(building => DemandPointOf(building, [.. entrances[building.Code]], locator, snapper)),
        ];
    }

    private static DemandPoint DemandPointOf(Building building, Entrance[] entrances, Locator locator, Snapper snapper)
    {
        Position inside = Inside(building.Geom);
        string? compound = building.CompoundCode ?? locator.FindCompound(inside)?.Code;
        return new DemandPoint
        {
            Code = building.Code,
            Name = building.Name,
            Position = Doors.PlacesOf(building, entrances)[0],
            CommunityCode = building.CommunityCode?.Value ?? locator.FindArea(inside)?.Code.Value,
            GridCode = building.GridCode?.Value ?? locator.FindGrid(inside)?.Code.Value,
            CompoundCode = compound,
            Households = building.Households,
            Residents = building.Residents,
            Doors = Doors.OnNetwork(building, entrances, compound, snapper),
        };
    }

    private static Post<ServicePoint> ServicePost(ServicePoint point, Locator locator, Snapper snapper)
    {
        Position door = At(point.Geom);
        return new Post<ServicePoint>(point.Code, point, door, snapper.Snap(door, locator.FindCompound(door)?.Code));
    }

    private static IEnumerable<Post<OnCall>> ResponderPosts(LedgerSnapshot rows, Locator locator, Snapper snapper)
    {
        Dictionary<string, Building> homes = rows.Buildings.ToDictionary(
            building => building.Code,
            StringComparer.Ordinal
        );
        return OnCall
            .Of(rows.Responders, rows.Duties)
            .Select(onCall =>
            {
                Responder responder = onCall.Responder;
                Position door = At(responder.Geom);
                string? compound =
                    (responder.HomeBuildingCode is { } home ? homes.GetValueOrDefault(home)?.CompoundCode : null)
                    ?? locator.FindCompound(door)?.Code;
                return new Post<OnCall>(responder.Code, onCall, door, snapper.Snap(door, compound));
            });
    }

    private static Position At(Point point) => new(point.X, point.Y);

    private static Position Inside(MultiPolygon outline) => At(outline.InteriorPoint);
}
