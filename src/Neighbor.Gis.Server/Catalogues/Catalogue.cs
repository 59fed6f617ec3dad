using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Server.Catalogues;

/// <summary>GET /api/v1/catalogue: the words and areas that questions can be asked about.</summary>
public static class Catalogue
{
    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/catalogue", Handle)
            .WithName("catalogue")
            .WithSummary("The functions, skills, roles, paces, datums and areas that questions can be asked about.")
            .WithTags("catalogue")
            .AsksNothing();

    /// <summary>What can be asked about.</summary>
    /// <param name="Functions">What service points offer.</param>
    /// <param name="Skills">What responders can do.</param>
    /// <param name="Roles">What responders answer for.</param>
    /// <param name="Paces">How fast people walk.</param>
    /// <param name="Datums">What positions may be measured against.</param>
    /// <param name="Areas">Every area of the map, higher levels first.</param>
    /// <param name="Bounds">West, south, east, north of the map in degrees; null while the map is empty.</param>
    public sealed record Answer(
        IReadOnlyList<CatalogueWord> Functions,
        IReadOnlyList<CatalogueWord> Skills,
        IReadOnlyList<CatalogueWord> Roles,
        IReadOnlyList<PaceEntry> Paces,
        IReadOnlyList<Datum> Datums,
        IReadOnlyList<AreaEntry> Areas,
        double[]? Bounds
    );

    /// <summary>A pace.</summary>
    /// <param name="Name">The word in addresses.</param>
    /// <param name="MetresPerSecond">The speed on the level.</param>
    /// <param name="Zh">In Chinese.</param>
    /// <param name="En">In English.</param>
    public sealed record PaceEntry(string Name, double MetresPerSecond, string Zh, string En);

    /// <summary>An area.</summary>
    /// <param name="Code">The twelve-digit code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Level">County, town or community.</param>
    public sealed record AreaEntry(string Code, string Name, AreaLevel Level);

    private static Ok<Answer> Handle(CurrentSnapshot current, PaceBook paces)
    {
        NeighborhoodSnapshot map = current.Get();
        return TypedResults.Ok(
            new Answer(
                CatalogueWord.Of("functions", Words.Of(typeof(ServiceFunction))),
                CatalogueWord.Of("skills", Words.Of(typeof(Skill))),
                CatalogueWord.Of("roles", Words.Of(typeof(DutyRole))),
                [
                    .. paces.All.Select(pace =>
                    {
                        CatalogueWord word = paces.WordOf(pace);
                        return new PaceEntry(pace.Name, PaceAnswer.Of(pace).MetresPerSecond, word.Zh, word.En);
                    }),
                ],
                Enum.GetValues<Datum>(),
                [.. map.Areas.Select(area => new AreaEntry(area.Code.Value, area.Name, area.Level))],
                map.Bounds is { } bounds
                    ? [.. Rounding.Pair(bounds.MinX, bounds.MinY), .. Rounding.Pair(bounds.MaxX, bounds.MaxY)]
                    : null
            )
        );
    }
}
