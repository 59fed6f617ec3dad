using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Neighborhood.Areas;

/// <summary>水面、绿地. Ground that is drawn behind everything else and that nobody lives on.</summary>
public sealed class Ground
{
    /// <summary>The data set's own id.</summary>
    public required string Code { get; init; }

    /// <summary>The name, or an empty text.</summary>
    public required string Name { get; init; }

    /// <summary>Water or park.</summary>
    public GroundKind Kind { get; init; }

    /// <summary>Its outline.</summary>
    public required MultiPolygon Geom { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }
}
