using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Datums;
using Neighbor.Gis.Walking.Isochrones;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Server.Isochrones;

/// <summary>GET /api/v1/isochrones: how far one gets on foot from a point, drawn as polygons. A drawing, never counted.</summary>
public static class WalkingIsochrones
{
    private const int LeastMinutes = 1;
    private const int MostMinutes = 60;
    private const int MostCutoffs = 6;
    private const double MillimetresPerMetre = 1000;

    private static readonly MinutesListAttribute Rule = new(LeastMinutes, MostMinutes, MostCutoffs);

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/isochrones", Handle)
            .WithName("isochrones")
            .WithSummary("How far one gets on foot from a point within some minutes, drawn as polygons.")
            .WithTags("walking")
            .Asks<Query>();

    /// <summary>What the caller asks.</summary>
    /// <param name="Lon">Degrees east.</param>
    /// <param name="Lat">Degrees north.</param>
    /// <param name="Datum">What the position is measured against.</param>
    /// <param name="Minutes">Whole minutes from 1 to 60, separated by commas, at most six.</param>
    /// <param name="Pace">How fast the walker is.</param>
    /// <param name="At">When: a local date and time such as 2026-11-25T08:30, or <c>whenever</c> gates are open.</param>
    public sealed record Query(
        [property: Range(-180d, 180d)] double Lon,
        [property: Range(-90d, 90d)] double Lat,
        Datum Datum = Datum.Cgcs2000,
        [property: MinutesList(LeastMinutes, MostMinutes, MostCutoffs)] string Minutes = "5,10,15",
        [property: PaceName] string Pace = "planning",
        [property: MomentText] string At = MomentTextAttribute.Whenever
    );

    /// <summary>A GeoJSON collection of drawings, the shortest walk first; each lies inside the next.</summary>
    /// <param name="Origin">Where the walks start.</param>
    /// <param name="Moment">When the walks are made.</param>
    /// <param name="Features">The drawings.</param>
    public sealed record Answer(OriginAnswer Origin, MomentAnswer Moment, IReadOnlyList<Drawing> Features)
    {
        /// <summary>Always <c>FeatureCollection</c>.</summary>
        public string Type { get; } = "FeatureCollection";
    }

    /// <summary>One drawing.</summary>
    /// <param name="Geometry">The polygons.</param>
    /// <param name="Properties">What was drawn.</param>
    public sealed record Drawing(MultiPolygonShape Geometry, DrawingProperties Properties)
    {
        /// <summary>Always <c>Feature</c>.</summary>
        public string Type { get; } = "Feature";
    }

    /// <summary>What was drawn.</summary>
    /// <param name="Minutes">The longest walk.</param>
    /// <param name="ReachedMetres">How many metres of paths are reached.</param>
    /// <param name="Pace">How fast the walker is.</param>
    public sealed record DrawingProperties(int Minutes, double ReachedMetres, PaceAnswer Pace);

    private static Results<Ok<Answer>, ProblemHttpResult> Handle(
        [AsParameters] Query query,
        CurrentSnapshot current,
        TermsReader reader,
        Language language
    )
    {
        NeighborhoodSnapshot map = current.Get();
        switch (Origin.Place(map, query.Lon, query.Lat, query.Datum, language))
        {
            case Origin.OnNetwork origin:
                IReadOnlyList<int> minutes =
                    Rule.Find(query.Minutes)
                    ?? throw new ArgumentException("The question was not checked.", nameof(query));
                WalkTerms terms = reader.Read(map, query.Pace, query.At);
                IReadOnlyList<Isochrone> drawn = map.DrawIsochrones(origin.Position, origin.Seeds, terms, minutes);
                return TypedResults.Ok(
                    new Answer(
                        origin.Answer,
                        terms.Answer,
                        [
                            .. minutes.Zip(
                                drawn,
                                (limit, one) =>
                                    new Drawing(
                                        MultiPolygonShape.Of(one.Geom),
                                        new DrawingProperties(
                                            limit,
                                            Rounding.Metres(one.ReachedMm / MillimetresPerMetre),
                                            PaceAnswer.Of(terms.Pace)
                                        )
                                    )
                            ),
                        ]
                    )
                );
            case Origin.Refused refused:
                return refused.Problem;
            case var other:
                throw new InvalidOperationException($"Unknown origin {other}.");
        }
    }
}
