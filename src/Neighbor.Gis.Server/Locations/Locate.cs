using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Locations;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Server.Locations;

/// <summary>GET /api/v1/locate: what a point belongs to, and what stands there.</summary>
public static class Locate
{
    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/locate", Handle)
            .WithName("locate")
            .WithSummary("The areas, grid, micro-grid, compound and building at a point, or nearest to it.")
            .WithTags("locations")
            .Asks<Query>();

    /// <summary>What the caller asks.</summary>
    /// <param name="Lon">Degrees east.</param>
    /// <param name="Lat">Degrees north.</param>
    /// <param name="Datum">What the two are measured against.</param>
    public sealed record Query(
        [property: Range(-180d, 180d)] double Lon,
        [property: Range(-90d, 90d)] double Lat,
        Datum Datum = Datum.Cgcs2000
    );

    /// <summary>What the point belongs to.</summary>
    /// <param name="Position">The point on CGCS2000.</param>
    /// <param name="Areas">The areas from the county down; empty where none is near.</param>
    /// <param name="Coverage">Whether the point lies in the areas or only near them.</param>
    /// <param name="Grid">The grid.</param>
    /// <param name="MicroGrid">The micro-grid.</param>
    /// <param name="Compound">The innermost compound.</param>
    /// <param name="Building">The building.</param>
    public sealed record Answer(
        Place Position,
        IReadOnlyList<AreaPart> Areas,
        AreaFit Coverage,
        GridPart? Grid,
        MicroGridPart? MicroGrid,
        CompoundPart? Compound,
        BuildingPart? Building
    );

    /// <summary>A position.</summary>
    /// <param name="Lon">Degrees east.</param>
    /// <param name="Lat">Degrees north.</param>
    public sealed record Place(double Lon, double Lat);

    /// <summary>An area.</summary>
    /// <param name="Code">The twelve-digit code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Level">County, town or community.</param>
    public sealed record AreaPart(string Code, string Name, AreaLevel Level);

    /// <summary>A grid.</summary>
    /// <param name="Code">The fifteen-digit code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Kind">Basic or dedicated.</param>
    /// <param name="Metres">How far away; 0 where the point lies in it.</param>
    public sealed record GridPart(string Code, string Name, GridKind Kind, double Metres);

    /// <summary>A micro-grid.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Metres">How far away; 0 where the point lies in it.</param>
    public sealed record MicroGridPart(string Code, string Name, double Metres);

    /// <summary>A compound.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Kind">Managed, mixed or open.</param>
    /// <param name="Metres">How far away; 0 where the point lies in it.</param>
    public sealed record CompoundPart(string Code, string Name, CompoundKind Kind, double Metres);

    /// <summary>A building.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Metres">How far away; 0 where the point lies in it.</param>
    /// <param name="Households">Households, or null where nobody has counted.</param>
    /// <param name="Residents">Residents, or null where nobody has counted.</param>
    public sealed record BuildingPart(string Code, string Name, double Metres, int? Households, int? Residents);

    private static Results<Ok<Answer>, ProblemHttpResult> Handle(
        [AsParameters] Query query,
        CurrentSnapshot current,
        Language language
    )
    {
        NeighborhoodSnapshot map = current.Get();
        Position position = DatumShift.ToCgcs2000(new Position(query.Lon, query.Lat), query.Datum);
        Whereabouts found = map.Locator.Locate(position);
        if (found.Fit == AreaFit.None && found.Building is null && map.LooksSwapped(position))
        {
            return Problems.LooksSwapped(language, query.Lon, query.Lat);
        }

        return TypedResults.Ok(
            new Answer(
                new Place(Rounding.Degrees(position.Longitude), Rounding.Degrees(position.Latitude)),
                [.. found.Areas.Select(area => new AreaPart(area.Code.Value, area.Name, area.Level))],
                found.Fit,
                Part(found.Grid, (grid, metres) => new GridPart(grid.Code.Value, grid.Name, grid.Kind, metres)),
                Part(found.MicroGrid, (grid, metres) => new MicroGridPart(grid.Code, grid.Name, metres)),
                Part(
                    found.Compound,
                    (compound, metres) => new CompoundPart(compound.Code, compound.Name, compound.Kind, metres)
                ),
                Part(
                    found.Building,
                    (building, metres) =>
                        new BuildingPart(building.Code, building.Name, metres, building.Households, building.Residents)
                )
            )
        );
    }

    private static TPart? Part<T, TPart>(Near<T>? near, Func<T, double, TPart> form)
        where TPart : class => near is null ? null : form(near.Thing, Rounding.Metres(near.Metres));
}
