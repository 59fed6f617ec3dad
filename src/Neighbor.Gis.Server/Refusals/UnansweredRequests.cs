using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Neighbor.Gis.Server.Refusals;

/// <summary>Gives a body to what routing alone refuses: an unknown address, a method an address does not take.</summary>
public static class UnansweredRequests
{
    /// <summary>Writes the problem that belongs to an empty answer's status.</summary>
    public static async Task AnswerAsync(StatusCodeContext context)
    {
        HttpContext http = context.HttpContext;
        Language language = Language.Of(http.Request);
        ProblemHttpResult? answer = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Problems.UnknownAddress(language, http.Request.Path),
            StatusCodes.Status405MethodNotAllowed => Problems.MethodNotAllowed(
                language,
                http.Request.Path,
                http.Request.Method
            ),
            _ => null,
        };
        if (answer is not null)
        {
            await answer.ExecuteAsync(http);
        }
    }
}
