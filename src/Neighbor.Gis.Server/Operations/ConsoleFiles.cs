using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Neighbor.Gis.Server.Operations;

/// <summary>GET /: the web console, from the folder the configuration names or from the program's own <c>wwwroot</c>.</summary>
public static class ConsoleFiles
{
    /// <summary>The configuration key of the console's folder.</summary>
    public const string FolderKey = "Console:Folder";

    private const string NotBuiltPage = """
        <!doctype html>
        <html lang="zh"><head><meta charset="utf-8"><title>Neighbor.Gis</title></head>
        <body><p>服务已启动;网页控制台尚未构建。接口清单:<a href="/openapi/v1.json">/openapi/v1.json</a></p>
        <p lang="en">The service is running; the web console has not been built.</p></body></html>
        """;

    /// <summary>Adds the files to the pipeline.</summary>
    public static void Use(WebApplication app)
    {
        string? folder = app.Configuration[FolderKey] ?? app.Environment.WebRootPath;
        if (!Directory.Exists(folder))
        {
            app.MapGet("/", () => TypedResults.Text(NotBuiltPage, "text/html; charset=utf-8")).ExcludeFromDescription();
            return;
        }

        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = files,
                ContentTypeProvider = new FileExtensionContentTypeProvider(),
                OnPrepareResponse = SetCaching,
            }
        );
    }

    /// <summary>Files whose name carries a hash of their content never change; the page itself is asked for each time.</summary>
    private static void SetCaching(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments(
            "/assets",
            StringComparison.Ordinal
        )
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
