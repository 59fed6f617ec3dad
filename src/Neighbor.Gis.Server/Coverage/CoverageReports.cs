using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Neighbor.Gis.Coverage.Demand;
using Neighbor.Gis.Coverage.Reports;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;

namespace Neighbor.Gis.Server.Coverage;

/// <summary>GET /api/v1/coverage: who reaches a service on foot within some minutes, and who does not.</summary>
public static class CoverageReports
{
    private const string CsvFormat = "csv";
    private const int MillisecondsPerMinute = 60_000;
    private const double MillisecondsPerSecond = 1000;

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/coverage", Handle)
            .WithName("coverage")
            .WithSummary("Who walks to an open point of a function within some minutes, counted door by door.")
            .WithTags("coverage")
            .Asks<Query>();

    /// <summary>What the caller asks.</summary>
    /// <param name="Function">The service asked about.</param>
    /// <param name="Area">The area whose buildings are counted; without it every building of the map.</param>
    /// <param name="Minutes">The longest walk counted.</param>
    /// <param name="Pace">How fast people walk.</param>
    /// <param name="By">What the rows stand for.</param>
    /// <param name="At">When: a local date and time such as 2026-11-25T08:30, or <c>whenever</c> gates are open.</param>
    /// <param name="Format">JSON, or a table for spreadsheets; an <c>Accept: text/csv</c> says the same.</param>
    public sealed record Query(
        ServiceFunction Function,
        [property: AreaCodeText] string? Area = null,
        [property: Range(1, 60)] int Minutes = 15,
        [property: PaceName] string Pace = "planning",
        CoverageGrouping By = CoverageGrouping.Community,
        [property: MomentText] string At = MomentTextAttribute.Whenever,
        [property: OneOf("json", CsvFormat)] string Format = "json"
    );

    /// <summary>Who is covered.</summary>
    /// <param name="Area">The area counted; null for the whole map.</param>
    /// <param name="Function">The service.</param>
    /// <param name="Minutes">The longest walk counted.</param>
    /// <param name="Pace">How fast people walk.</param>
    /// <param name="Moment">When the walks are made.</param>
    /// <param name="By">What the rows stand for.</param>
    /// <param name="Points">How many open points offer the service, on the whole map: people walk across borders.</param>
    /// <param name="Totals">All rows together.</param>
    /// <param name="Rows">One row for each community, grid or compound; the last may stand for buildings in none.</param>
    /// <param name="Uncovered">The buildings outside, most residents first.</param>
    public sealed record Answer(
        AreaPart? Area,
        ServiceFunction Function,
        int Minutes,
        PaceAnswer Pace,
        MomentAnswer Moment,
        CoverageGrouping By,
        int Points,
        TotalsPart Totals,
        IReadOnlyList<RowPart> Rows,
        UncoveredFeatures Uncovered
    );

    /// <summary>An area.</summary>
    /// <param name="Code">The twelve-digit code.</param>
    /// <param name="Name">The name.</param>
    public sealed record AreaPart(string Code, string Name);

    /// <summary>How many there are, and how many are covered.</summary>
    /// <param name="Total">All.</param>
    /// <param name="Covered">Those within the minutes.</param>
    /// <param name="Uncovered">The others.</param>
    /// <param name="Share">Covered of total, 0 to 1; 1 only where nobody is outside, null where there is nobody.</param>
    public sealed record TallyPart(long Total, long Covered, long Uncovered, double? Share)
    {
        /// <summary>The answer's form of a tally.</summary>
        public static TallyPart Of(Tally tally) => new(tally.Total, tally.Covered, tally.Uncovered, tally.Share);
    }

    /// <summary>Everything together.</summary>
    /// <param name="Buildings">Buildings.</param>
    /// <param name="Households">Households, where they are known.</param>
    /// <param name="Residents">Residents, where they are known.</param>
    /// <param name="Unsnapped">Buildings with no path near; they count as outside.</param>
    /// <param name="WithoutCounts">Buildings whose households or residents are not known.</param>
    public sealed record TotalsPart(
        TallyPart Buildings,
        TallyPart Households,
        TallyPart Residents,
        int Unsnapped,
        int WithoutCounts
    );

    /// <summary>One community, grid or compound.</summary>
    /// <param name="Code">Its code; empty for buildings that belong to none.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Buildings">Buildings.</param>
    /// <param name="Households">Households, where they are known.</param>
    /// <param name="Residents">Residents, where they are known.</param>
    public sealed record RowPart(
        string Code,
        string Name,
        TallyPart Buildings,
        TallyPart Households,
        TallyPart Residents
    );

