using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Questions;

/// <summary>Holds each request against its endpoint's <see cref="QuestionShape"/> before the framework binds it.</summary>
/// <remarks>
/// <para>The framework's own validation runs after binding and cannot name the value found; by then <c>lon=abc</c> has
/// become an empty 400. What passes here always binds.</para>
/// </remarks>
public static class QuestionChecks
{
    /// <summary>Says which fields an endpoint's question has.</summary>
    public static RouteHandlerBuilder Asks<TQuery>(this RouteHandlerBuilder endpoint)
    {
        endpoint.Add(built =>
            built.Metadata.Add(QuestionShape.Of<TQuery>(built.ApplicationServices.GetRequiredService<PaceBook>().Names))
        );
        return endpoint;
    }

    /// <summary>Says that an endpoint's question has no fields.</summary>
    public static RouteHandlerBuilder AsksNothing(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(QuestionShape.Empty);

    /// <summary>Adds the check to the pipeline; it belongs between routing and the endpoints.</summary>
    public static void UseQuestionChecks(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (context.GetEndpoint()?.Metadata.GetMetadata<QuestionShape>() is { } shape)
                {
                    Language language = Language.Of(context.Request);
                    IReadOnlyList<FieldError> errors = shape.Check(context.Request.Query, language);
                    if (errors.Count > 0)
                    {
                        await Problems.InvalidRequest(language, errors).ExecuteAsync(context);
                        return;
                    }

                    context.Request.Query = shape.ForBinding(context.Request.Query);
                }

                await next(context);
            }
        );
}
