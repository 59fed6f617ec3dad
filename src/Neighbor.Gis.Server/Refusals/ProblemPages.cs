using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Neighbor.Gis.Server.Refusals;

/// <summary>GET /problems/{name}: the page that explains a problem, in Chinese and English.</summary>
public static class ProblemPages
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/problems/{name}", Page).ExcludeFromDescription();

    private static IResult Page(string name, HttpContext context)
    {
        ProblemType? problem = Problems.All.FirstOrDefault(known => known.Name == name);
        return problem is null
            ? Problems.UnknownAddress(Language.Of(context.Request), context.Request.Path)
            : TypedResults.Text(Html(problem), "text/html; charset=utf-8", Encoding.UTF8);
    }

    private static string Html(ProblemType problem)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"zh\">\n<head><meta charset=\"utf-8\"><title>")
            .Append(Encoder.Encode(problem.Name))
            .Append("</title><style>body{font:16px/1.6 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}")
            .Append("section{margin-bottom:2em}code{background:#eee;padding:0 .3em}</style></head>\n<body>\n");
        foreach (Language language in Language.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section lang=\"{language.Tag}\">\n<h1>")
                .Append(Encoder.Encode(ProblemTexts.Of(problem, language, "title")))
                .Append("</h1>\n");
            Paragraph(page, language, "status-heading", problem.Status.ToString(CultureInfo.InvariantCulture));
            Paragraph(page, language, "meaning-heading", ProblemTexts.Of(problem, language, "meaning"));
            Paragraph(page, language, "remedy-heading", ProblemTexts.Of(problem, language, "remedy"));
            page.Append("</section>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"<p><code>{problem.Address}</code></p>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Paragraph(StringBuilder page, Language language, string heading, string text) =>
        page.Append("<p><strong>")
            .Append(Encoder.Encode(ProblemTexts.Phrase(heading, language)))
            .Append("</strong> ")
            .Append(Encoder.Encode(text))
            .Append("</p>\n");
}
