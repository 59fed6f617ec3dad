using System.Reflection;
using Microsoft.Extensions.Primitives;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Questions;

/// <summary>The fields an endpoint's question has; every request is held against them before the endpoint sees it.</summary>
public sealed class QuestionShape
{
    private const string LongitudeName = "lon";
    private const string LatitudeName = "lat";

    private readonly QuestionField[] _fields;

    private QuestionShape(QuestionField[] fields) => _fields = fields;

    /// <summary>A question without fields.</summary>
    public static QuestionShape Empty { get; } = new([]);

    /// <summary>The fields, in the order of the record.</summary>
    public IReadOnlyList<QuestionField> Fields => _fields;

    /// <summary>The shape of a question whose fields are the parameters of a record.</summary>
    /// <param name="paceNames">The paces a question can name.</param>
    public static QuestionShape Of<TQuery>(IReadOnlyList<string> paceNames)
    {
        var nullability = new NullabilityInfoContext();
        ConstructorInfo constructor = typeof(TQuery).GetConstructors().Single();
        return new QuestionShape([
            .. constructor
                .GetParameters()
                .Select(parameter => new QuestionField(
                    parameter,
                    typeof(TQuery).GetProperty(parameter.Name!)!,
                    nullability,
                    paceNames
                )),
        ]);
    }

    /// <summary>Everything that is wrong with a request's fields; empty where nothing is.</summary>
    public IReadOnlyList<FieldError> Check(IQueryCollection query, Language language)
    {
        var errors = new List<FieldError>();
        foreach (QuestionField field in _fields)
        {
            if (!query.TryGetValue(field.Name, out StringValues found) || found.Count == 0)
            {
                if (field.IsRequired)
                {
                    errors.Add(new FieldError(field.Name, null, field.Allowed(language)));
                }
            }
            else if (found.Count > 1)
            {
                errors.Add(new FieldError(field.Name, found.ToString(), ProblemTexts.Phrase("given-once", language)));
            }
            else if (field.Check(found.ToString(), language) is { } error)
            {
                errors.Add(error);
            }
        }

        AddUnknownFields(query, language, errors);
        AddSwappedHint(query, language, errors);
        return errors;
    }

    /// <summary>A checked question as the framework binds it.</summary>
    public QueryCollection ForBinding(IQueryCollection query) =>
        new(
            _fields
                .Where(field => query.ContainsKey(field.Name))
                .ToDictionary(
                    field => field.Name,
                    field => new StringValues(field.ForBinding(query[field.Name].ToString())),
                    StringComparer.OrdinalIgnoreCase
                )
        );

    private void AddUnknownFields(IQueryCollection query, Language language, List<FieldError> errors)
    {
        foreach ((string name, StringValues found) in query)
        {
            if (!Array.Exists(_fields, field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                string allowed =
                    _fields.Length == 0
                        ? ProblemTexts.Phrase("no-fields", language)
                        : ProblemTexts.Phrase(
                            "known-fields",
                            language,
                            ("words", string.Join(", ", _fields.Select(field => field.Name)))
                        );
                errors.Add(new FieldError(name, found.ToString(), allowed));
            }
        }
    }

    private static void AddSwappedHint(IQueryCollection query, Language language, List<FieldError> errors)
    {
        if (
            QuestionField.Number(query[LongitudeName].ToString()) is { } lon
            && QuestionField.Number(query[LatitudeName].ToString()) is { } lat
            && Math.Abs(lat) is > 90 and <= 180
            && Math.Abs(lon) <= 90
        )
        {
            int place = errors.FindIndex(error => error.Field == LatitudeName);
            if (place >= 0)
            {
                errors[place] = errors[place] with { Hint = ProblemTexts.Phrase("swapped-hint", language) };
            }
        }
    }
}
