using Microsoft.Net.Http.Headers;

namespace Neighbor.Gis.Server.Refusals;

/// <summary>The language a person is answered in: Chinese unless English is asked for first.</summary>
public sealed class Language
{
    private Language(string tag) => Tag = tag;

    /// <summary>中文.</summary>
    public static Language Chinese { get; } = new("zh");

    /// <summary>English.</summary>
    public static Language English { get; } = new("en");

    /// <summary>Both, in the order pages show them.</summary>
    public static IReadOnlyList<Language> All { get; } = [Chinese, English];

    /// <summary>The language's tag, <c>zh</c> or <c>en</c>.</summary>
    public string Tag { get; }

    /// <summary>The language the request's <c>Accept-Language</c> asks for first.</summary>
    public static Language Of(HttpRequest request)
    {
        IEnumerable<StringWithQualityHeaderValue> wishes = request
            .GetTypedHeaders()
            .AcceptLanguage.Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish.Quality ?? 1);

        foreach (StringWithQualityHeaderValue wish in wishes)
        {
            foreach (Language language in All)
            {
                if (wish.Value.StartsWith(language.Tag, StringComparison.OrdinalIgnoreCase))
                {
                    return language;
                }
            }
        }

        return Chinese;
    }

    /// <summary>Lets an endpoint take the caller's language as an argument.</summary>
    public static ValueTask<Language?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<Language?>(Of(context.Request));

    /// <inheritdoc />
    public override string ToString() => Tag;
}
