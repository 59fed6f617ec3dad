using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Bodies;

/// <summary>Reads the body of a question that is too long for an address.</summary>
public static class QuestionBody
{
    private const int ShownOfFault = 120;

    /// <summary>Reads a body with a question's own reader; what is wrong with it is refused all at once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="language">The caller's language.</param>
    /// <param name="read">Takes what it needs from the fields of the body.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<(T? Question, ProblemHttpResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        Language language,
        Func<BodyFields, T> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
        }
        catch (JsonException fault)
        {
            string found = fault.Message.Length <= ShownOfFault ? fault.Message : fault.Message[..ShownOfFault] + "…";
            var error = new FieldError("body", found, ProblemTexts.Phrase("json-object", language));
            return (null, Problems.InvalidRequest(language, [error]));
        }

        using (document)
        {
            BodyFields fields = BodyFields.Of(document.RootElement, language);
            T question = read(fields);
            fields.RefuseOthers();
            return fields.Errors.Count > 0
                ? (null, Problems.InvalidRequest(language, fields.Errors))
                : (question, null);
        }
    }
}
