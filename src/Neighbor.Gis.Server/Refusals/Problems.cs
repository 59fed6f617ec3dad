using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Neighbor.Gis.Server.Refusals;

/// <summary>Every way a question can end without its answer: one method per ending, and the list of them all.</summary>
/// <remarks>
/// <para>Source: RFC 9457 (problem details for HTTP). <c>type</c> is relative to the service and never changes; titles and
/// details are in the caller's language.</para>
/// </remarks>
public static class Problems
{
    /// <summary>How long a caller should wait before asking again while the database is away, in seconds.</summary>
    public const int RetryAfterSeconds = 5;

    private const int MostCodesListed = 50;

    private static readonly ProblemType InvalidRequestType = new("invalid-request", 400);
    private static readonly ProblemType UnknownAddressType = new("unknown-address", 404);
    private static readonly ProblemType UnknownAreaType = new("unknown-area", 404);
    private static readonly ProblemType UnknownLayerType = new("unknown-layer", 404);
    private static readonly ProblemType UnknownTileType = new("unknown-tile", 404);
    private static readonly ProblemType MethodNotAllowedType = new("method-not-allowed", 405);
    private static readonly ProblemType EmptyMapType = new("empty-map", 409);
    private static readonly ProblemType NotOnNetworkType = new("not-on-network", 422);
    private static readonly ProblemType LooksSwappedType = new("looks-swapped", 422);
    private static readonly ProblemType InternalErrorType = new("internal-error", 500);
    private static readonly ProblemType DatabaseUnavailableType = new("database-unavailable", 503);

    /// <summary>All of them; no endpoint answers another.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        InvalidRequestType,
        UnknownAddressType,
        UnknownAreaType,
        UnknownLayerType,
        UnknownTileType,
        MethodNotAllowedType,
        EmptyMapType,
        NotOnNetworkType,
        LooksSwappedType,
        InternalErrorType,
        DatabaseUnavailableType,
    ];

    /// <summary>400: fields are missing, malformed, repeated or unknown.</summary>
    public static ProblemHttpResult InvalidRequest(Language language, IReadOnlyList<FieldError> errors)
    {
        IEnumerable<string> sentences = errors.Select(error =>
            error.Found is null
                ? ProblemTexts.Phrase("field-missing", language, ("field", error.Field), ("allowed", error.Allowed))
                : ProblemTexts.Phrase(
                    "field-error",
                    language,
                    ("field", error.Field),
                    ("allowed", error.Allowed),
                    ("found", error.Found)
                )
        );
        return Answer(InvalidRequestType, language, [("list", string.Join(' ', sentences))], ("errors", errors));
    }

    /// <summary>404: the service has no such address.</summary>
    public static ProblemHttpResult UnknownAddress(Language language, string path) =>
        Answer(UnknownAddressType, language, [("path", path)]);

    /// <summary>405: the address does not take this method.</summary>
    public static ProblemHttpResult MethodNotAllowed(Language language, string path, string method) =>
        Answer(MethodNotAllowedType, language, [("path", path), ("method", method)]);

    /// <summary>404: the map has no area of this code.</summary>
    /// <param name="language">The caller's language.</param>
    /// <param name="found">The code asked for.</param>
    /// <param name="codes">The codes of the map's areas, highest level first.</param>
    public static ProblemHttpResult UnknownArea(Language language, string found, IReadOnlyList<string> codes) =>
        Answer(
            UnknownAreaType,
            language,
            [("found", found), ("count", codes.Count)],
            ("field", "area"),
            ("found", found),
            ("allowed", codes.Take(MostCodesListed).ToArray())
        );

    /// <summary>404: the map has no such layer.</summary>
    public static ProblemHttpResult UnknownLayer(Language language, string found, IReadOnlyList<string> layers) =>
        Answer(
            UnknownLayerType,
            language,
            [("found", found)],
            ("field", "layer"),
            ("found", found),
            ("allowed", layers)
        );

    /// <summary>404: the tile matrix set has no such tile.</summary>
    public static ProblemHttpResult UnknownTile(Language language, string zoom, string row, string column) =>
        Answer(UnknownTileType, language, [("zoom", zoom), ("row", row), ("column", column)]);

    /// <summary>409: the map lacks what the question needs.</summary>
    /// <param name="language">The caller's language.</param>
    /// <param name="missing">What it lacks: <c>network</c> or <c>buildings</c>.</param>
    public static ProblemHttpResult EmptyMap(Language language, string missing) =>
        Answer(
            EmptyMapType,
            language,
            [("missing", ProblemTexts.Phrase("missing-" + missing, language))],
            ("missing", missing)
        );

    /// <summary>422: no path lies near the point.</summary>
    public static ProblemHttpResult NotOnNetwork(Language language, double nearestMetres, double limitMetres) =>
        Answer(
            NotOnNetworkType,
            language,
            [
                ("nearest", nearestMetres.ToString("0", CultureInfo.InvariantCulture)),
                ("limit", limitMetres.ToString("0", CultureInfo.InvariantCulture)),
            ],
            ("nearestMetres", Math.Round(nearestMetres, 1)),
            ("limitMetres", limitMetres)
        );

    /// <summary>422: the map has nothing at the point, and would have with longitude and latitude swapped.</summary>
    public static ProblemHttpResult LooksSwapped(Language language, double lon, double lat) =>
        Answer(
            LooksSwappedType,
            language,
            [("lon", lon), ("lat", lat)],
            ("hint", ProblemTexts.Phrase("swapped-hint", language))
        );

    /// <summary>500: a fault of the program.</summary>
    public static ProblemHttpResult InternalError(Language language, string trace) =>
        Answer(InternalErrorType, language, [("trace", trace)], ("traceId", trace));

    /// <summary>503: the database does not answer. The caller also gets <c>Retry-After</c>.</summary>
    public static ProblemHttpResult DatabaseUnavailable(Language language) =>
        Answer(
            DatabaseUnavailableType,
            language,
            [("seconds", RetryAfterSeconds)],
            ("retryAfterSeconds", RetryAfterSeconds)
        );

    private static ProblemHttpResult Answer(
        ProblemType type,
        Language language,
        (string Name, object Value)[] places,
        params (string Name, object? Value)[] members
    )
    {
        var details = new ProblemDetails
        {
            Type = type.Address,
            Status = type.Status,
            Title = ProblemTexts.Of(type, language, "title", places),
            Detail = ProblemTexts.Of(type, language, "detail", places),
        };
        foreach ((string name, object? value) in members)
        {
            details.Extensions[name] = value;
        }

        return TypedResults.Problem(details);
    }
}
