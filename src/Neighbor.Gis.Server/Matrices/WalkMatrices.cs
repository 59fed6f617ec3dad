using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Neighbor.Gis.Server.Bodies;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Datums;
using Neighbor.Gis.Walking.Snaps;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Matrices;

/// <summary>POST /api/v1/matrix: how long it is on foot from every one of some places to every one of others.</summary>
public static class WalkMatrices
{
    private const string UsualPace = "planning";
    private const int MostPlaces = 500;
    private const int UsualMinutes = 60;
    private const int MostMinutes = 240;
    private const double MillisecondsPerSecond = 1000;
    private const double MillimetresPerMetre = 1000;

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/v1/matrix", HandleAsync)
            .WithName("matrix")
            .WithSummary(
                "How long it is on foot from every origin to every destination; as JSON, or as a table on Accept: text/csv."
            )
            .WithTags("walking")
            .Accepts<Body>("application/json")
            .AsksNothing();

    /// <summary>What the caller asks.</summary>
    /// <param name="Origins">Where walks begin: 1 to 500.</param>
    /// <param name="Destinations">Where they end: 1 to 500.</param>
    /// <param name="Datum">What the positions are measured against.</param>
    /// <param name="At">When: a local date and time such as 2026-11-25T08:30, or <c>whenever</c> gates are open.</param>
    /// <param name="Pace">How fast the walkers are.</param>
    /// <param name="MaxMinutes">The longest walk counted.</param>
    /// <param name="WhatIf">What is supposed to be otherwise.</param>
    public sealed record Body(
        IReadOnlyList<PlaceBody> Origins,
        IReadOnlyList<PlaceBody> Destinations,
        Datum Datum = Datum.Cgcs2000,
        string At = MomentTextAttribute.Whenever,
        string Pace = UsualPace,
        int MaxMinutes = UsualMinutes,
        WhatIfBody? WhatIf = null
    );

    /// <summary>The walks.</summary>
    /// <param name="Pace">How fast the walkers are.</param>
    /// <param name="Moment">When the walks are made.</param>
    /// <param name="MaxMinutes">The longest walk counted.</param>
    /// <param name="Origins">Where walks begin, as they were understood.</param>
    /// <param name="Destinations">Where they end, as they were understood.</param>
    /// <param name="Seconds">For each origin, in their order, the walk to each destination, in theirs; null where there is none.</param>
    public sealed record Answer(
        PaceAnswer Pace,
        MomentAnswer Moment,
        int MaxMinutes,
        IReadOnlyList<PlacePart> Origins,
        IReadOnlyList<PlacePart> Destinations,
        IReadOnlyList<double?[]> Seconds
    );

    /// <summary>A place of a matrix.</summary>
    /// <param name="Lon">Degrees east on CGCS2000.</param>
    /// <param name="Lat">Degrees north on CGCS2000.</param>
    /// <param name="SnapMetres">How far it is from the nearest path; null where none is near, and then it has no walks.</param>
    public sealed record PlacePart(double Lon, double Lat, double? SnapMetres);

    private static async Task<Results<Ok<Answer>, FileContentHttpResult, ProblemHttpResult>> HandleAsync(
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

        Snapping[] origins = [.. question.Origins.Select(map.Snap)];
        Snapping[] destinations = [.. question.Destinations.Select(map.Snap)];
        int[] walkMs = map.Matrix(
            [.. origins.Select(OnNetwork)],
            [.. destinations.Select(OnNetwork)],
            question.Terms,
            question.MaxMinutes,
            cancellationToken
        );
        var answer = new Answer(
            PaceAnswer.Of(question.Terms.Pace),
            question.Terms.Answer,
            question.MaxMinutes,
            [.. question.Origins.Zip(origins, Part)],
            [.. question.Destinations.Zip(destinations, Part)],
            [.. walkMs.Chunk(destinations.Length).Select(row => Array.ConvertAll(row, Seconds))]
        );
        return WantsCsv(request)
            ? TypedResults.File(MatrixTable.Write(answer, language), "text/csv; charset=utf-8", "matrix.csv")
            : TypedResults.Ok(answer);
    }

    private static Question Read(BodyFields body, NeighborhoodSnapshot map, TermsReader reader, Language language)
    {
        Datum datum = body.Word<Datum>("datum", Datum.Cgcs2000);
        return new Question(
            [.. body.Inners("origins", 1, MostPlaces).Select(fields => PlaceBody.Read(fields).On(datum))],
            [.. body.Inners("destinations", 1, MostPlaces).Select(fields => PlaceBody.Read(fields).On(datum))],
            body.Whole("maxMinutes", 1, MostMinutes, UsualMinutes),
            reader.Read(body, map, UsualPace, datum, language, out _)
        );
    }

    private static Snapping.Snapped? OnNetwork(Snapping snapping) => snapping as Snapping.Snapped;

    private static PlacePart Part(Position position, Snapping snapping) =>
        new(
            Rounding.Degrees(position.Longitude),
            Rounding.Degrees(position.Latitude),
            OnNetwork(snapping) is { } on ? Rounding.Metres(on.First.AccessMm / MillimetresPerMetre) : null
        );

    private static double? Seconds(int walkMs) => walkMs < 0 ? null : walkMs / MillisecondsPerSecond;

    private static bool WantsCsv(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(wish => wish.Quality ?? 1).FirstOrDefault()
            is MediaTypeHeaderValue { MediaType.Value: "text/csv" };

    private sealed record Question(
        IReadOnlyList<Position> Origins,
        IReadOnlyList<Position> Destinations,
        int MaxMinutes,
        WalkTerms Terms
    );
}
