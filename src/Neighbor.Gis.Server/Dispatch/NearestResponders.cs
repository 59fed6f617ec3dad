using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Server.Dispatch;

/// <summary>GET /api/v1/nearest/responders: who with a skill or a role can be at a point soonest, on foot.</summary>
public static class NearestResponders
{
    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/nearest/responders", Handle)
            .WithName("nearestResponders")
            .WithSummary("The responders with a skill or a role who can walk to a point soonest.")
            .WithTags("dispatch")
            .Asks<Query>();

    /// <summary>What the caller asks.</summary>
    /// <param name="Lon">Degrees east.</param>
    /// <param name="Lat">Degrees north.</param>
    /// <param name="Skill">What the responder must be able to do; without it anything.</param>
    /// <param name="Role">What the responder must answer for somewhere; without it anything or nothing.</param>
    /// <param name="Datum">What the position is measured against.</param>
    /// <param name="K">At most how many.</param>
    /// <param name="MaxMinutes">The longest walk.</param>
    /// <param name="Pace">How fast the responders are.</param>
    /// <param name="At">When: a local date and time such as 2026-11-25T08:30, or <c>whenever</c> gates are open.</param>
    /// <param name="Path">Whether to send the course of each walk.</param>
    public sealed record Query(
        [property: Range(-180d, 180d)] double Lon,
        [property: Range(-90d, 90d)] double Lat,
        Skill? Skill = null,
        DutyRole? Role = null,
        Datum Datum = Datum.Cgcs2000,
        [property: Range(1, 50)] int K = 5,
        [property: Range(1, 60)] int MaxMinutes = 30,
        [property: PaceName] string Pace = "adult",
        [property: MomentText] string At = MomentTextAttribute.Whenever,
        bool Path = false
    );

    /// <summary>The nearest responders.</summary>
    /// <param name="Origin">Where the walks end.</param>
    /// <param name="Pace">How fast the responders are.</param>
    /// <param name="Moment">When the walks are made.</param>
    /// <param name="MaxMinutes">The longest walk.</param>
    /// <param name="Results">The responders, soonest first; fewer than asked for where no more are within the minutes.</param>
    public sealed record Answer(
        OriginAnswer Origin,
        PaceAnswer Pace,
        MomentAnswer Moment,
        int MaxMinutes,
        IReadOnlyList<ResponderPart> Results
    );

    /// <summary>A responder.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Roles">What the responder answers for, somewhere.</param>
    /// <param name="Skills">What the responder can do.</param>
    /// <param name="Lon">Degrees east of the home's door or the post.</param>
    /// <param name="Lat">Degrees north of the home's door or the post.</param>
    /// <param name="WalkSeconds">How long the walk takes, door to door.</param>
    /// <param name="WalkMetres">How long the walk is, door to door.</param>
    /// <param name="StraightMetres">How far it is as the crow flies.</param>
    /// <param name="SnapMetres">How much of the walk lies between the responder's door and the path.</param>
    /// <param name="Path">The course of the walk to the point; absent where it was not asked for.</param>
    public sealed record ResponderPart(
        string Code,
        string Name,
        IReadOnlyList<DutyRole> Roles,
        IReadOnlyList<Skill> Skills,
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
                IReadOnlyList<PostFound<OnCall>> found = map.NearestResponders(
                    origin.Seeds,
                    query.Skill,
                    query.Role,
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

    private static ResponderPart Part(PostFound<OnCall> found, WalkAnswer walk, bool withPath)
    {
        OnCall onCall = found.Post.Thing;
        return new ResponderPart(
            onCall.Responder.Code,
            onCall.Responder.Name,
            onCall.Roles,
            onCall.Responder.Skills,
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
