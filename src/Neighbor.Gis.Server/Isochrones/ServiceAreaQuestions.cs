using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Server.Bodies;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Datums;
using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Isochrones;

/// <summary>POST /api/v1/isochrones: how far one gets on foot from several places, or who gets to them. A drawing, never counted.</summary>
public static class ServiceAreaQuestions
{
    private const string UsualPace = "planning";
    private const int MostOrigins = 100;
    private const int MostMinutes = 60;
    private const int MostCutoffs = 6;
    private const double MillimetresPerMetre = 1000;
    private const int MillisecondsPerMinute = 60_000;

    private static readonly int[] UsualMinutes = [5, 10, 15];

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/v1/isochrones", HandleAsync)
            .WithName("serviceAreas")
            .WithSummary(
                "How far one gets on foot from several places, or from where one gets to them, drawn as polygons."
            )
            .WithTags("walking")
            .Accepts<Body>("application/json")
            .AsksNothing();

    /// <summary>What the caller asks.</summary>
    /// <param name="Origins">Where the walks start, or end: 1 to 100.</param>
    /// <param name="Minutes">Whole minutes from 1 to 60, at most six; 5, 10 and 15 without it.</param>
    /// <param name="Mode">What becomes of ground that several origins reach.</param>
    /// <param name="Direction">From the origins outward, or toward them.</param>
    /// <param name="Datum">What the positions are measured against.</param>
    /// <param name="At">When: a local date and time such as 2026-11-25T08:30, or <c>whenever</c> gates are open.</param>
    /// <param name="Pace">How fast the walkers are.</param>
    /// <param name="WhatIf">What is supposed to be otherwise.</param>
    public sealed record Body(
        IReadOnlyList<PlaceBody> Origins,
        IReadOnlyList<int>? Minutes = null,
        OverlapRule Mode = OverlapRule.Overlap,
        WalkDirection Direction = WalkDirection.Forward,
        Datum Datum = Datum.Cgcs2000,
        string At = MomentTextAttribute.Whenever,
        string Pace = UsualPace,
        WhatIfBody? WhatIf = null
    );

    /// <summary>A GeoJSON collection of drawings: for each origin, or for all together, the shortest walk first.</summary>
    /// <param name="Pace">How fast the walkers are.</param>
    /// <param name="Moment">When the walks are made.</param>
    /// <param name="Mode">What became of ground that several origins reach.</param>
    /// <param name="Direction">From the origins outward, or toward them.</param>
    /// <param name="Origins">The origins, as they were understood.</param>
    /// <param name="Features">The drawings.</param>
    public sealed record Answer(
        PaceAnswer Pace,
        MomentAnswer Moment,
        OverlapRule Mode,
        WalkDirection Direction,
        IReadOnlyList<OriginPart> Origins,
        IReadOnlyList<Drawing> Features
    )
    {
        /// <summary>Always <c>FeatureCollection</c>.</summary>
        public string Type { get; } = "FeatureCollection";
    }

    /// <summary>An origin.</summary>
    /// <param name="Lon">Degrees east on CGCS2000.</param>
    /// <param name="Lat">Degrees north on CGCS2000.</param>
    /// <param name="SnapMetres">How far it is from the nearest path; null where none is near, and then nothing is drawn for it.</param>
    public sealed record OriginPart(double Lon, double Lat, double? SnapMetres);

    /// <summary>One drawing.</summary>
    /// <param name="Geometry">The polygons.</param>
    /// <param name="Properties">What was drawn.</param>
    public sealed record Drawing(MultiPolygonShape Geometry, DrawingProperties Properties)
    {
        /// <summary>Always <c>Feature</c>.</summary>
        public string Type { get; } = "Feature";
    }

    /// <summary>What was drawn.</summary>
    /// <param name="Origin">The place of the origin in the question, from 0; null where all are drawn together.</param>
    /// <param name="Minutes">The longest walk.</param>
    /// <param name="ReachedMetres">How many metres of paths are reached.</param>
    public sealed record DrawingProperties(int? Origin, int Minutes, double ReachedMetres);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        HttpRequest request,
        CurrentSnapshot current,
        TermsReader reader,
        Language language,
        CancellationToken cancellationToken
    )
    {
        NeighborhoodSnapshot map = current.Get();
        (Question? question, ProblemHttpResult? problem) = await QuestionBody.ReadAsync(
            request,
            language,
            body => Read(body, map, reader, language),
            cancellationToken
        );
        if (question is null)
        {
            return problem!;
        }

        if (map.Network.LinkCount == 0)
        {
            return Problems.EmptyMap(language, "network");
        }

        Snapping.Snapped?[] places = [.. question.Origins.Select(origin => map.Snap(origin) as Snapping.Snapped)];
        int[] placed = [.. Enumerable.Range(0, places.Length).Where(origin => places[origin] is not null)];
        IReadOnlyList<ServiceArea> areas = map.DrawServiceAreas(
            [.. placed.Select(origin => new ServiceAreaOrigin(question.Origins[origin], places[origin]!.ToArray()))],
            question.Terms,
            question.Minutes,
            question.Mode,
            question.Direction,
            cancellationToken
        );
        return TypedResults.Ok(
            new Answer(
                PaceAnswer.Of(question.Terms.Pace),
                question.Terms.Answer,
                question.Mode,
                question.Direction,
                [.. question.Origins.Zip(places, Part)],
                [
                    .. areas.Select(area => new Drawing(
                        MultiPolygonShape.Of(area.Geom),
                        new DrawingProperties(
                            area.Origin is { } number ? placed[number] : null,
                            area.CutoffMs / MillisecondsPerMinute,
                            Rounding.Metres(area.ReachedMm / MillimetresPerMetre)
                        )
                    )),
                ]
            )
        );
    }

    private static Question Read(BodyFields body, NeighborhoodSnapshot map, TermsReader reader, Language language)
    {
        Datum datum = body.Word<Datum>("datum", Datum.Cgcs2000);
        return new Question(
            [.. body.Inners("origins", 1, MostOrigins).Select(fields => PlaceBody.Read(fields).On(datum))],
            body.Wholes("minutes", 1, MostMinutes, MostCutoffs, UsualMinutes),
            body.Word<OverlapRule>("mode", OverlapRule.Overlap),
            body.Word<WalkDirection>("direction", WalkDirection.Forward),
            reader.Read(body, map, UsualPace, datum, language, out _)
        );
    }

    private static OriginPart Part(Position position, Snapping.Snapped? place) =>
        new(
            Rounding.Degrees(position.Longitude),
            Rounding.Degrees(position.Latitude),
            place is null ? null : Rounding.Metres(place.First.AccessMm / MillimetresPerMetre)
        );

    private sealed record Question(
        IReadOnlyList<Position> Origins,
        IReadOnlyList<int> Minutes,
        OverlapRule Mode,
        WalkDirection Direction,
        WalkTerms Terms
    );
}
