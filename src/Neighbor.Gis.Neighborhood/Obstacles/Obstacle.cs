using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Obstacles;

/// <summary>障碍线. A line nobody steps across: a wall, a fence, a railway on the ground. Where a way passes it, there is a gap.</summary>
public sealed class Obstacle
{
    /// <summary>The data set's own id.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public ObstacleKind Kind { get; init; }

    /// <summary>Its course.</summary>
    public required LineString Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }
}
