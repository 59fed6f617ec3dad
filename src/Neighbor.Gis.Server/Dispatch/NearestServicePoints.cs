using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Server.Dispatch;

/// <summary>GET /api/v1/nearest/service-points: where the nearest open points of a function are, on foot.</summary>
public static class NearestServicePoints
{
    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/nearest/service-points", Handle)
            .WithName("nearestServicePoints")
            .WithSummary("The open service points of a function that a walker at a point reaches soonest.")
            .WithTags("dispatch")
            .Asks<Query>();

    /// <summary>What the caller asks.</summary>
    /// <param name="Lon">Degrees east.</param>
    /// <param name="Lat">Degrees north.</param>
    /// <param name="Function">What the points must offer.</param>
    /// <param name="Datum">What the position is measured against.</param>
    /// <param name="K">At most how many.</param>
    /// <param name="MaxMinutes">The longest walk.</param>
    /// <param name="Pace">How fast the walker is.</param>
    /// <param name="At">When: a local date and time such as 2026-11-25T08:30, or <c>whenever</c> gates are open.</param>
    /// <param name="Path">Whether to send the course of each walk.</param>
    public sealed record Query(
        [property: Range(-180d, 180d)] double Lon,
        [property: Range(-90d, 90d)] double Lat,
        ServiceFunction Function,
        Datum Datum = Datum.Cgcs2000,
        [property: Range(1, 50)] int K = 5,
        [property: Range(1, 60)] int MaxMinutes = 15,
        [property: PaceName] string Pace = "planning",
        [property: MomentText] string At = MomentTextAttribute.Whenever,
        bool Path = false
    );

    /// <summary>The nearest points.</summary>
    /// <param name="Origin">Where the walks start.</param>
    /// <param name="Pace">How fast the walker is.</param>
    /// <param name="Moment">When the walks are made.</param>
    /// <param name="MaxMinutes">The longest walk.</param>
    /// <param name="Results">The points, soonest first; fewer than asked for where no more lie within the minutes.</param>
    public sealed record Answer(
        OriginAnswer Origin,
        PaceAnswer Pace,
        MomentAnswer Moment,
        int MaxMinutes,
        IReadOnlyList<PointPart> Results
    );

    /// <summary>A service point.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Kind">What stands there.</param>
    /// <param name="Functions">What it offers.</param>
    /// <param name="Lon">Degrees east of its door.</param>
    /// <param name="Lat">Degrees north of its door.</param>
    /// <param name="WalkSeconds">How long the walk takes, door to door.</param>
    /// <param name="WalkMetres">How long the walk is, door to door.</param>
    /// <param name="StraightMetres">How far it is as the crow flies.</param>
    /// <param name="SnapMetres">How much of the walk lies between the path and its door.</param>
    /// <param name="Path">The course of the walk; absent where it was not asked for.</param>
    public sealed record PointPart(
        string Code,
        string Name,
        ServicePointKind Kind,
        IReadOnlyList<ServiceFunction> Functions,
        double Lon,
        double Lat,
        double WalkSeconds,
        double WalkMetres,
        double StraightMetres,
        double SnapMetres,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LineShape? Path
    );

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
                WalkTerms terms = reader.Read(map, query.Pace, query.At);
                IReadOnlyList<PostFound<ServicePoint>> found = map.NearestServicePoints(
                    origin.Seeds,
                    query.Function,
                    query.K,
                    terms,
                    query.MaxMinutes
                );
                return TypedResults.Ok(
                    new Answer(
                        origin.Answer,
                        PaceAnswer.Of(terms.Pace),
                        terms.Answer,
                        query.MaxMinutes,
                        [.. found.Select(one => Part(one, WalkAnswer.To(one, origin.Position), query.Path))]
                    )
                );
            case Origin.Refused refused:
                return refused.Problem;
            case var other:
                throw new InvalidOperationException($"Unknown origin {other}.");
        }
    }

    private static PointPart Part(PostFound<ServicePoint> found, WalkAnswer walk, bool withPath)
    {
        ServicePoint point = found.Post.Thing;
        return new PointPart(
            point.Code,
            point.Name,
            point.Kind,
            point.Functions,
            walk.Lon,
            walk.Lat,
            walk.Seconds,
            walk.Metres,
            walk.StraightMetres,
            walk.SnapMetres,
            withPath ? walk.Course : null
        );
    }
}