    /// <summary>A GeoJSON collection of buildings outside.</summary>
    /// <param name="Features">The buildings.</param>
    public sealed record UncoveredFeatures(IReadOnlyList<UncoveredFeature> Features)
    {
        /// <summary>Always <c>FeatureCollection</c>.</summary>
        public string Type { get; } = "FeatureCollection";
    }

    /// <summary>A building outside.</summary>
    /// <param name="Geometry">Its first door.</param>
    /// <param name="Properties">Which building it is.</param>
    public sealed record UncoveredFeature(PointShape Geometry, UncoveredProperties Properties)
    {
        /// <summary>Always <c>Feature</c>.</summary>
        public string Type { get; } = "Feature";
    }

    /// <summary>Which building is outside.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Households">Households, or null.</param>
    /// <param name="Residents">Residents, or null.</param>
    /// <param name="WalkSeconds">The walk to the nearest point; null where it takes over two hours or there is no way.</param>
    public sealed record UncoveredProperties(
        string Code,
        string Name,
        int? Households,
        int? Residents,
        double? WalkSeconds
    );

    private static Results<Ok<Answer>, FileContentHttpResult, ProblemHttpResult> Handle(
        [AsParameters] Query query,
        HttpRequest request,
        CurrentSnapshot current,
        TermsReader reader,
        Language language
    )
    {
        NeighborhoodSnapshot map = current.Get();
        AreaCode? code = query.Area is null ? null : AreaCode.Parse(query.Area);
        Area? area = code is { } known ? map.Locator.FindArea(known) : null;
        if (code is { } missing && area is null)
        {
            return Problems.UnknownArea(language, query.Area!, [.. map.Areas.Select(one => one.Code.Value)]);
        }

        if (map.Demand.Count == 0)
        {
            return Problems.EmptyMap(language, "buildings");
        }

        DemandPoint[] demand =
        [
            .. map.Demand.Where(point =>
                code is not { } within || (point.CommunityCode is { } at && within.Covers(at))
            ),
        ];
        WalkTerms terms = reader.Read(map, query.Pace, query.At);
        (int points, int?[] walkMs) = map.WalksToNearest(query.Function, demand, terms);
        CoverageReport report = CoverageCount.Count(
            demand,
            walkMs,
            query.Minutes * MillisecondsPerMinute,
            query.By,
            map.Groups.CodesIn(query.By, code)
        );
        var answer = new Answer(
            area is null ? null : new AreaPart(area.Code.Value, area.Name),
            query.Function,
            query.Minutes,
            PaceAnswer.Of(terms.Pace),
            terms.Answer,
            query.By,
            points,
            new TotalsPart(
                TallyPart.Of(report.Totals.Buildings),
                TallyPart.Of(report.Totals.Households),
                TallyPart.Of(report.Totals.Residents),
                report.Unsnapped,
                report.WithoutCounts
            ),
            [.. report.Rows.Select(row => Row(row, map.Groups.NameOf(query.By, row.Code), language))],
            new UncoveredFeatures([.. report.Uncovered.Select(Feature)])
        );
        return WantsCsv(query, request)
            ? TypedResults.File(
                CoverageTable.Write(answer, language),
                "text/csv; charset=utf-8",
                CoverageTable.FileName(answer)
            )
            : TypedResults.Ok(answer);
    }

    private static RowPart Row(CoverageRow row, string? name, Language language) =>
        new(
            row.Code,
            name ?? (row.Code.Length == 0 ? ProblemTexts.Phrase("outside-every-group", language) : row.Code),
            TallyPart.Of(row.Buildings),
            TallyPart.Of(row.Households),
            TallyPart.Of(row.Residents)
        );

    private static UncoveredFeature Feature(UncoveredDemand one) =>
        new(
            PointShape.Of(one.Demand.Position),
            new UncoveredProperties(
                one.Demand.Code,
                one.Demand.Name,
                one.Demand.Households,
                one.Demand.Residents,
                one.WalkMs / MillisecondsPerSecond
            )
        );

    private static bool WantsCsv(Query query, HttpRequest request) =>
        query.Format == CsvFormat
        || (
            !request.Query.ContainsKey("format")
            && request.GetTypedHeaders().Accept.OrderByDescending(wish => wish.Quality ?? 1).FirstOrDefault()
                is MediaTypeHeaderValue { MediaType.Value: "text/csv" }
        );
}
