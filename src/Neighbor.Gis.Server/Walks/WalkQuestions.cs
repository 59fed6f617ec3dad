using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Server.Bodies;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Datums;
using Neighbor.Gis.Walking.Explanations;
using Neighbor.Gis.Walking.Snaps;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Walks;

/// <summary>GET and POST /api/v1/walks: how one walks from one place to another, or the first thing in the way.</summary>
public static class WalkQuestions
{
    private const string Address = "/api/v1/walks";
    private const string UsualPace = "planning";
    private const int UsualMinutes = 60;
    private const int MostMinutes = 240;

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(Address, Handle)
            .WithName("walk")
            .WithSummary("How one walks from one place to another, or the first thing in the way.")
            .WithTags("walking")
            .Asks<Query>();
        routes
            .MapPost(Address, HandleBodyAsync)
            .WithName("walkWhatIf")
            .WithSummary("The same, supposing that gates stand otherwise and lines or areas are closed.")
            .WithTags("walking")
            .Accepts<Body>("application/json")
            .AsksNothing();
    }

    /// <summary>What the caller asks.</summary>
    /// <param name="FromLon">Degrees east of where the walk begins.</param>
    /// <param name="FromLat">Degrees north of where the walk begins.</param>
    /// <param name="ToLon">Degrees east of where it ends.</param>
    /// <param name="ToLat">Degrees north of where it ends.</param>
    /// <param name="Datum">What the positions are measured against.</param>
    /// <param name="At">When: a local date and time such as 2026-11-25T08:30, or <c>whenever</c> gates are open.</param>
    /// <param name="Pace">How fast the walker is.</param>
    /// <param name="MaxMinutes">The longest walk that counts as reaching.</param>
    public sealed record Query(
        [property: Range(-180d, 180d)] double FromLon,
        [property: Range(-90d, 90d)] double FromLat,
        [property: Range(-180d, 180d)] double ToLon,
        [property: Range(-90d, 90d)] double ToLat,
        Datum Datum = Datum.Cgcs2000,
        [property: MomentText] string At = MomentTextAttribute.Whenever,
        [property: PaceName] string Pace = UsualPace,
        [property: Range(1, MostMinutes)] int MaxMinutes = UsualMinutes
    );

    /// <summary>What the caller asks, in a body.</summary>
    /// <param name="From">Where the walk begins.</param>
    /// <param name="To">Where it ends.</param>
    /// <param name="Datum">What the positions are measured against.</param>
    /// <param name="At">When: a local date and time such as 2026-11-25T08:30, or <c>whenever</c> gates are open.</param>
    /// <param name="Pace">How fast the walker is.</param>
    /// <param name="MaxMinutes">The longest walk that counts as reaching.</param>
    /// <param name="WhatIf">What is supposed to be otherwise.</param>
    public sealed record Body(
        PlaceBody From,
        PlaceBody To,
        Datum Datum = Datum.Cgcs2000,
        string At = MomentTextAttribute.Whenever,
        string Pace = UsualPace,
        int MaxMinutes = UsualMinutes,
        WhatIfBody? WhatIf = null
    );

    /// <summary>The walk, or what is in its way.</summary>
    /// <param name="IsReachable">Whether one gets there within the minutes.</param>
    /// <param name="From">Degrees of where the walk begins, longitude first, on CGCS2000.</param>
    /// <param name="To">Degrees of where it ends, longitude first, on CGCS2000.</param>
    /// <param name="Pace">How fast the walker is.</param>
    /// <param name="Moment">When the walk is made.</param>
    /// <param name="MaxMinutes">The longest walk that counts as reaching.</param>
    /// <param name="Walk">The walk; null where one does not get there.</param>
    /// <param name="Hindrance">The first thing in the way; null where one gets there.</param>
    public sealed record Answer(
        bool IsReachable,
        double[] From,
        double[] To,
        PaceAnswer Pace,
        MomentAnswer Moment,
        int MaxMinutes,
        WalkPart? Walk,
        HindrancePart? Hindrance
    );

    private static Results<Ok<Answer>, ProblemHttpResult> Handle(
        [AsParameters] Query query,
        CurrentSnapshot current,
        TermsReader reader,
        HindranceWriter writer,
        Language language
    )
    {
        NeighborhoodSnapshot map = current.Get();
        var question = new WalkCase(
            map,
            new PlaceBody(query.FromLon, query.FromLat).On(query.Datum),
            new PlaceBody(query.ToLon, query.ToLat).On(query.Datum),
            reader.Read(map, query.Pace, query.At),
            WhatIfBody.Nothing
        );
        return Explain(question, query.MaxMinutes, writer, language);
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleBodyAsync(
        HttpRequest request,
        CurrentSnapshot current,
        TermsReader reader,
        HindranceWriter writer,
        Language language,
        CancellationToken cancellationToken
    )
    {
        NeighborhoodSnapshot map = current.Get();
        int maxMinutes = UsualMinutes;
        (WalkCase? question, ProblemHttpResult? problem) = await QuestionBody.ReadAsync(
            request,
            language,
            body =>
            {
                Datum datum = body.Word<Datum>("datum", Datum.Cgcs2000);
                PlaceBody from = PlaceBody.ReadFrom(body, "from");
                PlaceBody to = PlaceBody.ReadFrom(body, "to");
                maxMinutes = body.Whole("maxMinutes", 1, MostMinutes, UsualMinutes);
                WalkTerms terms = reader.Read(body, map, UsualPace, datum, language, out WhatIfBody whatIf);
                return new WalkCase(map, from.On(datum), to.On(datum), terms, whatIf);
            },
            cancellationToken
        );
        return question is null ? problem! : Explain(question, maxMinutes, writer, language);
    }

    private static Results<Ok<Answer>, ProblemHttpResult> Explain(
        WalkCase question,
        int maxMinutes,
        HindranceWriter writer,
        Language language
    )
    {
        NeighborhoodSnapshot map = question.Map;
        if (map.Network.LinkCount == 0)
        {
            return Problems.EmptyMap(language, "network");
        }

        foreach (Position end in (Position[])[question.From, question.To])
        {
            if (map.LooksSwapped(end))
            {
                return Problems.LooksSwapped(language, end.Longitude, end.Latitude);
            }
        }

        WalkPart? walk = null;
        HindrancePart? hindrance;
        switch (map.Snap(question.From), map.Snap(question.To))
        {
            case (Snapping.Snapped from, Snapping.Snapped to):
                WalkExplanation explanation = map.Explain(from, to, question.Terms, maxMinutes);
                walk = explanation is WalkExplanation.Reached reached ? writer.Walk(reached.Path, question) : null;
                hindrance = writer.Hindrance(explanation, question);
                break;
            case (Snapping.TooFar far, _):
                hindrance = HindranceWriter.OffNetwork(isOrigin: true, far.NearestMetres, question);
                break;
            case (_, Snapping.TooFar far):
                hindrance = HindranceWriter.OffNetwork(isOrigin: false, far.NearestMetres, question);
                break;
            case var other:
                throw new InvalidOperationException($"Unknown snapping {other}.");
        }

        return TypedResults.Ok(
            new Answer(
                walk is not null,
                Rounding.Pair(question.From),
                Rounding.Pair(question.To),
                PaceAnswer.Of(question.Terms.Pace),
                question.Terms.Answer,
                maxMinutes,
                walk,
                hindrance
            )
        );
    }
}
