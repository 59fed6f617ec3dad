using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Server.Snapshots;

namespace Neighbor.Gis.Server.Refusals;

/// <summary>What becomes of an exception nobody expected: 503 while the database is away, 500 for a fault of ours.</summary>
public sealed class FailureAnswers(ILogger<FailureAnswers> logger) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        Language language = Language.Of(httpContext.Request);
        string trace = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        ProblemHttpResult answer;
        if (IsDatabaseAway(exception))
        {
            logger.LogWarning(exception, "The database did not answer {Path}.", httpContext.Request.Path);
            httpContext.Response.Headers.RetryAfter = Problems.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            answer = Problems.DatabaseUnavailable(language);
        }
        else
        {
            logger.LogError(exception, "{Path} was not completed; trace {Trace}.", httpContext.Request.Path, trace);
            answer = Problems.InternalError(language, trace);
        }

        await answer.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Whether an exception says that the database cannot be reached, is starting, stopping or full.</summary>
    /// <remarks>
    /// <para>Source: PostgreSQL's error classes 08 (connection), 53 (insufficient resources), 57P (shutdown and start).</para>
    /// </remarks>
    public static bool IsDatabaseAway(Exception exception) =>
        exception switch
        {
            DbException { SqlState: { } state } => state.StartsWith("08", StringComparison.Ordinal)
                || state.StartsWith("53", StringComparison.Ordinal)
                || state.StartsWith("57P", StringComparison.Ordinal),
            DbException => true,
            SnapshotMissingException => true,
            { InnerException: { } inner } => IsDatabaseAway(inner),
            _ => false,
        };
}
