using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Snapshots;

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
        routes
            .MapGet("/health/ready", Ready)
            .WithName("ready")
            .WithSummary("Whether the service can answer, and from which state of the map.")
            .WithTags("health")
            .AsksNothing();
    }

    /// <summary>What the service answers from.</summary>
    /// <param name="Status">Always <c>ready</c>.</param>
    /// <param name="Revision">The number of the last change the map knows.</param>
    /// <param name="Areas">Areas of the map.</param>
    /// <param name="Buildings">Buildings people live in.</param>
    /// <param name="ServicePoints">Service points, whatever their status.</param>
    /// <param name="Links">Stretches of path.</param>
    public sealed record Answer(string Status, long Revision, int Areas, int Buildings, int ServicePoints, int Links);

    private static Ok<Answer> Ready(CurrentSnapshot current)
    {
        NeighborhoodSnapshot map = current.Get();
        return TypedResults.Ok(
            new Answer(
                "ready",
                map.Revision,
                map.Areas.Count,
                map.Demand.Count,
                map.ServicePoints.Posts.Count,
                map.Network.LinkCount
            )
        );
    }
}
