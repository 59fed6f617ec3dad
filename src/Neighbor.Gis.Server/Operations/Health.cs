using Neighbor.Gis.Server.Questions;

namespace Neighbor.Gis.Server.Operations;

/// <summary>GET /health/live and /health/ready: whether the process runs, and whether it can answer.</summary>
public static class Health
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/health/live", () => TypedResults.Text("live"))
            .WithName("live")
            .WithSummary("Whether the process runs.")
            .WithTags("health")
            .AsksNothing();
    }
}
