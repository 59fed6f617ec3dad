using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Neighbor.Gis.Postgis.Changes;
using Neighbor.Gis.Postgis.Tiles;
using Neighbor.Gis.Server.Catalogues;
using Neighbor.Gis.Server.Coverage;
using Neighbor.Gis.Server.Databases;
using Neighbor.Gis.Server.Dispatch;
using Neighbor.Gis.Server.Isochrones;
using Neighbor.Gis.Server.Locations;
using Neighbor.Gis.Server.Matrices;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Server.Tiles;
using Neighbor.Gis.Server.Walks;

namespace Neighbor.Gis.Server.Operations;

/// <summary>Puts the service together: what it needs, what a request passes through, and the questions it answers.</summary>
public static class ServerComposition
{
    /// <summary>Where the service listens unless told otherwise.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    private const string TileMediaType = "application/vnd.mapbox-vector-tile";

    /// <summary>Registers everything the service needs.</summary>
    public static void Configure(WebApplicationBuilder builder, DatabaseInUse database)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        IServiceCollection services = builder.Services;
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        services.AddSingleton(database);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(PaceBook.Read(builder.Configuration));
        services.AddSingleton(CountyCalendar.Read(builder.Configuration, TimeProvider.System));
        services.AddSingleton<TermsReader>();
        services.AddSingleton<HindranceWriter>();
        services.AddSingleton(new TileQueries(database.Source));
        services.AddSingleton(provider => new ChangeListener(
            database.Source,
            provider.GetRequiredService<ILogger<ChangeListener>>()
        ));
        services.AddSingleton<LayerTileSource>();
        services.AddSingleton<CurrentSnapshot>();
        services.AddSingleton<SnapshotSource>();
        services.AddHostedService<SnapshotKeeper>();
        services.AddProblemDetails();
        services.AddExceptionHandler<FailureAnswers>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/geo+json",
                "application/problem+json",
                "text/csv",
                TileMediaType,
            ];
        });
        OpenApiText.Add(services);
    }

    /// <summary>Builds the pipeline and adds the routes.</summary>
    public static void Map(WebApplication app)
    {
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages(UnansweredRequests.AnswerAsync);
        ConsoleFiles.Use(app);
        app.UseRouting();
        app.UseQuestionChecks();

        app.MapOpenApi("/openapi/{documentName}.json");
        ProblemPages.Map(app);
        Health.Map(app);
        Catalogue.Map(app);
        Locate.Map(app);
        NearestServicePoints.Map(app);
        NearestResponders.Map(app);
        CoverageReports.Map(app);
        WalkingIsochrones.Map(app);
        ServiceAreaQuestions.Map(app);
        WalkQuestions.Map(app);
        WalkMatrices.Map(app);
        LayerTiles.Map(app);
    }

    /// <summary>How the service writes JSON.</summary>
    private static void Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
