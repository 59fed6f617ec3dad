using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Walking.Searches;

namespace Neighbor.Gis.Server.Dispatch;

/// <summary>A walk between the asked point and a post, in the units of answers.</summary>
internal sealed record WalkAnswer
{
    private const double PerThousand = 1000;

    /// <summary>Degrees east of the post.</summary>
    public required double Lon { get; init; }

    /// <summary>Degrees north of the post.</summary>
    public required double Lat { get; init; }

    /// <summary>Seconds, door to door.</summary>
    public required double Seconds { get; init; }

    /// <summary>Metres, door to door.</summary>
    public required double Metres { get; init; }

    /// <summary>Metres as the crow flies.</summary>
    public required double StraightMetres { get; init; }

    /// <summary>Metres between the post's door and the path.</summary>
    public required double SnapMetres { get; init; }

    /// <summary>The course, door to door, in the order of walking.</summary>
    public required LineShape Course { get; init; }

    /// <summary>The walk between a post and the point it was found for.</summary>
    public static WalkAnswer To<T>(PostFound<T> found, Position asked)
    {
        WalkPath walk = found.Walk;
        Position post = found.Post.Position;
        (Position first, Position last) = found.IsTowardsPost ? (asked, post) : (post, asked);
        return new WalkAnswer
        {
            Lon = Rounding.Degrees(post.Longitude),
            Lat = Rounding.Degrees(post.Latitude),
            Seconds = walk.WalkMs / PerThousand,
            Metres = Rounding.Metres(walk.LengthMm / PerThousand),
            StraightMetres = Rounding.Metres(Geodesic.Metres(asked, post)),
            SnapMetres = Rounding.Metres((found.IsTowardsPost ? walk.To : walk.From).AccessMm / PerThousand),
            Course = LineShape.Of([first, .. walk.Positions, last]),
        };
    }
}
